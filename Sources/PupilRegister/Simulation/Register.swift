internal import Microdata

/// A synthetic national pupil database in memory: the country, and every pupil seen in one of its censuses.
///
/// A pupil takes 48 bytes, an enrolment and a stay 8 and 10: about 80 bytes per pupil ever seen.
public struct Register: Sendable {
    let settings: RegisterSettings
    let world: World
    let origins: Origins
    let names: NameModel
    let pupils: [Pupil]
    let enrolments: [Enrolment]
    let stays: [Stay]
    /// The nine digits of each pupil's number.
    let serials: [UInt32]

    /// Makes a register.
    ///
    /// - Parameters:
    ///   - settings: What to make.
    ///   - threads: The number of threads; all cores when `nil`. The register does not depend on it.
    ///   - progress: The share of the pupils that are made, now and then, from any thread.
    /// - Throws: `RegisterError.outOfRange` for settings that contradict themselves.
    /// - Complexity: O(pupils) time and memory.
    public init(
        _ settings: RegisterSettings, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(RegisterError) {
        let workers = Workers(threads)
        let simulation = try FamilySimulation(settings)
        var blocks: [SimulatedBlock] = []
        var onRoll = 0
        let wanted = settings.pupilsOnRoll
        // Families come in a fixed order; the first that fill the roll of the last census are the register's.
        while onRoll < wanted {
            let first = blocks.count
            let batch = 16
            let slots = Slots<SimulatedBlock>(batch)
            workers.run(batch) { _, item in slots[item] = simulation.block(first + item) }
            for block in slots.values {
                onRoll += block.onRoll
                blocks.append(block)
                if onRoll >= wanted { break }
            }
            progress?(min(Double(onRoll) / Double(wanted), 1))
        }
        Self.trim(
            &blocks[blocks.count - 1], by: onRoll - wanted,
            lastCensus: SchoolCalendar(settings.lastYear - 1).springCensus)
        var pupils: [Pupil] = []
        var enrolments: [Enrolment] = []
        var stays: [Stay] = []
        pupils.reserveCapacity(blocks.reduce(0) { $0 + $1.pupils.count })
        enrolments.reserveCapacity(blocks.reduce(0) { $0 + $1.enrolments.count })
        stays.reserveCapacity(blocks.reduce(0) { $0 + $1.stays.count })
        for index in blocks.indices {
            let (firstEnrolment, firstStay) = (UInt32(enrolments.count), UInt32(stays.count))
            for var pupil in blocks[index].pupils {
                pupil.firstEnrolment += firstEnrolment
                pupil.firstStay += firstStay
                pupils.append(pupil)
            }
            enrolments += blocks[index].enrolments
            stays += blocks[index].stays
            // Blocks are freed one by one, so that the pupils are never in memory twice.
            blocks[index] = SimulatedBlock()
        }
        Self.assignAddresses(to: &stays, in: simulation.world, settings: settings)
        let numbers = PupilNumber(settings)
        var serials = [UInt32](repeating: 0, count: pupils.count)
        for pupil in serials.indices { serials[pupil] = numbers.serial(of: pupil) }
        self.settings = settings
        world = simulation.world
        origins = simulation.origins
        names = simulation.names
        self.pupils = pupils
        self.enrolments = enrolments
        self.stays = stays
        self.serials = serials
    }

    /// The enrolments of a pupil, in the order of time.
    func enrolments(of pupil: Pupil) -> ArraySlice<Enrolment> {
        enrolments[Int(pupil.firstEnrolment)..<Int(pupil.firstEnrolment) + Int(pupil.enrolments)]
    }

    /// The stays of a pupil's home, in the order of time.
    func stays(of pupil: Pupil) -> ArraySlice<Stay> {
        stays[Int(pupil.firstStay)..<Int(pupil.firstStay) + Int(pupil.stays)]
    }

    /// Leaves the last pupils on roll out of a block, so that the register has as many as were asked for.
    private static func trim(_ block: inout SimulatedBlock, by surplus: Int, lastCensus: Day) {
        var left = surplus
        while left > 0, let pupil = block.pupils.last {
            let own = block.enrolments[Int(pupil.firstEnrolment)...]
            if own.contains(where: { $0.covers(lastCensus) }) { left -= 1 }
            block.enrolments.removeSubrange(Int(pupil.firstEnrolment)...)
            block.pupils.removeLast()
        }
        block.stays.removeSubrange((block.pupils.map { Int($0.firstStay) + Int($0.stays) }.max() ?? 0)...)
        block.onRoll -= surplus
    }

    /// Gives every stay an address of its area, different ones as long as there are any.
    private static func assignAddresses(to stays: inout [Stay], in world: World, settings: RegisterSettings) {
        var taken = [Int32](repeating: 0, count: world.areas.count)
        let steps = world.areas.indices.map { area in
            AddressSteps(addresses: world.areas[area].addresses, area: area, settings: settings)
        }
        for index in stays.indices {
            let area = Int(stays[index].area)
            let isShared = stays[index].isShared && taken[area] > 0
            let rank = Int(taken[area]) - (isShared ? 1 : 0)
            taken[area] += isShared ? 0 : 1
            stays[index].isShared = isShared
            stays[index].address = UInt16(steps[area].address(of: rank))
            stays[index].annexe = UInt8(min(rank / world.areas[area].addresses, 255))
        }
    }
}
