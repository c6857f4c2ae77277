internal import CXLSXWriter
internal import Foundation

/// Where the library puts the parts of a workbook together: a file in memory, or one of the folder where no path leads into memory.
struct WorkbookFile {
    /// What the library opens.
    let path: String
    private let number: Int32
    private let isInMemory: Bool

    /// Makes it, empty.
    ///
    /// - Parameter folder: A folder that the user can write in.
    init(in folder: String) throws(WorkbookError) {
        let memory = singleout_memory_file()
        if memory >= 0 {
            let path = "/proc/self/fd/\(memory)"
            if unsafe access(path, W_OK) == 0 {
                (self.path, number, isInMemory) = (path, memory, true)
                return
            }
            close(memory)
        }
        var template = Array((folder + "/.workbook-XXXXXX").utf8CString)
        number = unsafe mkstemp(&template)
        if number < 0 { throw WorkbookError(reason: unsafe String(cString: strerror(errno)).lowercased()) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        isInMemory = false
    }

    /// Lets it go.
    func remove() {
        if !isInMemory { unsafe unlink(path) }
        close(number)
    }
}
