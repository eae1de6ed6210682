package import Delivery

/// Where people prove who they are: hashes passwords and keeps the book.
package struct SignInDesk: Sendable {
    package let book: AccountBook
    private let hashing: HashingDesk

    package init(book: AccountBook, hashing: HashingDesk) {
        self.book = book
        self.hashing = hashing
    }

    /// From where somebody signs in.
    package struct Place: Sendable {
        /// By which failures are counted.
        package var address: String
        /// What the browser calls itself.
        package var device: String

        package init(address: String, device: String) {
            self.address = address
            self.device = device
        }
    }

    /// A new session for who knows the password.
    ///
    /// A wrong name and a wrong password are refused in the same words after the same work.
    package func signIn(
        name: String, password: String, at place: Place, now: Timestamp
    ) async throws(AccountRefusal) -> StartedSession {
        let name = Person.trimmed(name) ?? ""
        let found = try await confirmed(name: name, password, from: place.address, now)
        if let expires = found.expires, expires <= now { throw .oneTimePasswordExpired }
        return try await book.start(for: found.person.id, on: place.device, now: now)
    }

    /// The person's own new password; ends every other session of theirs.
    package func changePassword(
        of id: PersonID, from old: String, to new: String, in session: Secret, address: String,
        now: Timestamp
    ) async throws(AccountRefusal) {
        let found: Credential
        do throws(AccountRefusal) {
            found = try await confirmed(name: id.text, old, from: address, now)
        } catch {
            guard error.code == .signInRefused else { throw error }
            throw .presentPasswordWrong
        }
        try PasswordPolicy.check(new, of: found.person)
        guard new != old else {
            throw AccountRefusal(
                .passwordUnchanged, field: "new_password", zh: "新密码应与当前密码不同",
                en: "the new password must differ from the present one")
        }
        try await book.setPassword(
            try await hashing.hash(new), of: id, oneTimeUntil: nil, isOneTime: false,
            keeping: session.digest, replacing: found.hash, now: now)
    }

    /// Gives a person a password for one sign-in, after which they choose their own; ends their
    /// sessions. It is shown here and never again.
    package func giveOneTimePassword(
        to id: PersonID, now: Timestamp
    ) async throws(AccountRefusal) -> String {
        let password = OneTimePassword.random()
        try await book.setPassword(
            try await hashing.hash(password), of: id,
            oneTimeUntil: now + .seconds(OneTimePassword.days * 86_400), isOneTime: true,
            now: now)
        return password
    }

    /// Gives a person a password made at random that stays until they change it.
    package func givePassword(
        to id: PersonID, now: Timestamp
    ) async throws(AccountRefusal) -> String {
        let password = OneTimePassword.random()
        try await book.setPassword(
            try await hashing.hash(password), of: id, oneTimeUntil: nil, isOneTime: false,
            now: now)
        return password
    }

    /// Who has this name and password. Counts the attempt first, and takes that back.
    private func confirmed(
        name: String, _ password: String, from address: String, _ now: Timestamp
    ) async throws(AccountRefusal) -> Credential {
        try await book.charge(name: name, address: address, now: now)
        // Nobody's password is longer, and nobody's name; neither is hashed or looked up.
        let isPlausible = password.utf8.count <= 4 * PasswordPolicy.longest
        let found = try await book.credential(named: name)
        let isRight: Bool
        do throws(AccountRefusal) {
            isRight = try await hashing.verify(isPlausible ? password : "", found?.hash)
        } catch {
            try await book.refund(name: name, address: address)
            throw error
        }
        guard isRight, isPlausible, var found, let hash = found.hash else { throw .refused }
        try await book.absolve(name: name, address: address)
        // Whoever has come so far is not sent away because the queue is full.
        if await !hashing.isPresent(hash), let better = try? await hashing.hash(password) {
            try await book.upgrade(hash, to: better, of: found.person.id)
            found.hash = better
        }
        return found
    }
}

extension AccountRefusal {
    static let presentPasswordWrong = AccountRefusal(
        .passwordWrong, field: "password", zh: "当前密码不对", en: "the present password is wrong")

    static let oneTimePasswordExpired = AccountRefusal(
        .oneTimePasswordExpired, field: "password",
        zh: "一次性密码已过 \(OneTimePassword.days) 天有效期，请找安全管理员重置",
        en: "a one-time password is good for \(OneTimePassword.days) days and this one is older;"
            + " ask the security administrator for another")
}

extension AccountBook {
    func charge(
        name: String, address: String, now: Timestamp
    ) async throws(AccountRefusal) {
        try await writing { db in
            try Throttle.charge(name: name, address: address, now: now, db)
        }
    }

    func absolve(name: String, address: String) async throws(AccountRefusal) {
        try await writing { db in try Throttle.absolve(name: name, address: address, db) }
    }

    func refund(name: String, address: String) async throws(AccountRefusal) {
        try await writing { db in try Throttle.refund(name: name, address: address, db) }
    }
}
