package import Delivery

/// A way out of the house.
package enum NoticeChannel: String, CaseIterable, Sendable {
    case mail, webhook
}

/// Notices on their way to one person by one channel.
package struct Letter: Sendable, Hashable {
    package var number: Int64
    /// Known to the gateway; the same at every attempt.
    package var id: String
    package var person: PersonID
    package var channel: NoticeChannel
    package var made: Timestamp
    /// How often it was tried in vain.
    package var attempts: Int
    package var notices: [Notice]

    /// Seconds until it is tried again, after so many attempts in vain; nil once it is given up.
    package static func wait(after attempts: Int) -> Int64? {
        let waits: [Int64] = [60, 300, 900, 3_600, 10_800, 21_600, 43_200, 86_400]
        return waits.indices.contains(attempts - 1) ? waits[attempts - 1] : nil
    }
}

/// How the outbox stands.
package struct OutboxState: Sendable, Hashable {
    package var waiting: Int
    package var sent: Int
    package var gaveUp: Int
    /// Why the latest attempt failed that did.
    package var lastError: String?

    package init(waiting: Int, sent: Int, gaveUp: Int, lastError: String? = nil) {
        self.waiting = waiting
        self.sent = sent
        self.gaveUp = gaveUp
        self.lastError = lastError
    }
}
