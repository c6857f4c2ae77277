import Foundation
import Synchronization

/// Holds the first thread that comes until a second one has come, so that work handed to several threads is done by
/// several, on a busy machine too. It gives up after some seconds: then one thread had to do everything.
final class Rendezvous: Sendable {
    private let threads = Mutex<Set<ObjectIdentifier>>([])
    private let deadline = ContinuousClock.now + .seconds(5)

    func wait() {
        let own = ObjectIdentifier(Thread.current)
        while threads.withLock({
            $0.insert(own); return $0.count < 2
        }) && ContinuousClock.now < deadline {
            Thread.sleep(forTimeInterval: 0.001)
        }
    }
}
