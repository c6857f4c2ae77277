internal import Statistics

/// Which origins live in which area, and which areas an ethnic group lives in.
///
/// A group's share in an area is its national share times a random field, a region's diversity and poverty; the factors
/// of the groups are found by iterative proportional fitting, so that the shares of the country are the published ones.
struct EthnicMix: Sendable {
    /// The ethnic groups in the order of the origins' first appearance.
    private let groupOfOrigin: [UInt8]
    /// The groups of each area, the origins of each group, and the areas of each group.
    private let groupsOfArea: AliasRows
    private let originsOfGroup: AliasRows
    private let areasOfGroup: AliasRows

    init(_ settings: RegisterSettings, layout: Layout, fields: AreaFields, weights: [Double], origins: Origins) {
        var codes: [String] = []
        var members: [[Int]] = []
        var groupOfOrigin: [UInt8] = []
        for (index, origin) in origins.all.enumerated() {
            if let group = codes.firstIndex(of: origin.ethnicity) {
                members[group].append(index)
                groupOfOrigin.append(UInt8(group))
            } else {
                groupOfOrigin.append(UInt8(codes.count))
                codes.append(origin.ethnicity)
                members.append([index])
            }
        }
        // Families that are still to come are on no roll yet: more of them are needed.
        let familyShares = Arrivals(origins).familyShares
        let shares = members.map { $0.reduce(0) { $0 + familyShares[$1] } }
        let total = weights.reduce(0, +)
        let areas = weights.count
        // What makes a group more or less common in an area; the majority is the measure of the others. By area, then group.
        let majority = shares.indices.max { shares[$0] < shares[$1] } ?? 0
        let groups = codes.count
        var attraction = [Double](repeating: 1, count: areas * groups)
        for group in codes.indices where group != majority {
            let field = fields.field(group + 1)
            for area in 0..<areas {
                let diversity = layout.regions[layout.places[area].region].diversity
                let log = settings.homes.segregation * field[area] + diversity + 0.25 * fields.poverty[area]
                attraction[area * groups + group] = PortableMath.exp(log)
            }
        }
        var factors = shares
        var found = [Double](repeating: 0, count: areas * groups)
        for _ in 0..<30 {
            var sums = [Double](repeating: 0, count: groups)
            for area in 0..<areas {
                let first = area * groups
                var sum = 0.0
                for group in 0..<groups {
                    found[first + group] = factors[group] * attraction[first + group]
                    sum += found[first + group]
                }
                for group in 0..<groups {
                    found[first + group] /= sum
                    sums[group] += found[first + group] * weights[area]
                }
            }
            for group in codes.indices { factors[group] *= shares[group] / (sums[group] / total) }
        }
        let mix = found
        groupsOfArea = AliasRows((0..<areas).map { Array(mix[$0 * groups..<($0 + 1) * groups]) })
        originsOfGroup = AliasRows(
            codes.indices.map { group in
                origins.all.indices.map { groupOfOrigin[$0] == UInt8(group) ? familyShares[$0] : 0 }
            })
        areasOfGroup = AliasRows(
            codes.indices.map { group in (0..<areas).map { weights[$0] * mix[$0 * groups + group] } })
        self.groupOfOrigin = groupOfOrigin
    }

    /// The origin of a family that lives in an area.
    func origin(in area: Int, using stream: inout RandomStream) -> Int {
        let group = groupsOfArea.draw(from: area, using: &stream)
        return originsOfGroup.draw(from: group, using: &stream)
    }

    /// Asks for the memory that the origins of an area need.
    func prefetch(area: Int) { groupsOfArea.prefetch(row: area) }

    /// An area anywhere for a family of an origin.
    func area(for origin: Int, using stream: inout RandomStream) -> Int {
        areasOfGroup.draw(from: Int(groupOfOrigin[origin]), using: &stream)
    }
}
