import Accounts
import Delivery
import Testing

@Suite("Signing in, in every kind of book")
struct SignInTests {
    @Test(
        "A name or an e-mail address in any case with its password begins a session",
        arguments: Scene.Kind.allCases)
    func signsIn(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1", email: "one@example.cn")

        for name in ["p-1", "P-1", " p-1 ", "ONE@example.cn"] {
            let started = try await scene.signIn(name, password)
            #expect(started.session.person == .of("p-1"))
            #expect(!started.session.mustChangePassword)
            #expect(
                try await scene.book.session(started.secret, now: scene.now) == started.session)
        }
    }

    @Test(
        "An unknown name, a person without a password and a wrong one get the same answer",
        arguments: Scene.Kind.allCases)
    func sameAnswer(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1")
        try await scene.book.add(Person(id: .of("p-2"), name: "无密码"), now: scene.now)

        let answers = [
            await scene.refusal("nobody", password), await scene.refusal("p-2", password),
            await scene.refusal("p-1", password + "x"), await scene.refusal("p-1", ""),
            await scene.refusal("", ""),
        ]

        #expect(answers.allSatisfy { $0?.code == .signInRefused })
        #expect(Set(answers).count == 1)
    }

    @Test(
        "Failures under one name make it wait, longer each time, known or not, restarts included",
        arguments: Scene.Kind.allCases, ["p-1", "nobody"])
    func throttledByName(kind: Scene.Kind, name: String) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1")
        var waits: [Int] = []

        for attempt in 0..<40 {
            // Each from another address, so that only the name counts.
            let refusal = await scene.refusal(name, "wrong", from: "198.51.100.\(attempt)")
            guard refusal?.code == .signInThrottled, let wait = refusal?.wait else { continue }
            waits.append(wait)
            try scene.restart()
            let again = await scene.refusal(name, password, from: "203.0.113.1")
            #expect(again?.code == .signInThrottled)
            scene.pass(seconds: wait)
        }

        #expect(waits.prefix(4) == [1, 2, 4, 8])
        #expect(waits == waits.sorted() && waits.last == 900)
        scene.pass(seconds: 900)
        let last = await scene.refusal(name, password, from: "203.0.113.1")
        #expect(last?.code == (name == "p-1" ? nil : .signInRefused))
    }

    @Test(
        "Failures from one address make it wait whatever the names",
        arguments: Scene.Kind.allCases)
    func throttledByAddress(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1")

        for attempt in 0...Throttle.address.free {
            #expect(await scene.refusal("n\(attempt)", "wrong")?.code == .signInRefused)
        }
        try scene.restart()

        #expect(await scene.refusal("p-1", password)?.code == .signInThrottled)
        #expect(await scene.refusal("p-1", password, from: "2001:db8::1") == nil)
        scene.pass(seconds: 1)
        #expect(await scene.refusal("p-1", password) == nil)
    }

    @Test("Signing in begins the count of a name anew", arguments: Scene.Kind.allCases)
    func forgiven(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1")

        for _ in 0..<5 {
            for _ in 0..<Throttle.name.free {
                #expect(await scene.refusal("p-1", "wrong")?.code == .signInRefused)
            }
            #expect(await scene.refusal("p-1", password) == nil)
        }
    }

    @Test("Many guesses at once are counted before any is tried")
    func together() async throws {
        let scene = try Scene(.onDisk)
        let password = try await scene.admit("p-1")
        let (desk, now) = (scene.desk, scene.now)

        let tried = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    do throws(AccountRefusal) {
                        _ = try await desk.signIn(
                            name: "p-1", password: "wrong", at: Scene.place, now: now)
                        return true
                    } catch {
                        return error.code == .signInRefused
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(tried == Throttle.name.free + 1)
        #expect(await scene.refusal("p-1", password)?.code == .signInThrottled)
    }

    @Test("The waits double up to a quarter of an hour")
    func waits() {
        let waits = (0...100).map { Throttle.name.wait(after: $0) }
        #expect(waits.prefix(9) == [0, 0, 0, 0, 0, 0, 1, 2, 4])
        #expect(waits.suffix(80).allSatisfy { $0 == 900 })
    }

    @Test("A password hashed at another cost is hashed anew when it is used")
    func upgraded() async throws {
        let scene = try Scene(.onDisk)
        let password = try await scene.admit("p-1")
        let dearer = Argon2.Cost(memory: 128, passes: 2, lanes: 1)
        try scene.restart(cost: dearer)

        #expect(await scene.refusal("p-1", "wrong")?.code == .signInRefused)
        #expect(!scene.bytes.holds("m=128,t=2"))
        #expect(await scene.refusal("p-1", password) == nil)

        #expect(scene.bytes.holds("$argon2id$v=19$m=128,t=2,p=1$"))
        #expect(await scene.refusal("p-1", password) == nil)
    }

    @Test(
        "A one-time password asks for another and ends with its days",
        arguments: Scene.Kind.allCases)
    func oneTime(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let former = try await scene.admit("p-1")
        let early = try await scene.signIn("p-1", former)
        let given = try await scene.desk.giveOneTimePassword(to: .of("p-1"), now: scene.now)

        #expect(try await scene.book.session(early.secret, now: scene.now) == nil)
        #expect(await scene.refusal("p-1", former)?.code == .signInRefused)
        let started = try await scene.signIn("p-1", given)
        #expect(started.session.mustChangePassword)
        try await scene.desk.changePassword(
            of: .of("p-1"), from: given, to: "quite another thing", in: started.secret,
            address: "192.0.2.7", now: scene.now)
        let now = try await scene.book.session(started.secret, now: scene.now)
        #expect(now?.mustChangePassword == false)
        #expect(await scene.refusal("p-1", given)?.code == .signInRefused)

        let late = try await scene.desk.giveOneTimePassword(to: .of("p-1"), now: scene.now)
        scene.pass(seconds: OneTimePassword.days * 86_400)
        #expect(await scene.refusal("p-1", late)?.code == .oneTimePasswordExpired)
    }

    @Test(
        "Changing a password takes the present one, and ends the other sessions",
        arguments: Scene.Kind.allCases)
    func changed(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let old = try await scene.admit("p-1")
        let mine = try await scene.signIn("p-1", old)
        let other = try await scene.signIn("p-1", old)
        @Sendable func change(_ desk: SignInDesk, _ from: String, _ to: String, _ now: Timestamp)
            async -> AccountRefusal?
        {
            await refusal {
                try await desk.changePassword(
                    of: .of("p-1"), from: from, to: to, in: mine.secret, address: "192.0.2.7",
                    now: now)
            }
        }

        let wrong = await change(scene.desk, "wrong", "quite another thing", scene.now)
        #expect(wrong?.code == .passwordWrong && wrong?.field == "password")
        #expect(await change(scene.desk, old, "short", scene.now)?.code == .passwordTooShort)
        #expect(await change(scene.desk, old, old, scene.now)?.code == .passwordUnchanged)
        #expect(try await scene.book.session(other.secret, now: scene.now) != nil)
        #expect(await change(scene.desk, old, "quite another thing", scene.now) == nil)

        #expect(try await scene.book.session(mine.secret, now: scene.now) != nil)
        #expect(try await scene.book.session(other.secret, now: scene.now) == nil)
        #expect(await scene.refusal("p-1", "quite another thing") == nil)
    }
}
