import Accounts
import Delivery
import Foundation
import SaimaProgram
import Testing

@Suite("Who can sign in at first")
struct FirstSignInTests {
    private static let moment = Timestamp(
        milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

    /// What a server said until it was told to stop, as soon as it served.
    private static func serve(_ data: String) throws -> (output: String, errors: String) {
        let (out, talk) = (Pipe(), Pipe())
        let process = try SaimaProgram.started(["serve", "--data", data, "--port", "0"]) {
            $0.standardOutput = out
            $0.standardError = talk
        }
        var errors = ""
        while !errors.contains("http://127.0.0.1:") || !errors.hasSuffix("\n") {
            let more = talk.fileHandleForReading.availableData
            if more.isEmpty { break }
            errors += String(decoding: more, as: UTF8.self)
        }
        process.terminate()
        process.waitUntilExit()
        let rest = try talk.fileHandleForReading.readToEnd() ?? Data()
        let output = try out.fileHandleForReading.readToEnd() ?? Data()
        return (
            String(decoding: output, as: UTF8.self),
            errors + String(decoding: rest, as: UTF8.self)
        )
    }

    private static func signIn(_ name: String, _ password: String, at data: String) async throws
        -> Session
    {
        let book = try AccountBook(directory: data)
        defer { book.close() }
        let desk = SignInDesk(book: book, hashing: try HashingDesk())
        let place = SignInDesk.Place(address: "192.0.2.1", device: "test")
        return try await desk.signIn(name: name, password: password, at: place, now: moment).session
    }

    @Test("The first start makes a security administrator, and prints a password once")
    func first() async throws {
        let book = try Book()

        let (output, errors) = try Self.serve(book.data)

        let line = try #require(
            output.firstMatch(of: /administrator (\S+), one-time password (\S+)/))
        #expect(line.1 == "security-1" && !errors.contains(line.2))
        let again = try Self.serve(book.data)
        #expect(again.output.isEmpty && !again.errors.contains(line.2))
        let session = try await Self.signIn("security-1", String(line.2), at: book.data)
        #expect(session.mustChangePassword)
        #expect(try book.verified)
        let ledger = try Data(contentsOf: URL(filePath: book.data + "/ledger.sqlite"))
        #expect(ledger.range(of: Data(line.2.utf8)) == nil)
    }

    @Test("A city that has a security administrator gets no other")
    func known() throws {
        let book = try Book()
        try book.run([Line.appointment("p-sec", "a", ["security_administrator"])])
        let (output, _) = try Self.serve(book.data)
        #expect(output.contains("p-sec") && !output.contains("security-1"))
    }

    @Test("A city without an organization says that nobody can sign in yet")
    func empty() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let (output, errors) = try Self.serve(data)
        #expect(output.isEmpty && errors.contains("no organization yet"))
    }

    @Test("The sample's people sign in with what was printed, each with a password of its own")
    func sample() async throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        let made = try SaimaProgram.run(["sample", "dalian-2024", "--data", data])
        #expect(made.status == 0, "\(made.errors)")
        let lines = made.lines.compactMap {
            $0.wholeMatch(of: /.* (p-[a-z0-9-]+) +([a-z0-9-]{23})/)
        }
        #expect(lines.count == 13 && Set(lines.map(\.2)).count == 13)
        for name in ["p-leader", "p-security", "p-enterprise-1", "p-zhongshan-1"] {
            let line = try #require(lines.first { $0.1 == name })
            #expect(made.output.contains("示例"))
            let session = try await Self.signIn(name, String(line.2), at: data)
            #expect(session.person == PersonID(unchecked: name) && !session.mustChangePassword)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: data + "/people.sqlite")
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let (output, _) = try Self.serve(data)
        #expect(output.isEmpty)
    }
}
