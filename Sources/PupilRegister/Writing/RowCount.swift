internal import Synchronization

/// Rows that several threads count together.
final class RowCount: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add(_ rows: Int) { count.wrappingAdd(rows, ordering: .relaxed) }
}
