public import Briefing
import Counting
import Disclosure
import Microdata

extension RecodeFindings {
    /// What the JSON output holds.
    package static let shape = Shape<RecodeFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .list(.recodedFields, fieldShape) { findings in findings.generalisations.indices.map { (findings, $0) } },
        .object(.before, beforeShape) { $0.before },
        .list(.changes, changeShape) { findings in findings.changes.map { (findings, $0) } },
        .object(ifAny: .releaseSearch, RecodingOptimum.shape) { $0.optimum },
        .object(ifAny: .chosen, chosenShape) { findings in findings.chosen.map { (findings, $0) } },
        .object(ifAny: .written, writtenShape) { findings in findings.written.map { (findings, $0) } })

    private static let fieldShape = Shape<(findings: RecodeFindings, field: Int)>(
        .value(.field) { $0.findings.generalisations[$0.field].field },
        .value(.hierarchy) { $0.findings.generalisations[$0.field].hierarchy ?? "none" },
        .value(.levelsFound) { $0.findings.areFound[$0.field] },
        .list(.fieldLevels, levelShape) { part in
            part.findings.generalisations[part.field].levels.indices.map { (part.findings, part.field, $0) }
        })

    private static let levelShape = Shape<(findings: RecodeFindings, field: Int, level: Int)>(
        .value(.levelName) { $0.findings.name($0.field, $0.level) },
        .value(.levelGroups) { $0.findings.groups[$0.field][$0.level] },
        .value(.entropy) { PlainNumber($0.findings.entropies[$0.field][$0.level]) })

    private static let classesShape = Shape<SizeHistogram>(
        .value(.records) { $0.records },
        .value(.classes) { $0.classes },
        .value(.k, or: Subject.noRecords) { $0.k },
        .value(.uniques) { $0.uniques },
        .value(.uniqueness, or: Subject.noRecords) { $0.uniqueness },
        .value(.expectedReidentifications) { $0.classes },
        .value(.meanRisk, or: Subject.noRecords) { $0.meanRisk })

    private static let beforeShape = Shape<SizeHistogram>(
        .members(classesShape) { $0 }, .value(.discernibility) { Int($0.discernibility) })

    private static let changeShape = Shape<(findings: RecodeFindings, change: SingleChange)>(
        .value(.field) { $0.findings.generalisations[$0.change.field].field },
        .value(.level) { $0.change.level },
        .value(.levelName) { $0.findings.name($0.change.field, $0.change.level) },
        .value(.noLongerUnique) { $0.change.noLongerUnique },
        .members(classesShape) { $0.change.histogram },
        .value(.bitsLost) { PlainNumber($0.change.bitsLost) },
        .value(.jointBitsLost) { PlainNumber($0.change.jointBitsLost) },
        .value(.discernibility) { Int($0.change.histogram.discernibility) })

    private typealias Chosen = (findings: RecodeFindings, node: RecodedNode)

    private static let chosenShape = Shape<Chosen>(
        .map(.chosenLevels, chosenLevelShape) { chosen in
            chosen.findings.generalisations.indices.map {
                (chosen.findings.generalisations[$0].field, (chosen, $0))
            }
        },
        .value(.suppressed) { $0.node.suppressed },
        .object(.released, classesShape) { $0.node.released },
        .value(.uniquesBeforeSuppression) { $0.node.histogram.uniques })

    private static let chosenLevelShape = Shape<(chosen: Chosen, field: Int)>(
        .value(.level) { $0.chosen.node.levels[$0.field] },
        .value(.levelName) { $0.chosen.findings.name($0.field, $0.chosen.node.levels[$0.field]) },
        .value(.bitsLost) { PlainNumber($0.chosen.node.bitsLost[$0.field]) })

    private static let writtenShape = Shape<(findings: RecodeFindings, histogram: SizeHistogram)>(
        .members(classesShape) { $0.histogram },
        .value(.suppressed) { $0.findings.records - $0.histogram.records },
        .value(.unchangedFields) { $0.findings.unchanged ?? [] },
        .value(.leftOut) { $0.findings.leftOut })

    /// The CSV output: a row for each level of each field, the single changes in their rank, then the unchanged fields.
    public var rows: Tabulation? {
        let chosen = chosen
        func isChosen(_ field: Int, _ level: Int) -> Cell {
            guard let chosen else { return .missing(reason: "no levels were chosen") }
            return .text(chosen.levels[field] == level ? "true" : "false")
        }
        func row(
            _ rank: Cell, _ field: Int, _ level: Int, _ histogram: SizeHistogram, _ noLonger: Int, bits: Double,
            joint: Double
        ) -> [Cell] {
            [
                rank, .text(generalisations[field].field), .integer(level), .text(name(field, level)),
                .integer(groups[field][level]), .integer(noLonger), .integer(histogram.uniques),
                .share(orMissing: histogram.uniqueness), .integer(orMissing: histogram.k),
                .integer(histogram.classes), .real(bits, decimals: 6), .real(joint, decimals: 6),
                .integer(Int(histogram.discernibility)), isChosen(field, level),
            ]
        }
        let asTheyAre = generalisations.indices.map { field in
            row(
                .missing(reason: "the original field changes nothing"), field, 0, before, 0, bits: 0, joint: 0)
        }
        return Tabulation(
            columns: [
                Figure.rank.column(), Figure.field.words(), Figure.level.column(), Figure.levelName.words(),
                Figure.levelGroups.column(), Figure.noLongerUnique.column(), Figure.uniques.column("Still unique"),
                Figure.uniqueness.column(), Figure.k.column(), Figure.expectedReidentifications.column(),
                Figure.bitsLost.column(), Figure.jointBitsLost.column(), Figure.discernibility.column(),
                Figure.chosen.words(),
            ],
            rows: changes.enumerated().map { rank, change in
                row(
                    .integer(rank + 1), change.field, change.level, change.histogram, change.noLongerUnique,
                    bits: change.bitsLost, joint: change.jointBitsLost)
            } + asTheyAre)
    }
}

extension RecodingOptimum {
    fileprivate static let shape = Shape<RecodingOptimum>(
        .object(.target, targetShape) { $0.target },
        .value(.loss) { $0.loss.rawValue },
        .value(.exact) { _ in true },
        .value(.targetMet) { $0.release != nil },
        .value(.nodes) { $0.nodes },
        .value(.counted) { $0.counted },
        .value(.ruledOut) { $0.ruledOut },
        .value(.tooCostly) { $0.tooCostly },
        .value(.equallyGood) { $0.equallyGood },
        .value(.lost, or: RecodeFindings.noRelease) { $0.release.map { PlainNumber($0.loss) } })

    private static let targetShape = Shape<RecodingTarget>(
        .value(.targetK) { $0.k },
        .value(.targetUniqueness, or: "the target does not state it") { $0.uniqueness.map(PlainNumber.init) },
        .value(.targetSuppression) { PlainNumber($0.suppression) })
}
