package import Delivery

/// A person signed in, on one device.
package struct Session: Sendable, Hashable {
    package var number: Int64
    package var person: PersonID
    /// What the browser called itself.
    package var device: String
    package var started: Timestamp
    /// To the minute.
    package var seen: Timestamp
    /// It ends by then, used or not.
    package var ends: Timestamp
    /// The identity provider that vouched for the person; nil where their password did.
    package var issuer: String?
    /// The password that they signed in by was given for one use, and another must be chosen
    /// before anything else.
    package var mustChangePassword: Bool
}

/// A session with the secret that its holder is known by, which is told only once.
package struct StartedSession: Sendable {
    package var secret: Secret
    package var session: Session

    package init(secret: Secret, session: Session) {
        self.secret = secret
        self.session = session
    }
}

/// How long sessions last.
package enum SessionSpan {
    /// Without a request.
    package static let idle = Duration.seconds(2 * 60 * 60)
    package static let whole = Duration.seconds(12 * 60 * 60)
    /// A request is noted only when the last one noted is older, to spare the disk.
    static let noted = Duration.seconds(60)
}
