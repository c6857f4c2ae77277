internal import Statistics

/// Smooth random fields over the areas: how poor, and how attractive to each ethnic group.
///
/// Each value is a sum of what the authority, the neighbourhood and the area add, all normal; the neighbourhood's part is
/// an autoregressive process along the line of areas, so that neighbours are alike.
struct AreaFields {
    private static let persistence = 0.97

    /// How poor each area is, of mean 0 and spread near 1.
    private(set) var poverty: [Double]
    private let settings: RegisterSettings
    private let layout: Layout
    private let grid: NormalGrid

    init(_ settings: RegisterSettings, layout: Layout, grid: NormalGrid) {
        self.settings = settings
        self.layout = layout
        self.grid = grid
        poverty = []
        poverty = field(0)
    }

    /// A field of spread 1; different numbers give independent fields.
    func field(_ number: Int) -> [Double] {
        var stream = RandomStream(settings, .fields, item: number)
        let authorities = layout.authorities.map { _ in stream.nextNormal(grid) }
        var neighbourhood = stream.nextNormal(grid)
        let innovation = (1 - Self.persistence * Self.persistence).squareRoot()
        return layout.places.map { place in
            neighbourhood = Self.persistence * neighbourhood + innovation * stream.nextNormal(grid)
            return 0.45 * authorities[place.authority] + 0.75 * neighbourhood + 0.48 * stream.nextNormal(grid)
        }
    }
}
