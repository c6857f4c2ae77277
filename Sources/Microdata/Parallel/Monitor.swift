internal import Foundation

/// A value that several threads change, one at a time, and wait for.
final class Monitor<Value>: @unchecked Sendable {
    private let condition = NSCondition()
    private var value: Value

    init(_ value: sending Value) { self.value = value }

    /// What is to be known of the value now.
    func now<Result>(_ body: (Value) -> Result) -> Result {
        condition.lock()
        defer { condition.unlock() }
        return body(value)
    }

    /// Changes the value once it is as it should be, and wakes who waits.
    @discardableResult
    func change<Result>(
        once isReady: (Value) -> Bool = { _ in true }, _ body: (inout Value) -> Result
    ) -> Result {
        condition.lock()
        defer { condition.unlock() }
        while !isReady(value) { condition.wait() }
        defer { condition.broadcast() }
        return body(&value)
    }

    /// What is to be known of the value once it is as it should be.
    func wait<Result>(_ isReady: (Value) -> Bool, _ body: (Value) -> Result) -> Result {
        condition.lock()
        defer { condition.unlock() }
        while !isReady(value) { condition.wait() }
        return body(value)
    }
}
