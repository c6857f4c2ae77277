package import Linkage

/// A checked simulation of requests: which register, how many requests and what is known of the children.
public struct SimulationPlan: QuestionPlan, Hashable {
    /// The folder of a register with all its files.
    package let register: String
    /// The requests.
    package let settings: RequestSettings
    /// The published volume that the requests follow; `nil` where months and requests were stated.
    package let volume: RequestVolume?
    /// The fields of the census by whose values the pupils are divided.
    package let groupFields: [String]
    /// The fewest pupils of a group, at least 1; smaller groups are merged.
    package let minimumGroup: Int
    /// The number of threads, at least 1; all cores when `nil`.
    package let threads: Int?
    /// The release file that was read.
    private let release: String?

    /// Checks what was asked for and fills in what it leaves open, from the release and then from the defaults: the
    /// months and requests of the volume, else 15 months of the ceiling of 1,500; groups by ethnicity, region and phase.
    ///
    /// - Throws: `PlanError` or `RequestError` that names the option and what it needs.
    public init(_ arguments: SimulationRequest, release: Release? = nil) throws {
        let stated = release?.requests
        guard let register = arguments.register ?? stated?.register else { throw PlanError.noRegister }
        let months = arguments.months ?? stated?.months
        let requests = arguments.requests ?? stated?.requests
        let threads = try Setting.threads.checked(arguments.threads)
        _ = try Setting.months.checked(months)
        _ = try Setting.requests.checked(requests)
        var folder = register
        while folder.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
        self.register = folder
        let base = arguments.volume ?? stated?.volume ?? .ceiling
        var settings = arguments.settings(stated)
        settings.months = months ?? base.months
        settings.requests = requests.map { $0 * settings.months } ?? base.requests * settings.months / base.months
        // Before the register is read, which takes long.
        try settings.check()
        self.settings = settings
        self.volume = months == nil && requests == nil ? base : nil
        let named = try Selection.names(arguments.groups, Setting.censusFields.option)
        var seen: Set<String> = []
        for field in named where !seen.insert(field).inserted {
            throw PlanError.repeatedField(field, option: Setting.censusFields.option)
        }
        groupFields = named.isEmpty ? ["ethnicity", "region", "phase"] : named
        self.minimumGroup =
            try Setting.minGroup.checked(arguments.minimumGroup ?? release?.minimumGroup)
            ?? Default.minimumGroup
        self.threads = threads
        self.release = release?.file
    }

    /// The folder, so that no output replaces what is in it, and the release file.
    public var inputs: [String] { [register] + [release].compactMap(\.self) }
}
