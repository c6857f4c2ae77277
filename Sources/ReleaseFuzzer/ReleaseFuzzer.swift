import Singleout

/// Feeds a text to the reader of release files, which must read it or name the file and say why not.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    do {
        let release = try Release(yaml: text, named: "folder/r.yml")
        let names = release.fields.map(\.name)
        precondition(Set(names).count == names.count, "a field has two roles")
        precondition(release.policy.minK ?? 1 >= 1, "a rule is out of range")
    } catch {
        precondition("\(error)".contains("folder/r.yml"), "an error does not name the file")
    }
    return 0
}
