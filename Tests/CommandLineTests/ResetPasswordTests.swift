import Accounts
import Delivery
import Foundation
import SaimaProgram
import Testing

@Suite("A password given at the machine")
struct ResetPasswordTests {
    private static let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    private static let place = SignInDesk.Place(address: "192.0.2.1", device: "test")

    /// A city whose security administrator has a password that nobody remembers.
    private func made() async throws -> (book: Book, session: Secret) {
        let book = try Book()
        try book.run([Line.appointment("p-sec", "a", ["security_administrator"])])
        let (accounts, desk) = try accounts(of: book)
        defer { accounts.close() }
        let id = PersonID(unchecked: "p-sec")
        try await accounts.add(Person(id: id, name: "安全"), now: Self.now)
        _ = try await desk.givePassword(to: id, now: Self.now)
        return (book, try await accounts.start(for: id, on: "a", now: Self.now).secret)
    }

    private func accounts(of book: Book) throws -> (AccountBook, SignInDesk) {
        let accounts = try AccountBook(directory: book.data)
        return (accounts, SignInDesk(book: accounts, hashing: try HashingDesk()))
    }

    private func reset(_ id: String, in book: Book) throws -> SaimaProgram.Ended {
        try SaimaProgram.run(["people", "reset-password", id, "--data", book.data])
    }

    /// Signs in by what was printed, which must be changed, and finds the former session over.
    private func requireGood(
        _ run: SaimaProgram.Ended, of id: String, _ book: Book, former: Secret?
    ) async throws {
        #expect(run.status == 0 && run.isOrderly, "\(run.errors)")
        let password = try #require(run.lines.first)
        #expect(run.lines.count == 1 && password.wholeMatch(of: /[a-z0-9-]{23}/) != nil)
        #expect(!run.errors.contains(password) && run.errors.contains("14 days"))
        let (accounts, desk) = try accounts(of: book)
        defer { accounts.close() }
        let started = try await desk.signIn(
            name: id, password: password, at: Self.place, now: Self.now)
        #expect(started.session.mustChangePassword)
        if let former {
            let session = try await accounts.session(former, now: Self.now)
            #expect(session == nil)
        }
    }

    @Test("It opens once, ends what was open, and the ledger says nothing of it")
    func alone() async throws {
        let (book, former) = try await made()
        let ledger = try book.size()
        let run = try reset("p-sec", in: book)
        try await requireGood(run, of: "p-sec", book, former: former)
        #expect(try book.size() == ledger)
        #expect(try book.verified)
    }

    @Test("Beside a server it goes through the server's socket")
    func beside() async throws {
        let (book, former) = try await made()
        let server = try Server(book.data)
        let run = try reset("p-sec", in: book)
        let unknown = try reset("p-nobody", in: book)
        #expect(unknown.status == 1 && unknown.errors.contains("person_not_appointed"))
        #expect(server.end(15) == 0)
        try await requireGood(run, of: "p-sec", book, former: former)
        #expect(try book.verified)
    }

    @Test("Whom the console appointed gets an entry with the password")
    func appointed() async throws {
        let (book, _) = try await made()
        try book.run([Line.appointment("p-new", "a", ["security_administrator"])])
        let run = try reset("p-new", in: book)
        try await requireGood(run, of: "p-new", book, former: nil)
    }

    @Test("Who holds no post, was erased or is no id gets none")
    func refused() async throws {
        let (book, _) = try await made()
        let unknown = try reset("p-nobody", in: book)
        #expect(unknown.status == 1 && unknown.isOrderly && unknown.bytes.isEmpty)
        #expect(unknown.errors.contains("person_not_appointed"))
        let accounts = try AccountBook(directory: book.data)
        try await accounts.erase(
            PersonID(unchecked: "p-sec"), by: PersonID(unchecked: "x"), now: Self.now)
        accounts.close()
        let erased = try reset("p-sec", in: book)
        #expect(erased.status == 1 && erased.errors.contains("person_erased"))
        #expect(try reset("甲", in: book).status == 64)
        let missing = try SaimaProgram.run(
            ["people", "reset-password", "p-sec", "--data", book.data + "-none"])
        #expect(missing.status == 1 && missing.errors.contains("data_directory_missing"))
    }
}
