internal import CSingleout
import Foundation
import Singleout

/// Where a message goes.
typealias MessageTarget = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

/// Turns what Swift code answers or throws into a status and a message.
enum Answer {
    /// Runs a call that is done unless it throws.
    static func of(_ message: MessageTarget, _ body: () throws -> Void) -> Int32 {
        unsafe verdict(message) {
            try body()
            return nil
        }
    }

    /// Runs a call that may also find rules that are not met, and returns what fails then.
    static func verdict(_ message: MessageTarget, _ body: () throws -> String?) -> Int32 {
        if let message = unsafe message { unsafe message.pointee = nil }
        do {
            guard let failure = try body() else { return SINGLEOUT_DONE }
            unsafe write(failure, to: message)
            return SINGLEOUT_NOT_MET
        } catch {
            unsafe write("\(error)", to: message)
            return status(of: error)
        }
    }

    /// As for the exit status of a command.
    private static func status(of error: any Error) -> Int32 {
        switch (error as? any Reported)?.report.kind {
        case _ where error as? LibraryError == .noRecords: SINGLEOUT_NO_RECORDS
        case .usage: SINGLEOUT_WRONG_USAGE
        default: SINGLEOUT_FAILED
        }
    }

    private static func write(_ text: String, to message: MessageTarget) {
        if let message = unsafe message { unsafe message.pointee = strdup(text) }
    }
}
