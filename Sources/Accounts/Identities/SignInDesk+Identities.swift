package import Delivery

extension SignInDesk {
    /// A new session for whom an identity provider vouches for; nil where the identity is nobody's.
    package func signIn(
        by identity: Identity, at place: Place, now: Timestamp
    ) async throws(AccountRefusal) -> StartedSession? {
        guard let owner = try await book.owner(of: identity) else { return nil }
        return try await book.start(
            for: owner, on: place.device, by: identity.issuer, now: now)
    }
}
