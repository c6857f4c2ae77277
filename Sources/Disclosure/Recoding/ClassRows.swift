/// Classes of a node, or parts of them, while levels are chosen for one field after the other.
///
/// A row has the number of its groups in the fields whose level is chosen (the prefix), the number of its values in the other
/// fields (the suffix), and how many records it stands for. Two rows may agree in both: they are merged only where that pays.
struct ClassRows: Sendable {
    /// The number of each row's groups in the fields before; below `prefixes`.
    var prefixOf: [UInt32]
    /// The number of each row's values in the fields from there on.
    var suffixOf: [UInt32]
    /// The records of each row.
    var counts: [UInt32]
    /// The number of different prefixes.
    var prefixes: Int { bits.count }
    /// For each prefix what suppressing one of its records loses beyond the levels: the sum of log2(n / n_g).
    var bits: [Double]
}
