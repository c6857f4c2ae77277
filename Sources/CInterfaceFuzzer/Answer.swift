import CSingleout
import Foundation

/// What became of a call: its status, and its message when there was a place for one.
struct Answer: Equatable {
    let status: Int32
    let message: String?

    /// Makes a call, and holds status and message against the header.
    ///
    /// - Parameters:
    ///   - wantsMessage: Whether there is a place for the message.
    ///   - secret: A text that stands in values of records and nowhere else, if there is one.
    init(
        wantsMessage: Bool, secret: String?, mayCheck: Bool = false,
        _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    ) {
        if !wantsMessage {
            status = call(nil)
            message = nil
            Self.judge(status, mayCheck)
            return
        }
        let leftOver = unsafe strdup("left over")
        var written: UnsafeMutablePointer<CChar>? = unsafe leftOver
        status = unsafe call(&written)
        Self.judge(status, mayCheck)
        unsafe precondition(written != leftOver, "no message was written")
        unsafe free(leftOver)
        unsafe precondition((status == SINGLEOUT_DONE) == (written == nil), "a message where none belongs, or none")
        if let written = unsafe written {
            let text = unsafe String(validatingCString: written)
            precondition(text?.isEmpty == false, "a message is empty or not UTF-8")
            if let text, let secret { precondition(!text.contains(secret), "a message holds a value of a record") }
            message = text
        } else {
            message = nil
        }
        unsafe singleout_message_free(written)
    }

    private static func judge(_ status: Int32, _ mayCheck: Bool) {
        let known = [SINGLEOUT_DONE, SINGLEOUT_FAILED, SINGLEOUT_NO_RECORDS, SINGLEOUT_WRONG_USAGE]
        precondition(known.contains(status) || mayCheck && status == SINGLEOUT_NOT_MET, "a status that is none")
    }
}
