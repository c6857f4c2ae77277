/// What is known of each node, one byte each; a thread writes the nodes of its own part only, and reads those of parts that
/// are done.
@safe
final class NodeStates: @unchecked Sendable {
    /// What is known of a node.
    enum State: UInt8 {
        case unknown
        /// Counted, and it meets the target.
        case met
        /// Counted, and it does not.
        case missed
        /// Not counted: a coarser node does not meet the target.
        case ruledOut
        /// Not counted: its levels alone lose more than the best.
        case tooCostly
    }

    private let states: UnsafeMutableBufferPointer<UInt8>

    init(_ nodes: Int) {
        unsafe states = .allocate(capacity: nodes)
        unsafe states.initialize(repeating: State.unknown.rawValue)
    }

    deinit { unsafe states.deallocate() }

    subscript(node: Int) -> State {
        get { unsafe State(rawValue: states[node]) ?? .unknown }
        set { unsafe states[node] = newValue.rawValue }
    }

    /// The number of nodes in a state.
    func count(_ state: State) -> Int { unsafe states.count { $0 == state.rawValue } }
}
