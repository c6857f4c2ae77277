internal import CKernels

/// Asks for memory that is read soon, so that the reading need not wait for it.
enum Prefetch {
    /// Asks for the memory of an element; nothing happens for one that is not there.
    @inline(__always)
    static func element<Element>(_ place: Int, of array: [Element]) {
        unsafe array.withUnsafeBufferPointer { elements in
            if let base = elements.baseAddress { unsafe singleout_prefetch(base + place) }
        }
    }
}
