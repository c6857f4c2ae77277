/// A family's time at one address.
struct Stay: Sendable {
    var area: UInt16
    /// The address among those of the area; set when all families are known.
    var address: UInt16
    /// Above 0 where more families than addresses have lived in the area: a part of the address of its own.
    var annexe: UInt8
    /// Whether it is the address of the stay before it, of another family.
    var isShared: Bool
    var from: UInt16
    /// The last day; 0 while they live there.
    var to: UInt16

    /// Whether the family lives there on a day.
    func covers(_ day: Day) -> Bool { Int(from) <= day.number && (to == 0 || Int(to) >= day.number) }
}
