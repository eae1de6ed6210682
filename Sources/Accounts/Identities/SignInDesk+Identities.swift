package import Delivery

extension SignInDesk {
    /// A new session for whom an identity provider vouches for; nil where the identity is nobody's.
    package func signIn(
        by identity: Identity, at place: Place, now: Timestamp
    ) async throws(AccountRefusal) -> StartedSession? {
        try await book.start(for: identity, on: place.device, now: now)
    }
}
