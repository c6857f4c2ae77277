package import Foundation

/// Calls of the operating system with values of Swift: the one place where paths and bytes become pointers for it.
///
/// What a call that fails says is in `errno`, as in C.
package enum SystemCall {
    /// What the last call that failed says, in the system's words.
    package static var reason: String { reason(of: errno) }

    /// What a number of `errno` means.
    package static func reason(of number: Int32) -> String { unsafe String(cString: strerror(number)) }

    /// Opens a file; below 0 where the system refuses.
    package static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
        unsafe Foundation.open(path, flags | O_CLOEXEC, mode)
    }

    /// Reads bytes to an array, from a place on, at most as many as it has; once more where a signal came first.
    ///
    /// - Returns: Their number, 0 at the end; below 0 where the system refuses.
    package static func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int = 0) -> Int {
        precondition(start >= 0 && start <= bytes.count, "a place outside of the bytes")
        while true {
            let count = unsafe bytes.withUnsafeMutableBytes { room in
                unsafe Foundation.read(descriptor, room.baseAddress?.advanced(by: start), room.count - start)
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Reads bytes to memory, as to an array, and at most so many.
    static func read(_ descriptor: Int32, into bytes: inout MutableSpan<UInt8>, atMost most: Int = .max) -> Int {
        while true {
            let count = unsafe bytes.withUnsafeMutableBytes { room in
                unsafe Foundation.read(descriptor, room.baseAddress, min(room.count, most))
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Reads bytes from a place of a file, which does not move where others read from.
    package static func read(_ descriptor: Int32, into bytes: inout [UInt8], at place: Int) -> Int {
        while true {
            let count = unsafe bytes.withUnsafeMutableBytes { room in
                unsafe pread(descriptor, room.baseAddress, room.count, off_t(place))
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Writes bytes from a place on; once more where a signal came first.
    ///
    /// - Returns: How many were taken; below 0 where the system refuses.
    package static func write(_ bytes: [UInt8], from start: Int = 0, to descriptor: Int32) -> Int {
        write(bytes.span, from: start, to: descriptor)
    }

    /// Writes bytes of memory, as of an array.
    package static func write(_ bytes: Span<UInt8>, from start: Int = 0, to descriptor: Int32) -> Int {
        while true {
            let count = unsafe bytes.extracting(droppingFirst: start).withUnsafeBytes {
                unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Sends bytes from a place on to a socket, and no signal where nobody takes them; once more where a signal came first.
    static func send(_ bytes: [UInt8], from start: Int, to socket: Int32) -> Int {
        while true {
            let count = unsafe bytes.span.extracting(droppingFirst: start).withUnsafeBytes {
                unsafe Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Waits until a descriptor takes more bytes.
    package static func waitToWrite(_ descriptor: Int32) {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&ready, 1, -1)
    }

    /// What a path leads to, or a link itself; `nil` where the system refuses.
    package static func status(of path: String, followsLinks: Bool = true) -> stat? {
        var status = stat()
        return unsafe (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
    }

    /// What an open file is; `nil` where the system refuses.
    package static func status(of descriptor: Int32) -> stat? {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Whether a path may be used in a way, as `R_OK`.
    package static func allows(_ path: String, _ way: Int32) -> Bool { unsafe access(path, way) == 0 }

    /// Where a path leads without links; `nil` where it leads nowhere.
    package static func resolved(_ path: String) -> String? {
        guard let name = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }

    /// Renames a file or folder; `false` where the system refuses.
    @discardableResult
    package static func rename(_ path: String, to other: String) -> Bool { unsafe Foundation.rename(path, other) == 0 }

    /// Removes a file; `false` where the system refuses.
    @discardableResult
    package static func remove(_ path: String) -> Bool { unsafe unlink(path) == 0 }

    /// Removes an empty folder; `false` where the system refuses.
    @discardableResult
    package static func removeFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

    /// Makes a folder; `false` where the system refuses.
    package static func makeFolder(_ path: String, _ mode: mode_t) -> Bool { unsafe mkdir(path, mode) == 0 }

    /// Makes a folder that only the user can read, with letters in place of the last six of its name; `nil` where the system
    /// refuses.
    package static func makeUniqueFolder(_ template: String) -> String? {
        var path = Array(template.utf8CString)
        guard unsafe mkdtemp(&path) != nil else { return nil }
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The time of day: seconds since 1970, and nanoseconds.
    package static var now: (seconds: Int, nanoseconds: Int) {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return (now.tv_sec, now.tv_nsec)
    }

    /// A variable of the environment.
    package static func variable(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }
}
