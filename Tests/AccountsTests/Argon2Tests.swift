import Accounts
import Testing

/// The hashes are published in `src/test.c` of the reference implementation. RFC 9106 gives one
/// more, which takes a secret and so cannot be written in the string form.
@Suite("Passwords are hashed with Argon2id")
struct Argon2Tests {
    struct Vector: Sendable {
        var passes: UInt32
        var memory: UInt32
        var lanes: UInt32 = 1
        var password = "password"
        var salt = "somesalt"
        var hash: String
    }

    static let vectors = [
        Vector(
            passes: 2, memory: 65536,
            hash: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        Vector(
            passes: 2, memory: 256,
            hash: "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
        Vector(
            passes: 2, memory: 256, lanes: 2,
            hash: "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
                + "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
        Vector(
            passes: 1, memory: 65536,
            hash: "$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ"
                + "$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg"),
        Vector(
            passes: 4, memory: 65536,
            hash: "$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ"
                + "$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw"),
        Vector(
            passes: 2, memory: 65536, password: "differentpassword",
            hash: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"),
        Vector(
            passes: 2, memory: 65536, salt: "diffsalt",
            hash: "$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ"
                + "$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw"),
    ]

    @Test("The published hashes come out, and are recognised", arguments: vectors)
    func published(vector: Vector) throws {
        let cost = Argon2.Cost(memory: vector.memory, passes: vector.passes, lanes: vector.lanes)

        let hash = try Argon2.hash(
            Array(vector.password.utf8), salt: Array(vector.salt.utf8), cost: cost)

        #expect(hash == vector.hash)
        #expect(Argon2.cost(of: hash) == cost)
        #expect(Argon2.verify(Array(vector.password.utf8), hash))
        #expect(!Argon2.verify(Array("Password".utf8), hash))
    }

    @Test(
        "What is no hash of this kind has no cost and fits no password",
        arguments: [
            "", "$", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAA",
            "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$AAAA",
            "$argon2id$v=19$m=256,p=1,t=2$c29tZXNhbHQ$AAAA", "$argon2id$v=19$m,t,p$s$h",
        ])
    func malformed(text: String) {
        #expect(Argon2.cost(of: text) == nil)
        #expect(!Argon2.verify(Array("password".utf8), text))
    }

    @Test("Two hashes of one password have nothing in common, and both fit")
    func salted() async throws {
        let desk = try HashingDesk(cost: Scene.cheap)

        let first = try await desk.hash("correct horse battery")
        let second = try await desk.hash("correct horse battery")

        #expect(first != second)
        for hash in [first, second] {
            #expect(try await desk.verify("correct horse battery", hash))
            #expect(try await !desk.verify("correct horse batterz", hash))
        }
        #expect(try await !desk.verify("correct horse battery", nil))
    }

    @Test("The same characters typed composed or decomposed are one password")
    func composed() async throws {
        let desk = try HashingDesk(cost: Scene.cheap)
        let hash = try await desk.hash("caf\u{E9} au lait 2024")

        #expect(try await desk.verify("cafe\u{301} au lait 2024", hash))
    }

    @Test("Two are hashed at once, some wait, and the rest are told to come again")
    func bounded() async throws {
        let desk = try HashingDesk(
            cost: Argon2.Cost(memory: 8192, passes: 3, lanes: 1), queueLimit: 4)

        let results = await withTaskGroup(of: AccountRefusal.Code?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(AccountRefusal) {
                        _ = try await desk.hash("correct horse battery")
                        return nil
                    } catch {
                        return error.code
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(results.count { $0 == nil } >= HashingDesk.atOnce + 4)
        #expect(results.contains(.busy))
        #expect(results.allSatisfy { $0 == nil || $0 == .busy })
        #expect(await desk.waitingCount == 0)
        #expect(try await desk.verify("x", nil) == false)
    }
}
