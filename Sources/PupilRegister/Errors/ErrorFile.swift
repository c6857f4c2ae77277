/// The record errors of some rows, with what would have been right.
struct ErrorFile: Sendable {
    private let register: Register
    private let text: RegisterText

    init(_ register: Register, text: RegisterText) {
        self.register = register
        self.text = text
    }

    /// A row of a file whose errors are told.
    struct Row {
        let file: String
        let pupil: Int
        let draw: RecordErrors.Draw
        /// The recorded home and the one that would be right.
        let recorded: Stay
        let right: Stay
    }

    /// Writes a line for each error of a row, and returns how many there are.
    func write(_ source: Row, to row: RowBuffer) -> Int {
        let pupil = register.pupils[source.pupil]
        let draw = source.draw
        var count = 0
        func error(_ field: StaticString, _ kind: StaticString, _ value: () -> Void) {
            row.reserveRow()
            row.bytes(Array(source.file.utf8))
            row.comma()
            PupilNumber.write(register.serials[source.pupil], to: row)
            row.comma()
            row.text(field)
            row.comma()
            row.text(kind)
            row.comma()
            value()
            row.newline()
            count += 1
        }
        if draw.surname != 0 { error("surname", "typing") { row.name(pupil.surname, register.names) } }
        if draw.forename != 0 { error("forename", "typing") { row.name(pupil.forename, register.names) } }
        if draw.isExchanged { error("surname", "exchanged") { row.name(pupil.surname, register.names) } }
        if draw.isSexWrong { error("sex", "wrong") { row.byte(pupil.sex == .male ? 77 : 70) } }
        if draw.birthBits != 0 { error("date_of_birth", "wrong") { text.dates.write(Day(pupil.birth), to: row) } }
        if draw.lacksSubBuilding && text.hasSubBuilding(source.recorded) {
            error("sub_building", "missing") { text.subBuilding(source.recorded, to: row) }
        }
        if source.recorded.from != source.right.from || source.recorded.area != source.right.area {
            error("postcode", "stale") { text.postcode(source.right, to: row) }
        }
        return count
    }
}

extension ErrorFile {
    /// The file over all censuses, the register and the extract, which stand on the same records.
    static func file(censuses: [CensusFile], histories: HistoryFiles, register: Register, text: RegisterText) -> RowFile
    {
        let errors = ErrorFile(register, text: text)
        let counts = censuses.map(\.entries.count) + [histories.entries.count]
        return RowFile(name: "truth/errors", columns: Columns.errors, items: counts.reduce(0, +)) { items, row in
            var rows = 0
            for item in items {
                var (part, place) = (0, item)
                while place >= counts[part] {
                    place -= counts[part]
                    part += 1
                }
                if part < censuses.count {
                    let census = censuses[part]
                    let entry = census.entries[place]
                    let pupil = register.pupils[Int(entry.pupil)]
                    let recorded = census.recordedStay(of: pupil, number: Int(entry.pupil))
                    let right = register.stays(of: pupil).last { $0.covers(census.day) } ?? recorded
                    rows += errors.write(
                        Row(
                            file: census.name, pupil: Int(entry.pupil), draw: census.draw(entry),
                            recorded: recorded, right: right), to: row)
                } else {
                    let entry = histories.entries[place]
                    let homes = histories.addresses(entry)
                    rows += errors.write(
                        Row(
                            file: "register", pupil: Int(entry.pupil), draw: histories.draw(entry),
                            recorded: homes.latest, right: homes.current), to: row)
                }
            }
            return rows
        }
    }
}
