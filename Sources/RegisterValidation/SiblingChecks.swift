internal import Counting
internal import Microdata
internal import PupilRegister

/// Siblings who are on roll at the same time: in truth, by address, and by address and surname.
enum SiblingChecks {
    static func measure(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) throws {
        measureFamilies(census, families, &measurements)
        try measureAddresses(census, families, &measurements)
        try measureSets(census, families, &measurements)
    }

    /// Groups, their members and their pairs, from the sizes of groups.
    private struct Groups {
        var sizes = [Int](repeating: 0, count: 5)
        var pupils = 0
        var together = 0
        var pairs = 0

        mutating func add(_ size: Int) {
            sizes[min(size, 4)] += 1
            pupils += size
            if size > 1 { together += size }
            pairs += size * (size - 1) / 2
        }

        var count: Int { sizes.reduce(0, +) }
        /// Others of the group per pupil.
        var reach: Double { 2 * Double(pairs) / Double(max(pupils, 1)) }
    }

    /// Families as far as their pupils are in Reception to year 11, as in the calculation that they are compared with.
    private static func measureFamilies(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) {
        var groups = Groups()
        families.forEach { members in
            let size = members.count { (0...11).contains(census.group[Int($0)]) }
            if size > 0 { groups.add(size) }
        }
        guard groups.count > 0 else {
            for key in ["visible", "families", "mean", "size1", "size2", "size3", "size4", "reach"] {
                measurements.skip("siblings.\(key)", "there is no such pupil in this register")
            }
            return
        }
        measurements.set("siblings.visible", groups.together, of: groups.pupils, effect: 2)
        measurements.set("siblings.families", groups.count - groups.sizes[1], of: groups.count)
        let root = Double(groups.count).squareRoot()
        measurements.set("siblings.mean", Double(groups.pupils) / Double(groups.count), error: 0.7 / root)
        for size in 1...4 { measurements.set("siblings.size\(size)", groups.sizes[size], of: groups.count) }
        measurements.set("siblings.reach", groups.reach, error: 1.5 / root)
    }

    /// The sibling groups that the Department for Education derives from addresses, against the truth.
    private static func measureAddresses(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) throws {
        let address = [
            try census.column("postcode"), try census.column("building"), try census.column("sub_building"),
        ]
        let classes = try EquivalenceClasses(of: address)
        var byAddress = Groups()
        for size in classes.sizes { byAddress.add(Int(size)) }
        measurements.set("siblings.addressPupils", byAddress.together, of: census.count)
        measurements.set("siblings.addressReach", byAddress.reach)
        var bySurname = Groups()
        let ofSurname = try SizeHistogram(counting: address + [try census.column("surname")])
        for entry in ofSurname.entries { for _ in 0..<entry.classes { bySurname.add(entry.size) } }
        measurements.set("siblings.surnamePupils", bySurname.together, of: census.count)
        measurements.set("siblings.surnameReach", bySurname.reach)

        var ofFamily = Groups()
        var together = Groups()
        families.forEach { members in
            ofFamily.add(members.count)
            var left = members.map { classes.classOf[Int($0)] }.sorted()
            while let last = left.last {
                let size = left.count { $0 == last }
                together.add(size)
                left.removeLast(size)
            }
        }
        measurements.set("siblings.together", together.together, of: census.count)
        measurements.set("siblings.falseAddress", byAddress.pairs - together.pairs, of: byAddress.pairs)
        measurements.set("siblings.missedAddress", ofFamily.pairs - together.pairs, of: ofFamily.pairs)
    }

    /// How many families are alone in their area by the years of birth and the sexes of their pupils.
    private static func measureSets(
        _ census: CensusRecords, _ families: FamilyRecords, _ measurements: inout Measurements
    ) throws {
        let area = try census.column("lsoa").codes.widened()
        var single: [UInt64] = []
        var several: [UInt64] = []
        families.forEach { members in
            guard let first = members.first else { return }
            // Sets that differ have different keys, but for one chance in 2^64 per pair.
            var key = mixed(UInt64(area[Int(first)]) + 1)
            for member in members {
                let sex: UInt64 = census.isBoy[Int(member)] ? 1 : 0
                key &+= mixed(UInt64(Day(census.birth[Int(member)]).academicYear) << 1 | sex | (1 << 40))
            }
            if members.count == 1 { single.append(key) } else { several.append(key) }
        }
        measurements.set("siblings.singleUnique", alone(&single), of: single.count)
        measurements.set("siblings.setUnique", alone(&several), of: several.count)
    }

    private static func alone(_ keys: inout [UInt64]) -> Int {
        keys.sort()
        return keys.indices.count { index in
            (index == 0 || keys[index - 1] != keys[index])
                && (index == keys.count - 1 || keys[index + 1] != keys[index])
        }
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value &* 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
