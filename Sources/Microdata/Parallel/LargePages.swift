internal import Foundation

/// Large pages of memory for arrays that are read in no order, whose addresses would cost more than the data.
package enum LargePages {
    private static let size = 1 << 21

    /// Asks for large pages where a buffer covers whole ones; where the system has none nothing changes.
    ///
    /// - Parameter buffer: Memory that has not been touched yet.
    package static func advise(_ buffer: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
        guard let base = buffer.baseAddress, buffer.count >= 2 * size else { return }
        let address = Int(bitPattern: base)
        let skipped = (size - address % size) % size
        unsafe madvise(base + skipped, (buffer.count - skipped) / size * size, MADV_HUGEPAGE)
        #endif
    }
}
