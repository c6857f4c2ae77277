/// Sex as a school census records it.
package enum Sex: UInt8, Sendable, Codable, CaseIterable {
    case female
    case male
}
