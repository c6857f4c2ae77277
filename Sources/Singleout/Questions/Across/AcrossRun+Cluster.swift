import Disclosure
import Microdata
import SparkCounting

extension AcrossPlan {
    /// Compares two sources of a cluster.
    ///
    /// - Throws: `SparkError`, `CountingError`.
    func run(on cluster: ClusterData, _ progress: AnalysisProgress.Handler?) throws -> AcrossFindings {
        let matcher = try SparkMatcher(
            cluster.sources[0], with: cluster.sources[1], settings: cluster.settings, missing: missing,
            missingValues: missingValues)
        let (fields, added, plan) = (on ?? [], adding ?? [], self)
        let outcome = try Waiting.wait {
            try await matcher.lattice(
                of: fields, adding: added, truth: plan.truth, maximumSize: plan.maximumSize, threshold: plan.threshold
            ) { progress?(.cluster($0)) }
        }
        for (file, records) in [(files[0], outcome.lattice.records), (files[1], outcome.others)] {
            progress?(.read(ReadingFacts(source: file, bytes: nil, records: records)))
        }
        for entry in outcome.lattice.entries
        where entry.fields.count == 1 && entry.figures.none == entry.figures.records {
            let remark = FieldRemark(onCluster: outcome.lattice.fields[entry.fields[0]], files: files)
            progress?(.compared(remark, isAllowed: comparing.allowsDisjoint))
        }
        let comparison = AcrossComparison(
            files: [files[1]], records: [outcome.others], added: added, lattice: outcome.lattice)
        return AcrossFindings(
            subject: Subject(
                source: files[0], quasiIdentifiers: fields, missing: missing, cluster: cluster.sources[0]),
            records: outcome.lattice.records, truth: truth, threshold: threshold, comparisons: [comparison], top: top)
    }
}
