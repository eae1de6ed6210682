import Accounts
import Delivery
import GRDB
import Testing

@Suite("Signing in by an identity")
struct IdentityTests {
    private static let identity = Identity(issuer: "https://id.example", subject: "u-1")

    private func arrive(_ scene: Scene, _ identity: Identity = identity) async throws
        -> StartedSession?
    {
        try await scene.desk.signIn(by: identity, at: Scene.place, now: scene.now)
    }

    @Test("An identity opens for whose it is, and for nobody before and after it is theirs")
    func linked() async throws {
        let scene = try Scene(.inMemory)
        try await scene.admit("p-1")
        #expect(try await arrive(scene) == nil)
        try await scene.book.link(
            Self.identity, to: .of("p-1"), by: .of("sec"), now: scene.now)

        let started = try #require(try await arrive(scene))

        #expect(started.session.person == .of("p-1"))
        #expect(started.session.issuer == "https://id.example")
        for other in [
            Identity(issuer: "https://other.example", subject: "u-1"),
            Identity(issuer: "https://id.example", subject: "U-1"),
            Identity(issuer: "https://id.example", subject: "u-1 "),
        ] {
            #expect(try await arrive(scene, other) == nil)
        }
        try await scene.book.unlink(Self.identity, of: .of("p-1"))
        #expect(try await arrive(scene) == nil)
    }

    @Test("Taking an identity away ends what it opened, and nothing else")
    func unlinked() async throws {
        let scene = try Scene(.inMemory)
        let password = try await scene.admit("p-1")
        try await scene.book.link(
            Self.identity, to: .of("p-1"), by: .of("sec"), now: scene.now)
        let byPassword = try await scene.signIn("p-1", password)
        let byIdentity = try #require(try await arrive(scene))

        try await scene.book.unlink(Self.identity, of: .of("p-1"))

        let ended = try await scene.book.session(byIdentity.secret, now: scene.now)
        let open = try await scene.book.session(byPassword.secret, now: scene.now)
        #expect(ended == nil && open != nil)
    }

    @Test("A one-time password that nobody used need not be changed by who came without it")
    func oneTime() async throws {
        let scene = try Scene(.inMemory)
        try await scene.admit("p-1")
        try await scene.book.link(
            Self.identity, to: .of("p-1"), by: .of("sec"), now: scene.now)
        let password = try await scene.desk.giveOneTimePassword(to: .of("p-1"), now: scene.now)
        let started = try #require(try await arrive(scene))
        let again = try await scene.book.session(started.secret, now: scene.now)
        #expect(!started.session.mustChangePassword && again?.mustChangePassword == false)
        let byPassword = try await scene.signIn("p-1", password)
        #expect(byPassword.session.mustChangePassword)
    }

    @Test("An erased person's identity opens for nobody, and can be another's")
    func erased() async throws {
        let scene = try Scene(.inMemory)
        try await scene.admit("p-1")
        try await scene.admit("p-2")
        try await scene.book.link(
            Self.identity, to: .of("p-1"), by: .of("sec"), now: scene.now)
        try await scene.book.erase(.of("p-1"), by: .of("sec"), now: scene.now)
        #expect(try await arrive(scene) == nil)
        try await scene.book.link(
            Self.identity, to: .of("p-2"), by: .of("sec"), now: scene.now)
        #expect(try await arrive(scene)?.session.person == .of("p-2"))
    }

    @Test("A file of the version before is taken over with its sessions")
    func former() async throws {
        let scene = try Scene(.onDisk)
        let password = try await scene.admit("p-1")
        let started = try await scene.signIn("p-1", password)
        try await scene.book.writer.write { db in
            try db.execute(sql: "ALTER TABLE sessions DROP COLUMN issuer")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        try scene.restart()
        let session = try await scene.book.session(started.secret, now: scene.now)
        #expect(session?.person == .of("p-1") && session?.issuer == nil)
        try scene.restart()
        _ = try await scene.signIn("p-1", password)
    }
}
