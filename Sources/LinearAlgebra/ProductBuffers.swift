internal import COpenBLAS
internal import Dispatch
internal import Foundation

/// The memory that OpenBLAS takes for each product at a time.
///
/// The library takes 128 MiB of addresses for each thread that multiplies, and where the system refuses them it asks again, for
/// ever. So where memory is limited, it gets its buffers at once, before its first product, as many as there is room for, and no
/// more products are made at a time.
enum ProductBuffers {
    /// How many products can be made at a time.
    private enum Room {
        /// As many as there are threads.
        case any
        case limited(DispatchSemaphore)
        /// None.
        case lacking
    }

    /// The bytes of a buffer, and of what comes with it.
    static let bytes = 160 << 20
    private static let room = reserved()

    /// Whether there is memory for one product at least.
    static var areThere: Bool {
        if case .lacking = room { false } else { true }
    }

    /// Makes a product, when there is memory for it.
    static func whileHeld<Result>(_ product: () -> Result) -> Result {
        switch room {
        case .any: return product()
        case .limited(let room):
            room.wait()
            defer { room.signal() }
            return product()
        case .lacking: preconditionFailure("there is no memory for a product; MatrixLibrary.requireCorrect() says so")
        }
    }

    private static func reserved() -> Room {
        if !isMemoryLimited { return .any }
        // The library's own threads may still ask for theirs.
        let others = ThreadPolicy.threadsAtStart - 1
        let wanted = min(ProcessInfo.processInfo.activeProcessorCount, 64)
        let found = mappings(2 * wanted + others) - others
        if found < 1 { return .lacking }
        // Half of what there is, as the data need memory too.
        let count = min(max(found / 2, 1), wanted)
        let buffers = unsafe (0..<count).map { _ in unsafe singleout_take_product_buffer() }
        unsafe buffers.forEach { unsafe singleout_give_product_buffer($0) }
        return .limited(DispatchSemaphore(value: unsafe buffers.contains { unsafe $0 == nil } ? 1 : count))
    }

    /// Whether the system may refuse memory, and does not end the process instead.
    private static var isMemoryLimited: Bool {
        var limit = rlimit()
        // The largest numbers mean none.
        if unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 62 {
            return true
        }
        // 2: no more than there is.
        let mode = try? String(contentsOfFile: "/proc/sys/vm/overcommit_memory", encoding: .utf8)
        return mode?.hasPrefix("2") ?? false
    }

    /// How many blocks of the size of a buffer the system would give now, up to a number.
    private static func mappings(_ most: Int) -> Int {
        var blocks: [UnsafeMutableRawPointer] = unsafe []
        defer { unsafe blocks.forEach { unsafe munmap($0, bytes) } }
        while unsafe blocks.count < most {
            guard
                let block = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
                unsafe block != MAP_FAILED
            else { break }
            unsafe blocks.append(block)
        }
        return unsafe blocks.count
    }
}
