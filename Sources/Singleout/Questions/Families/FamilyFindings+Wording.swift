import Briefing
import Disclosure
import Statistics

extension FamilyFindings {
    /// Where the families come from.
    var groupingText: String {
        guard let sources else {
            return "given by \(asked.family ?? "")" + (asked.truth.map { " of \($0)" } ?? "")
        }
        return "inferred from \(Wording.list(sources.fields))"
    }

    /// What the figures say, in plain words.
    var findings: [String] {
        let families = Wording.count(groups.count, "family", plural: "families")
        var findings = [
            "\(Wording.count(groups.records, "pupil")) \(groups.records == 1 ? "is" : "are") in \(families), "
                + "\(groupingText). \(Self.share(reach.pupilsWithOthers, of: reach.pupils)) of the pupils have a brother or sister in the file, and \(Self.share(reach.familiesOfSeveral, of: reach.families)) of the families "
                + "have two pupils or more."
        ]
        guard uniqueness.families > 0, let share = uniqueness.uniqueShare else {
            return findings + ["No figure can be given: \(Subject.noFamilies)."]
        }
        let area = asked.area.map { " and the \($0) in which they live" } ?? ""
        var text =
            "With \(Wording.list(memberNames)) of all its pupils\(area) known, \(NumberText.integer(uniqueness.unique)) of "
            + "\(Wording.count(uniqueness.families, "family", plural: "families")) (\(NumberText.share(share))) "
            + "\(uniqueness.unique == 1 ? "is" : "are") unique"
        let several = uniqueness.from(members: 2)
        text +=
            several.families == 0
            ? "." : ". Of those of two pupils or more it is \(Self.share(several.unique, of: several.families))."
        let few = uniqueness.histogram.records(below: 5)
        findings.append(
            text + " The smallest number of families alike, k, is \(NumberText.integer(uniqueness.histogram.k ?? 0)); "
                + "\(Wording.count(few, "family", plural: "families")) \(few == 1 ? "is" : "are") among fewer than 5, and "
                + "\(Self.share(uniqueness.pupilsInUnique, of: uniqueness.pupils)) of the pupils are in unique families."
        )
        let rows = FamilySizeRow(sizeRows.filter { $0.members > 1 })
        if rows.families > 0 {
            var text =
                "To give away a family of two pupils or more, the best single pupil is enough in "
                + "\(Self.share(rows.byOne, of: rows.families))"
            if let byTwo = rows.byTwo { text += ", the best two in \(Self.share(byTwo, of: rows.families))" }
            findings.append(text + " of cases.")
        }
        if let mean = reach.mean {
            let interval = reach.interval.map {
                " (95 % interval \(NumberText.real($0.lowerBound, decimals: 2)) to "
                    + "\(NumberText.real($0.upperBound, decimals: 2)))"
            }
            findings.append(
                "Finding one pupil reveals \(NumberText.real(mean, decimals: 2)) brothers and sisters on average"
                    + "\(interval ?? "").")
        }
        if let inference, let precision = inference.precision, let recall = inference.recall {
            findings.append(
                "Of the inferred pairs of siblings \(NumberText.share(precision)) are siblings in truth, and of the true "
                    + "pairs \(NumberText.share(recall)) are inferred.")
        }
        if let refinding { findings.append(refindingText(refinding)) }
        return findings
    }

    private func refindingText(_ refinding: Refinding) -> String {
        let total = refinding.total
        guard let share = total.share, let bounds = total.interval?.bounds else {
            return
                "Of the families that are in \(asked.later ?? "") too, none has moved to another \(asked.area ?? "")."
        }
        var text =
            "\(Wording.count(total.moved, "family", plural: "families")) moved to another \(asked.area ?? "") before "
            + "\(asked.later ?? ""); the set of pupils alone finds \(NumberText.integer(total.found)) of them again "
            + "(\(NumberText.share(share)), 95 % interval \(NumberText.share(bounds.lowerBound)) to "
            + "\(NumberText.share(bounds.upperBound)))"
        let several = Refinding.total(refinding.sizes.filter { ($0.members ?? 0) > 1 })
        if several.moved > 0, several.moved < total.moved {
            text += ", and of those of two pupils or more \(Self.share(several.found, of: several.moved))"
        }
        return text + "."
    }

    private static func share(_ part: Int, of all: Int) -> String {
        all == 0 ? "none" : NumberText.share(Double(part) / Double(all))
    }

    var readingNotes: [String] {
        var notes = [
            "Two families are alike when they have as many pupils with the same values"
                + (asked.area.map { " who live in the same \($0)" } ?? "")
                + ", in any order. A family with pupils in two areas is like one with the same pupils in the same two areas "
                + "only. The counts are exact.",
            "By one pupil, by two: the share of families in which one pupil, or two pupils together, differ from those of every "
                + "other family. Someone who knows only these can find the family.",
            "A register of households holds whole families: its owner finds a family among the F that are alike, a risk of 1/F. "
                + "The owner of a register of persons looks each pupil up alone, among f who are alike, and finds the family "
                + "through any of them. That risk is 1 - product of (1 - 1/f), as if each search were independent.",
        ]
        if !dates.isEmpty, asked.precision != .day {
            notes.append("\(Wording.list(dates)): of dates the \(precisionText) is known (--precision).")
        }
        if let sources {
            let address = sources.fields.filter(FamilySources.addressParts.contains)
            notes.append(
                "Inferred families are pupils who agree exactly on \(Wording.list(sources.fields))."
                    + (address.count > 1
                        ? " A part of an address may be empty in all of them. A pupil without a house or flat, or without both street and "
                            + "postcode, is treated as a one-pupil family."
                        : "")
                    + " \(Wording.count(groups.recordsWithout, "pupil")) lacked what is needed.")
        } else if groups.recordsWithout > 0 {
            notes.append(
                "\(Wording.count(groups.recordsWithout, "pupil")) without a family count as a family of one each.")
        }
        if reach.interval != nil {
            notes.append("The interval of the mean treats these families as a sample of many such families.")
        }
        if inference != nil {
            notes.append(
                "A true family is split when its pupils are in several inferred ones, and mixed when one of these holds other "
                    + "pupils too; it can be both.")
        }
        if refinding != nil { notes.append(refindingNote) }
        return notes + [missingNote] + subject.syntheticNotes
    }

    private var precisionText: String {
        switch asked.precision {
        case .day: "day"
        case .month: "month"
        case .term: "school term (spring January to March, summer April to August, autumn September to December)"
        case .year: "year"
        }
    }

    private var refindingNote: String {
        "A family has moved when some of its pupils are in both files and all of these live in another "
            + "\(asked.area ?? ""). Its set of pupils, without the area, is looked up among all families of the later file. "
            + "Found: a single family matches, and holds one of its pupils. Wrong: a single family matches, and holds none. "
            + "None: no family matches, mostly because pupils joined or left. Found, same pupils: the share among families "
            + "with exactly the same pupils in both files. A field that changes from year to year, such as a year group, "
            + "finds no family."
    }

    private var missingNote: String {
        switch subject.missing {
        case .exclude:
            "Missing values: exclude. A family with a pupil who lacks a value is left out of each combination that needs it."
        default: subject.missingNote
        }
    }
}
