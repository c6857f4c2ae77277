internal import CKernels
internal import LinearAlgebra
internal import Microdata

/// A synthetic national pupil database in memory: the country, and every pupil seen in one of its censuses.
///
/// A pupil takes 48 bytes, an enrolment and a stay 8 and 10: about 80 bytes per pupil ever seen.
package struct Register: Sendable {
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
    /// - Throws: `RegisterError.outOfRange` for settings that contradict themselves; `.wrongLibrary`.
    /// - Complexity: O(pupils) time and memory.
    package init(
        _ settings: RegisterSettings, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(RegisterError) {
        do { try MatrixLibrary.requireCorrect() } catch { throw .wrongLibrary(error) }
        let workers = Workers(threads)
        let simulation = try FamilySimulation(settings)
        let made = Self.blocks(of: simulation, settings, workers, progress)
        let firsts = Self.starts(of: made)
        let total = firsts[made.count]
        enrolments = Self.joined(total.enrolment, workers, made) { block, shared in
            for (place, enrolment) in made[block].enrolments.enumerated() {
                shared.fill(firsts[block].enrolment + place, with: enrolment)
            }
        }
        var stays = Self.joined(total.stay, workers, made) { block, shared in
            for (place, stay) in made[block].stays.enumerated() { shared.fill(firsts[block].stay + place, with: stay) }
        }
        pupils = Self.joined(total.pupil, workers, made) { block, shared in
            let first = firsts[block]
            for (place, unplaced) in made[block].pupils.enumerated() {
                var pupil = unplaced
                pupil.firstEnrolment += UInt32(first.enrolment)
                pupil.firstStay += UInt32(first.stay)
                shared.fill(first.pupil + place, with: pupil)
            }
        }
        Self.assignAddresses(to: &stays, in: simulation.world, settings: settings)
        self.stays = stays
        let numbers = PupilNumber(settings)
        serials = Self.joined(total.pupil, workers, made) { block, shared in
            for pupil in firsts[block].pupil..<firsts[block + 1].pupil {
                shared.fill(pupil, with: numbers.serial(of: pupil))
            }
        }
        self.settings = settings
        world = simulation.world
        origins = simulation.origins
        names = simulation.names
    }

    /// The families of the register, block by block.
    ///
    /// Families come in a fixed order; the first that fill the roll of the last census are the register's.
    private static func blocks(
        of simulation: FamilySimulation, _ settings: RegisterSettings, _ workers: Workers,
        _ progress: (@Sendable (Double) -> Void)?
    ) -> [SimulatedBlock] {
        var blocks: [SimulatedBlock] = []
        var onRoll = 0
        let wanted = settings.pupilsOnRoll
        while onRoll < wanted {
            let first = blocks.count
            let batch = 16
            let slots = DisjointBuffer<SimulatedBlock?>(batch)
            workers.run(batch) { _, item in slots[item] = simulation.block(first + item) }
            for block in slots.results() {
                onRoll += block.onRoll
                blocks.append(block)
                if onRoll >= wanted { break }
            }
            progress?(min(Double(onRoll) / Double(wanted), 1))
        }
        trim(
            &blocks[blocks.count - 1], by: onRoll - wanted,
            lastCensus: SchoolCalendar(settings.lastYear - 1).springCensus)
        return blocks
    }

    /// Where each block begins, and the end of the last.
    private static func starts(of blocks: [SimulatedBlock]) -> [Starts] {
        var starts = [Starts()]
        for block in blocks {
            let last = starts[starts.count - 1]
            starts.append(
                Starts(
                    pupil: last.pupil + block.pupils.count, enrolment: last.enrolment + block.enrolments.count,
                    stay: last.stay + block.stays.count))
        }
        return starts
    }

    /// Where a block begins among all pupils, enrolments and stays.
    private struct Starts {
        var pupil = 0
        var enrolment = 0
        var stay = 0
    }

    /// An array that is filled block by block, on several threads.
    private static func joined<Element>(
        _ count: Int, _ workers: Workers, _ blocks: [SimulatedBlock],
        fill: @Sendable (_ block: Int, _ shared: DisjointBuffer<Element>) -> Void
    ) -> [Element] {
        unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            let shared = unsafe DisjointBuffer(filling: buffer, inLargePages: true)
            workers.run(blocks.count) { _, block in fill(block, shared) }
            filled = count
        }
    }

    /// Asks for the memory of a pupil that is read soon.
    @inline(__always)
    func prefetchPupil(_ pupil: Int) { Self.prefetch(pupils, pupil) }

    /// Asks for the memory of the histories of a pupil that are read soon.
    @inline(__always)
    func prefetchHistories(of pupil: Pupil) {
        Self.prefetch(enrolments, Int(pupil.firstEnrolment))
        Self.prefetch(stays, Int(pupil.firstStay))
    }

    @inline(__always)
    private static func prefetch<Element>(_ array: [Element], _ place: Int) {
        unsafe array.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe singleout_prefetch(base + place)
            // A pupil lies across two lines of the cache as a rule.
            if MemoryLayout<Element>.size > 16 {
                unsafe singleout_prefetch(UnsafeRawPointer(base + place + 1) - 1)
            }
        }
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
