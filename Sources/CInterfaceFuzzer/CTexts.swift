import Foundation

/// Texts as C code passes them. Each is memory of its own, which is given back after the call, so that the address sanitizer sees any
/// byte that is read beside them or later.
enum CTexts {
    /// Runs a call with texts; an array of none is NULL.
    static func pass<Result>(
        _ texts: [[UInt8]], _ call: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        if texts.isEmpty { return call(nil) }
        let array = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: texts.count)
        for (position, text) in texts.enumerated() {
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
            for (place, byte) in text.enumerated() { unsafe copy[place] = CChar(bitPattern: byte) }
            unsafe copy[text.count] = 0
            unsafe array[position] = UnsafePointer(copy)
        }
        let result = unsafe call(UnsafePointer(array))
        for position in texts.indices { unsafe array[position]?.deallocate() }
        unsafe array.deallocate()
        return result
    }

    /// Runs a call with one text, or NULL.
    static func pass<Result>(_ text: [UInt8]?, _ call: (UnsafePointer<CChar>?) -> Result) -> Result {
        guard let text else { return call(nil) }
        return unsafe pass([text]) { unsafe call($0?[0]) }
    }
}
