/// Makes the calls that an input chooses, of the C interface with the files that it holds, and judges every answer by the header.
///
/// An input is what is called, a release file and a data file, with a byte 0xff before each of the files.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    let parts = input.split(separator: 0xff, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    let free = Folder.lowestFreeDescriptor
    var session = Session(
        choices: Choices(parts[0]), release: parts.count > 1 ? parts[1] : nil, data: parts.count > 2 ? parts[2] : nil)
    session.run()
    session.freeAll()
    precondition(Folder.lowestFreeDescriptor == free, "a file is left open")
    return 0
}
