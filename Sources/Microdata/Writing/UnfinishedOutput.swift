internal import Foundation

/// An output, a file or a folder, that appears whole or not at all: it is made in a place of its own beside its destination, and
/// then renamed.
package final class UnfinishedOutput {
    /// The folder that holds the output until it is finished.
    package let place: String
    private let lock: Int32
    private var isDone = false

    /// Where the output is made.
    package var path: String { place + Leftovers.output }

    /// Prepares an output, which is not there yet, in a folder; what killed runs have left there is removed.
    ///
    /// - Returns: `nil` where the system refuses, for the reason in `errno`.
    package init?(in folder: String) {
        Leftovers.remove(in: folder)
        guard let (place, lock) = Leftovers.make(in: folder) else { return nil }
        (self.place, self.lock) = (place, lock)
    }

    deinit {
        discard()
        close(lock)
    }

    /// Makes the output appear under its name, at once.
    ///
    /// - Returns: `false` where the system refuses, for the reason in `errno`.
    package func commit(to destination: String) -> Bool {
        if !SystemCall.rename(path, to: destination) { return false }
        discard()
        return true
    }

    /// Removes what was made, unless it has been committed.
    package func discard() {
        if isDone { return }
        isDone = true
        Leftovers.remove(place)
    }

    /// Removes an output that may be being made, or committed, on another thread: either it is committed whole, or nothing of it is
    /// left.
    package static func abandon(place: String) {
        // In one step it is out of reach of who fills or commits it; what is removed below nobody adds to.
        SystemCall.rename(place + Leftovers.output, to: place + Leftovers.abandoned)
        Leftovers.remove(place)
    }
}
