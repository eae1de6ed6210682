import Accounts
import Delivery
import Testing

@Suite("Sessions and tokens, in every kind of book")
struct SessionTests {
    @Test(
        "A session ends when it is idle, when it is old, and when it is told to",
        arguments: Scene.Kind.allCases)
    func ends(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1")
        let idle = Int(SessionSpan.idle.components.seconds)
        let whole = Int(SessionSpan.whole.components.seconds)

        let left = try await scene.signIn("p-1", password)
        scene.pass(seconds: idle - 1)
        try scene.restart()
        #expect(try await scene.book.session(left.secret, now: scene.now) != nil)
        scene.pass(seconds: idle)
        #expect(try await scene.book.session(left.secret, now: scene.now) == nil)

        let used = try await scene.signIn("p-1", password)
        for _ in 0..<(whole / 3600 - 1) {
            scene.pass(seconds: 3600)
            #expect(try await scene.book.session(used.secret, now: scene.now) != nil)
        }
        scene.pass(seconds: 3600)
        #expect(try await scene.book.session(used.secret, now: scene.now) == nil)

        let told = try await scene.signIn("p-1", password)
        try await scene.book.end(told.secret)
        #expect(try await scene.book.session(told.secret, now: scene.now) == nil)
    }

    @Test("A person sees and ends the own sessions only", arguments: Scene.Kind.allCases)
    func own(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let mine = try await scene.signIn("p-1", try await scene.admit("p-1"))
        let theirs = try await scene.signIn("p-2", try await scene.admit("p-2"))

        #expect(
            try await scene.book.sessions(of: .of("p-1"), now: scene.now).map(\.number)
                == [mine.session.number])
        let book = scene.book
        let foreign = await refusal { try await book.end(theirs.session.number, of: .of("p-1")) }
        #expect(foreign?.code == .sessionUnknown)
        try await book.end(mine.session.number, of: .of("p-1"))
        #expect(try await book.session(mine.secret, now: scene.now) == nil)
        #expect(try await book.session(theirs.secret, now: scene.now) != nil)
    }

    @Test("Each session has a secret and a form token of its own")
    func secrets() async throws {
        let scene = try Scene(.inMemory)
        let password = try await scene.admit("p-1")

        let first = try await scene.signIn("p-1", password).secret
        let second = try await scene.signIn("p-1", password).secret

        #expect(first != second && first.formToken != second.formToken)
        #expect(Secret(first.text) == first && first.text.count == 43)
        #expect(first.isFormToken(first.formToken) && !first.isFormToken(second.formToken))
        #expect(!first.isFormToken("") && !first.isFormToken(first.text))
        #expect("\(first)" == "a secret" && !String(reflecting: first).contains(first.text))
        for wrong in ["", first.text + "A", String(first.text.dropLast()) + "=", "+" + first.text] {
            #expect(Secret(wrong) == nil)
        }
    }

    @Test("A token acts as far and as long as it says", arguments: Scene.Kind.allCases)
    func tokens(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        try await scene.admit("p-1")
        let scopes: [AccessScope] = [
            .read, .allCommands, .commands(["project.register", "stage.claim"]),
        ]

        for scope in scopes {
            let text = try await scene.book.makeToken(
                for: .of("p-1"), title: "夜间汇总", scope: scope, days: 3, now: scene.now)
            #expect(text.hasPrefix("saima_"))
            try scene.restart()
            let token = try #require(try await scene.book.token(text, now: scene.now))
            #expect(token.person == .of("p-1") && token.scope == scope && token.used == scene.now)
            #expect(token.scope.includes(command: "stage.claim") == (scope != .read))
            #expect(token.scope.includes(command: "person.appoint") == (scope == .allCommands))
            #expect(try await scene.book.token(text + "x", now: scene.now) == nil)
            #expect(
                try await scene.book.token(String(text.dropFirst(6)), now: scene.now) == nil)
        }
        #expect(try await scene.book.tokens(of: .of("p-1"), now: scene.now).count == 3)
        scene.pass(seconds: 3 * 86_400)
        #expect(try await scene.book.tokens(of: .of("p-1"), now: scene.now).isEmpty)
    }

    @Test("A token that has expired or was revoked is nobody's", arguments: Scene.Kind.allCases)
    func tokenEnds(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        try await scene.admit("p-1")
        try await scene.admit("p-2")
        let book = scene.book
        let now = scene.now
        let kept = try await book.makeToken(
            for: .of("p-1"), title: "a", scope: .read, days: 1, now: now)
        let revoked = try await book.makeToken(
            for: .of("p-1"), title: "b", scope: .read, days: 1, now: now)
        let number = try #require(try await book.token(revoked, now: now)).number

        let foreign = await refusal { try await book.revokeToken(number, of: .of("p-2")) }
        #expect(foreign?.code == .tokenUnknown)
        try await book.revokeToken(number, of: .of("p-1"))

        #expect(try await book.token(revoked, now: now) == nil)
        #expect(try await book.token(kept, now: now) != nil)
        scene.pass(seconds: 86_400)
        #expect(try await book.token(kept, now: scene.now) == nil)
    }

    @Test("A token needs a purpose and an end, and nobody has very many")
    func tokenRefusals() async throws {
        let scene = try Scene(.inMemory)
        try await scene.admit("p-1")
        let (book, now) = (scene.book, scene.now)
        @Sendable func make(_ title: String, _ days: Int) async -> AccountRefusal.Code? {
            await refusal {
                _ = try await book.makeToken(
                    for: .of("p-1"), title: title, scope: .read, days: days, now: now)
            }?.code
        }

        #expect(await make(" ", 1) == .nameMissing)
        #expect(await make("a", 0) == .tokenExpiryOutOfRange)
        #expect(await make("a", 367) == .tokenExpiryOutOfRange)
        for _ in 0..<AccessToken.mostPerPerson { #expect(await make("a", 1) == nil) }
        #expect(await make("a", 1) == .tokensTooMany)
    }

    @Test("A scope is read as it is written, and names only commands that are known")
    func scopes() {
        #expect(AccessScope("read") == .read && AccessScope("*") == .allCommands)
        #expect(AccessScope("a.b, c.d") == .commands(["a.b", "c.d"]))
        #expect(AccessScope("a.b c.d")?.text == "a.b c.d")
        #expect(AccessScope(" ") == nil && AccessScope("a.b") { $0 == "c.d" } == nil)
    }

    @Test("Who was dismissed has no session and no token left", arguments: Scene.Kind.allCases)
    func dismissed(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let started = try await scene.signIn("p-1", try await scene.admit("p-1"))
        let token = try await scene.book.makeToken(
            for: .of("p-1"), title: "a", scope: .read, days: 1, now: scene.now)

        try await scene.book.revokeAll(of: .of("p-1"))

        #expect(try await scene.book.session(started.secret, now: scene.now) == nil)
        #expect(try await scene.book.token(token, now: scene.now) == nil)
    }
}
