/// Which fields of some files are compared, added and used as the truth.
struct AcrossFields {
    let files: [AcrossFile]
    let truth: String?
    /// The fields of A that each other file shares; one list for each other file.
    let shared: [[String]]
    /// The fields of A that all other files share.
    let sharedByAll: [String]
    /// The fields that each other file adds.
    let added: [[String]]

    /// - Throws: `AcrossError` for fields that are not where they have to be.
    init(_ files: [AcrossFile], plan: AcrossPlan) throws(AcrossError) {
        self.files = files
        truth = plan.truth
        let (first, others) = (files[0], Array(files.dropFirst()))
        if let truth = plan.truth {
            for file in files where !file.has(truth) {
                throw .noTruth(truth, file: file.name, nearest: file.nearest(truth))
            }
        }
        // Fields that name a person, weigh it or say where it lives are neither known to an intruder nor given away.
        let apart = Set(
            (plan.release?.fields ?? []).filter { $0.role.isSingle }.map(\.name) + [plan.truth].compactMap(\.self))
        let candidates: [String]
        if let on = plan.on {
            for field in on {
                for file in files where !file.has(field) {
                    throw .notShared(field, file: file.name, nearest: file.nearest(field))
                }
            }
            candidates = on
        } else {
            let released = plan.release?.quasiIdentifiers ?? []
            candidates = released.isEmpty ? first.names.filter { !apart.contains($0) } : released.filter(first.has)
        }
        shared = others.map { file in candidates.filter(file.has) }
        sharedByAll = candidates.filter { field in others.allSatisfy { $0.has(field) } }
        for (file, fields) in zip(others, shared) where fields.isEmpty {
            throw .noSharedFields(files: [first.name, file.name])
        }
        if others.count > 1, sharedByAll.isEmpty { throw .noSharedFields(files: files.map(\.name)) }
        let adding = plan.adding
        for field in adding ?? [] where first.has(field) || !others.contains(where: { $0.has(field) }) {
            let nearest = first.has(field) ? nil : others.lazy.compactMap { $0.nearest(field) }.first { !first.has($0) }
            throw .notAdded(field, nearest: nearest)
        }
        added = others.map { file in
            file.names.filter { field in
                !first.has(field) && !apart.contains(field) && (adding?.contains(field) ?? true)
            }
        }
    }

    /// The fields to read of a file, under the names of A.
    func wanted(_ file: Int) -> [String] {
        let truth = [truth].compactMap(\.self)
        if file > 0 { return shared[file - 1] + added[file - 1] + truth }
        return files[0].names.filter { field in shared.contains { $0.contains(field) } } + truth
    }
}
