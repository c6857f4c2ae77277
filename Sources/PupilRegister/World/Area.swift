/// A lower-layer super output area: some 700 households.
struct Area: Sendable {
    let authority: UInt16
    let region: UInt8
    /// From 1, the most deprived tenth of areas, to 10.
    let decile: UInt8
    /// The multiple of the national rate of free school meals, times 4,096.
    let poverty: UInt16
    /// The number of addresses.
    let addresses: Int
    /// Its first address, among those of the country.
    let firstAddress: Int
    /// Its postcodes among those of the country.
    let postcodes: Range<Int>
    /// Metres east and north on an invented grid.
    let easting: Int
    let northing: Int
}
