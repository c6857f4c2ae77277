internal import Microdata

/// What is known of each node, one byte each; a thread writes the nodes of its own part only, and reads those of parts that
/// are done.
struct NodeStates: Sendable {
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

    private let states: DisjointBuffer<State>

    init(_ nodes: Int) { states = DisjointBuffer(repeating: .unknown, count: nodes) }

    subscript(node: Int) -> State {
        get { states[node] }
        nonmutating set { states[node] = newValue }
    }

    /// The number of nodes in a state.
    func count(_ state: State) -> Int { (0..<states.count).count { states[$0] == state } }
}
