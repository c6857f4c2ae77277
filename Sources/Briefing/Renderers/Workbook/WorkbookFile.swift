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
            if CLibraries.isWritable(path) {
                (self.path, number, isInMemory) = (path, memory, true)
                return
            }
            close(memory)
        }
        (number, path) = CLibraries.uniqueFile(folder + "/.workbook-XXXXXX")
        if number < 0 { throw WorkbookError(reason: CLibraries.reason(of: errno).lowercased()) }
        isInMemory = false
    }

    /// Lets it go.
    func remove() {
        if !isInMemory { CLibraries.remove(path) }
        close(number)
    }
}
