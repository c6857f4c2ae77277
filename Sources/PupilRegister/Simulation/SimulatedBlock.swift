/// What became of a block of families: the pupils seen in a census, with places counted from the block's own start.
struct SimulatedBlock: Sendable {
    var pupils: [Pupil] = []
    var enrolments: [Enrolment] = []
    var stays: [Stay] = []
    /// Pupils on roll in the last census.
    var onRoll = 0
}
