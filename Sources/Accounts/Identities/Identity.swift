package import Delivery

/// Who somebody is at an identity provider (OpenID Connect): a subject of an issuer.
package struct Identity: Sendable, Hashable {
    package var issuer: String
    package var subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// That an identity is a person's.
package struct LinkedIdentity: Sendable, Hashable {
    package var identity: Identity
    package var person: PersonID
    package var linked: Timestamp
    package var by: PersonID
}
