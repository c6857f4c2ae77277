/// An object that C code holds by an opaque pointer: it lives until it is freed.
final class Handle<Content: Sendable>: Sendable {
    let content: Content

    private init(_ content: Content) { self.content = content }

    /// A pointer to a new object.
    static func pointer(to content: Content) -> OpaquePointer {
        unsafe OpaquePointer(Unmanaged.passRetained(Handle(content)).toOpaque())
    }

    /// The content of the object that a pointer points to.
    static func content(of pointer: OpaquePointer?, _ name: String) throws(LibraryError) -> Content {
        guard let pointer = unsafe pointer else { throw .missing(name) }
        return unsafe Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue().content
    }

    /// Gives the object up; nothing happens for NULL.
    static func free(_ pointer: OpaquePointer?) {
        if let pointer = unsafe pointer { unsafe Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).release() }
    }
}
