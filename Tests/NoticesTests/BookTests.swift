import Accounts
import Delivery
import Foundation
import Notices
import Testing

@Suite("Book of notices")
struct BookTests {
    private let now = moment("2024-10-15T04:00:00.000Z")
    private let zs = PersonID(unchecked: "zs")

    private func book(_ persons: [String] = ["zs", "xg"]) async throws -> (AccountBook, NoticeBook)
    {
        let accounts = try AccountBook()
        for id in persons {
            try await accounts.add(Person(id: PersonID(unchecked: id), name: id), now: now)
        }
        return (accounts, try NoticeBook(accounts.writer))
    }

    private func draft(
        _ mark: String, _ kind: NoticeKind = .commitmentIssued, to person: String = "zs"
    ) -> NoticeDraft {
        NoticeDraft(
            PersonID(unchecked: person), kind, NoticeSubject(.commitment, "c-001"), mark: mark)
    }

    private func later(_ seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds + seconds * 1000)
    }

    @Test("the same is told once, however often it is found")
    func once() async throws {
        let (_, book) = try await book()
        let drafts = [draft("7"), draft("7"), draft("7", to: "xg"), draft("8")]
        #expect(
            try await book.record(drafts, .records, upTo: 9, by: [.mail], now: now) == 3)
        #expect(
            try await book.record(drafts, .records, upTo: 9, by: [.mail], now: now) == 0)
        #expect(book.unread(of: zs) == 2)
        #expect(try await book.progress(.records) == 9)
        let letters = try await book.due(now, by: [.mail])
        #expect(letters.map(\.notices.count) == [1, 2])
        #expect(Set(letters.map(\.id)).count == 2)
    }

    @Test("whom the directory does not know is told nothing, and whom it forgets loses all")
    func persons() async throws {
        let (accounts, book) = try await book()
        let drafts = [draft("7"), draft("7", to: "nobody")]
        #expect(try await book.record(drafts, .records, upTo: 9, by: [.mail], now: now) == 1)
        try await accounts.erase(zs, by: PersonID(unchecked: "anquan"), now: now)
        #expect(try await book.notices(of: zs).isEmpty)
        #expect(try await book.due(now, by: [.mail]).isEmpty)
    }

    @Test("unread ones come first, and are read one by one or all at once")
    func reading() async throws {
        let (_, book) = try await book()
        let drafts = (1...4).map { draft("\($0)") } + [draft("5", to: "xg")]
        try await book.record(drafts, .records, upTo: 9, by: [], now: now)
        let all = try await book.notices(of: zs)
        #expect(all.map(\.draft.mark) == ["4", "3", "2", "1"])
        try await book.markRead(all[0].number, of: zs, now: now)
        try await book.markRead(all[1].number, of: PersonID(unchecked: "xg"), now: now)
        #expect(book.unread(of: zs) == 3)
        #expect(try await book.notices(of: zs).map(\.draft.mark) == ["3", "2", "1", "4"])
        try await book.markRead(nil, of: zs, now: now)
        #expect(book.unread(of: zs) == 0 && book.unread(of: PersonID(unchecked: "xg")) == 1)
    }

    @Test("each is sent as its person wishes")
    func wishes() async throws {
        let (_, book) = try await book(["zs", "xg", "wu"])
        try await book.wish(NoticeWish(.digest, language: "en"), of: zs)
        try await book.wish(NoticeWish(.none), of: PersonID(unchecked: "xg"))
        #expect(try await book.wish(of: zs).language == "en")
        let drafts = ["zs", "xg", "wu"].flatMap {
            [draft("1", to: $0), draft("2024-10-14", .digest, to: $0)]
        }
        try await book.record(drafts, .records, upTo: 9, by: [.mail, .webhook], now: now)
        let letters = try await book.due(now, by: [.mail, .webhook])
        let sent = letters.map { "\($0.person) \($0.channel) \($0.notices.count)" }
        #expect(sent == ["wu mail 2", "wu webhook 2", "zs mail 1", "zs webhook 1"])
        // Who wants nothing any more gets nothing that was not sent yet
        try await book.wish(NoticeWish(.none), of: PersonID(unchecked: "wu"))
        #expect(try await book.due(now, by: [.mail, .webhook]).count == 2)
    }

    @Test("what fails is tried again after ever longer waits, and given up in the end")
    func waits() async throws {
        let (_, book) = try await book()
        try await book.record([draft("1")], .records, upTo: 9, by: [.mail], now: now)
        var at = now
        var waits: [Int64] = []
        while let letter = try await book.due(at, by: [.mail]).first {
            try await book.failed(letter, "no answer", now: at)
            guard let wait = Letter.wait(after: letter.attempts + 1) else { break }
            waits.append(wait)
            let early = Timestamp(milliseconds: at.milliseconds + wait * 1000 - 1)
            #expect(try await book.due(early, by: [.mail]).isEmpty)
            at = Timestamp(milliseconds: at.milliseconds + wait * 1000)
        }
        #expect(waits == waits.sorted() && waits.count == 8)
        #expect(try await book.due(later(100_000_000), by: [.mail]).isEmpty)
        let state = try await book.outbox()
        #expect(state.gaveUp == 1 && state.waiting == 0 && state.lastError == "no answer")
    }

    @Test("what was sent is not sent again")
    func sent() async throws {
        let (_, book) = try await book()
        try await book.record([draft("1")], .records, upTo: 9, by: [.mail], now: now)
        let letter = try #require(try await book.due(now, by: [.mail]).first)
        try await book.sent(letter, now: now)
        #expect(try await book.due(later(1_000_000), by: [.mail]).isEmpty)
        #expect(try await book.outbox().sent == 1)
    }

    @Test("a file that is opened again goes on where it was")
    func reopened() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "saima-notices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for round in 0..<2 {
            let accounts = try AccountBook(directory: folder.path)
            defer { accounts.close() }
            if round == 0 { try await accounts.add(Person(id: zs, name: "张"), now: now) }
            let book = try NoticeBook(accounts.writer)
            #expect(try await book.progress(.records) == (round == 0 ? nil : 9))
            let fresh = try await book.record(
                [draft("1")], .records, upTo: 9, by: [.mail], now: now)
            #expect(fresh == (round == 0 ? 1 : 0) && book.unread(of: zs) == 1)
            #expect(try await book.due(now, by: [.mail]).count == 1)
        }
    }
}
