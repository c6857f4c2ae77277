/// Sex as a school census records it.
public enum Sex: UInt8, Sendable, Codable, CaseIterable {
    case female
    case male
}
