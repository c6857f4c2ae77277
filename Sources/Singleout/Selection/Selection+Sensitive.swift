import Counting
import Disclosure
import Microdata

extension Selection {
    /// What is known of one sensitive field in classes.
    func field(_ field: String, in classes: EquivalenceClasses, _ table: Table) throws -> RuleEvidence.Field {
        let written = try table.column(named: field)
        let column = written.withEqualNumbers
        func evidence(
            _ profile: SensitiveProfile, _ distance: any ValueDistance, order: ValueOrder.Kind? = nil,
            lacksPlaces: Bool = false
        ) -> RuleEvidence.Field {
            let levels = SensitiveLevels(profile, entropy: sensitive.entropy, distance: distance)
            return RuleEvidence.Field(
                figures: SensitiveFigures(levels: levels, order: order, lacksPlaces: lacksPlaces), profile: profile,
                distance: distance)
        }
        if sensitive.ordered.contains(field) {
            let order = try ValueOrder(column, dates: dates, source: table.source)
            let profile = SensitiveProfile(
                of: column, in: classes, missing: missing, ranks: order.ranks, threads: threads)
            // A missing value has no place in an order.
            let lacks = missing != .exclude && column.missingCode != nil
            return evidence(profile, OrderedDistance(profile), order: order.kind, lacksPlaces: lacks)
        }
        let profile = SensitiveProfile(of: column, in: classes, missing: missing, threads: threads)
        guard let path = sensitive.hierarchies[field] else { return evidence(profile, EqualDistance()) }
        let hierarchy = try readHierarchy(path)
        if let distance = HierarchicalDistance(hierarchy, column, profile) { return evidence(profile, distance) }
        // A hierarchy may have numbers as the data write them.
        let own = SensitiveProfile(of: written, in: classes, missing: missing, threads: threads)
        if let distance = HierarchicalDistance(hierarchy, written, own) { return evidence(own, distance) }
        let without = (0..<written.cardinality).count { code in
            let isMissing = UInt32(code) == written.missingCode
            return own.totals[code] > 0 && hierarchy.leaf(isMissing ? nil : written.dictionary[utf8: code]) == nil
        }
        throw HierarchyError.valuesWithoutRow(source: path, field: field, values: without)
    }
}
