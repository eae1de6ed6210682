import Accounts
import Delivery
import Foundation
import Testing

@Suite("The directory of persons, in every kind of book")
struct DirectoryTests {
    @Test(
        "Persons are entered and corrected, and found after a restart",
        arguments: Scene.Kind.allCases)
    func entered(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let person = Person(
            id: .of("p-1"), name: " 王 强 ", email: "wang@example.cn", phone: "+86 411 8000 0000")
        try await scene.book.add(person, now: scene.now)

        #expect(scene.book.person(.of("p-1"))?.name == "王 强")
        var corrected = person
        (corrected.name, corrected.email, corrected.phone) = ("王强", " ", nil)
        try await scene.book.change(corrected)
        try scene.restart()

        #expect(scene.book.persons == [.of("p-1"): Person(id: .of("p-1"), name: "王强")])
    }

    @Test("An entry that is malformed or another's is refused at its field")
    func refused() async throws {
        let scene = try Scene(.inMemory)
        try await scene.admit("p-1", email: "one@example.cn")
        let (book, now) = (scene.book, scene.now)
        let cases: [(Person, AccountRefusal.Code, String)] = [
            (Person(id: .of("-x"), name: "a"), .personMalformed, "person"),
            (Person(id: .of("console"), name: "a"), .personMalformed, "person"),
            (Person(id: .of("P-1"), name: "a"), .personTaken, "person"),
            (Person(id: .of("p-2"), name: "  "), .nameMissing, "name"),
            (Person(id: .of("p-2"), name: "a", email: "a"), .emailMalformed, "email"),
            (Person(id: .of("p-2"), name: "a", email: "ONE@example.cn"), .emailTaken, "email"),
            (Person(id: .of("p-2"), name: "a", phone: "ask"), .phoneMalformed, "phone"),
            (
                Person(id: .of("p-2"), name: String(repeating: "a", count: 101)), .textTooLong,
                "name"
            ),
        ]
        for (person, code, field) in cases {
            let refusal = await refusal { try await book.add(person, now: now) }
            #expect(refusal?.code == code && refusal?.field == field, "\(person)")
        }
        let unknown = await refusal { try await book.change(Person(id: .of("p-9"), name: "a")) }
        #expect(unknown?.code == .personUnknown)
    }

    @Test(
        "An erased person can do nothing more, and leaves a day and a doer behind",
        arguments: Scene.Kind.allCases)
    func erased(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        let password = try await scene.admit("p-1", name: "要删除的人", email: "gone@example.cn")
        let started = try await scene.signIn("p-1", password)
        let token = try await scene.book.makeToken(
            for: .of("p-1"), title: "a", scope: .read, days: 1, now: scene.now)
        let identity = Identity(issuer: "https://id.example", subject: "s-1")
        try await scene.book.link(identity, to: .of("p-1"), by: .of("sec"), now: scene.now)

        try await scene.book.erase(.of("p-1"), by: .of("sec"), now: scene.now)
        for name in ["要删除的人", "gone@example.cn", "https://id.example"] {
            #expect(!scene.bytes.holds(name), "\(name) still lies in the file")
        }
        try scene.restart()

        let (book, now) = (scene.book, scene.now)
        #expect(book.person(.of("p-1")) == nil)
        #expect(await scene.refusal("p-1", password)?.code == .signInRefused)
        #expect(try await book.session(started.secret, now: now) == nil)
        #expect(try await book.token(token, now: now) == nil)
        #expect(try await book.owner(of: identity) == nil)
        #expect(try await book.holders().isEmpty)
        let left = try await book.erasures()
        #expect(left == [Erasure(person: .of("p-1"), at: now, by: .of("sec"))])
        let again = await refusal {
            try await book.add(Person(id: .of("P-1"), name: "另一人"), now: now)
        }
        #expect(again?.code == .personErased)
        let twice = await refusal { try await book.erase(.of("p-1"), by: .of("sec"), now: now) }
        #expect(twice?.code == .personUnknown)
    }

    @Test(
        "An identity is one person's, and linking it again changes nothing",
        arguments: Scene.Kind.allCases)
    func identities(kind: Scene.Kind) async throws {
        let scene = try Scene(kind)
        try await scene.admit("p-1")
        try await scene.admit("p-2")
        let (book, now) = (scene.book, scene.now)
        let identity = Identity(issuer: "https://id.example", subject: "s-1")

        try await book.link(identity, to: .of("p-1"), by: .of("sec"), now: now)
        try await book.link(identity, to: .of("p-1"), by: .of("sec"), now: now)
        let taken = await refusal {
            try await book.link(identity, to: .of("p-2"), by: .of("sec"), now: now)
        }
        let empty = await refusal {
            try await book.link(
                Identity(issuer: "https://id.example", subject: ""), to: .of("p-2"),
                by: .of("sec"), now: now)
        }

        #expect(taken?.code == .identityTaken && empty?.code == .identityUnknown)
        #expect(try await book.owner(of: identity) == .of("p-1"))
        #expect(try await book.identities(of: .of("p-1")).map(\.identity) == [identity])
        try await book.unlink(identity, of: .of("p-1"))
        #expect(try await book.owner(of: identity) == nil)
    }

    @Test("No secret stands in the file in clear, whatever was done")
    func nothingInClear() async throws {
        let scene = try Scene(.onDisk)
        var secrets: [String] = []
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededRandom(seed: seed)
        for number in 0..<40 {
            let id = "p-\(number)"
            let password = try await scene.admit(id)
            secrets.append(password)
            let started = try await scene.signIn(id, password)
            secrets += [started.secret.text, started.secret.formToken]
            // A password typed where the name belongs.
            _ = await scene.refusal(password, "wrong", from: "198.51.100.\(number)")
            let deed = Int.random(in: 0..<3, using: &random)
            if deed == 0 {
                let token = try await scene.book.makeToken(
                    for: .of(id), title: "t", scope: .allCommands, days: 1, now: scene.now)
                secrets += [token, String(token.dropFirst(AccessToken.prefix.count))]
            } else if deed == 1 {
                secrets.append(
                    try await scene.desk.giveOneTimePassword(to: .of(id), now: scene.now))
            } else {
                let own = "own words number \(UInt64.random(in: .min ... .max, using: &random))"
                try await scene.desk.changePassword(
                    of: .of(id), from: password, to: own, in: started.secret,
                    address: "192.0.2.7", now: scene.now)
                secrets.append(own)
            }
        }
        let bytes = scene.bytes

        #expect(bytes.holds("p-39") && bytes.holds("$argon2id$"))
        for secret in secrets { #expect(!bytes.holds(secret)) }
        let raw = secrets.compactMap { Data(base64Encoded: $0.fromBase64URL) }.filter {
            $0.count == 32
        }
        #expect(raw.count >= 80)
        for secret in raw { #expect(bytes.range(of: secret) == nil) }
    }

    @Test("A file that only its owner reads, and none but ours is opened")
    func file() async throws {
        let scene = try Scene(.onDisk)
        try await scene.admit("p-1")
        let path = try #require(scene.folder) + "/" + AccountBook.fileName
        for ending in ["", "-wal"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path + ending)
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
        scene.book.close()
        try Data("this is no database at all, only some text".utf8).write(to: URL(filePath: path))
        let foreign = await refusal { try scene.restart() }
        #expect(foreign?.code == .storeDamaged)
    }
}

extension Data {
    func holds(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}

extension String {
    fileprivate var fromBase64URL: String {
        replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/") + "="
    }
}
