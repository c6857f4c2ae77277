import CSingleout

extension Session {
    /// Holds classes against rules, which must find what their figures say.
    mutating func check() {
        let fields = choices.names()
        let (missing, threads) = (choices.missing(), choices.threads())
        let rules = rules()
        let answer = check(fields, missing, threads, rules)
        let isChecked = answer.status == SINGLEOUT_DONE || answer.status == SINGLEOUT_NOT_MET
        precondition(!isChecked || !tables.isEmpty && Self.areRules(rules), "wrong usage was let through")
        let (counted, pointer) = unsafe count(fields, missing, threads)
        if !isChecked {
            precondition(counted.status != SINGLEOUT_DONE || !Self.areRules(rules), "rules were not checked")
            if let pointer = unsafe pointer { unsafe singleout_counts_free(pointer) }
            return
        }
        guard let pointer = unsafe pointer else { preconditionFailure("what is checked cannot be counted") }
        var figures = singleout_figures()
        let status = unsafe singleout_counts_figures(pointer, &figures, nil)
        unsafe singleout_counts_free(pointer)
        let isMet =
            status == SINGLEOUT_DONE && figures.k >= rules.min_k && figures.uniqueness <= rules.max_uniqueness
            && figures.highest_risk <= rules.max_risk
        precondition((answer.status == SINGLEOUT_DONE) == isMet, "a check and the figures disagree")
    }

    private mutating func rules() -> singleout_rules {
        singleout_rules(min_k: choices.number(), max_uniqueness: choices.real(), max_risk: choices.real())
    }

    private mutating func check(
        _ fields: [[UInt8]], _ missing: Int32, _ threads: Int32, _ rules: singleout_rules
    ) -> Answer {
        let table = unsafe table
        return unsafe answer(mayCheck: true) { message in
            unsafe CTexts.pass(fields) { names in
                unsafe withUnsafePointer(to: rules) {
                    unsafe singleout_check(table, names, fields.count, missing, threads, $0, message)
                }
            }
        }
    }

    /// Whether the rules are in range, and one of them is one that not every file meets.
    private static func areRules(_ rules: singleout_rules) -> Bool {
        rules.min_k >= 1 && rules.max_uniqueness >= 0 && rules.max_uniqueness <= 1 && rules.max_risk > 0
            && rules.max_risk <= 1 && (rules.min_k > 1 || rules.max_uniqueness < 1 || rules.max_risk < 1)
    }

    /// Checks the release file of the input.
    mutating func checkRelease() {
        let path: [UInt8] = choices.pick([
            Array(releasePath.utf8), Array(releasePath.utf8), Array(releasePath.utf8), Array(releasePath.utf8),
            Array((Folder.path + "/none.yml").utf8), Array(Folder.path.utf8), Array(dataPath.utf8), [], [0xff],
        ])
        let answer = checkRelease(path)
        guard answer.status == SINGLEOUT_FAILED, let message = answer.message else { return }
        // Data elsewhere are named by the place where the release file says they are.
        let mayLeadElsewhere = release?.contains { "/-\\".utf8.contains($0) } ?? false
        precondition(
            message.contains(Folder.path) || mayLeadElsewhere || path.isEmpty, "an error does not name the file")
    }

    private mutating func checkRelease(_ path: [UInt8]) -> Answer {
        unsafe answer(mayCheck: true) { message in
            unsafe CTexts.pass(path) { unsafe singleout_check_release($0, message) }
        }
    }

    /// Checks a table, and its file by a release file that says the same.
    mutating func checkAsRelease() {
        let fields = choices.names()
        let missing: Int32 = choices.pick([SINGLEOUT_MISSING_CATEGORY, SINGLEOUT_MISSING_EXCLUDE])
        let rules = rules()
        let names = fields.compactMap { String(validating: $0, as: UTF8.self) }
        guard let table = tables.last?.known, table.isPlain, table.path == dataPath, Self.areRules(rules),
            names.count == fields.count, !names.contains("")
        else { return }
        let direct = check(fields, missing, choices.threads(), rules)
        let text = """
            schema: singleout.release/1
            data: f.csv
            fields:
              quasiIdentifiers: [\(names.map(Self.quoted).joined(separator: ", "))]
            missing:
              semantics: \(missing == SINGLEOUT_MISSING_EXCLUDE ? "exclude" : "category")
            policy:
              minK: \(rules.min_k)
              maxUniqueness: \(rules.max_uniqueness)
              maxRisk: \(rules.max_risk)
            """
        let released = checkRelease(Array(Folder.write(Array(text.utf8), to: "same.yml").utf8))
        // Rules that are not set are met in either case, and threads out of range have no place in a release file.
        if direct.status == SINGLEOUT_DONE || direct.status == SINGLEOUT_NOT_MET {
            precondition(released.status == direct.status, "a table and its release file are judged differently")
        }
    }

    /// A text as YAML quotes it, all in ASCII.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            let hex = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        }
        return "\"" + escaped.joined() + "\""
    }
}
