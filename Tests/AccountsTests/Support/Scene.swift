import Accounts
import Delivery
import Foundation

/// A book with a few persons, in a folder of its own or in memory, at a moment that tests move.
final class Scene {
    static let cheap = Argon2.Cost(memory: 64, passes: 1, lanes: 1)
    static let place = SignInDesk.Place(address: "192.0.2.7", device: "a browser")

    let folder: String?
    var book: AccountBook
    var desk: SignInDesk
    var now = Timestamp(milliseconds: 1_730_800_000_000)

    enum Kind: String, CaseIterable, Sendable {
        case onDisk = "on disk"
        case inMemory = "in memory"
    }

    init(_ kind: Kind, cost: Argon2.Cost = Scene.cheap) throws {
        if kind == .onDisk {
            let name = "saima-people-\(UUID().uuidString)"
            let path = FileManager.default.temporaryDirectory.appending(path: name).path
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            folder = path
            book = try AccountBook(directory: path)
        } else {
            folder = nil
            book = try AccountBook()
        }
        desk = SignInDesk(book: book, hashing: try HashingDesk(cost: cost))
    }

    deinit { if let folder { try? FileManager.default.removeItem(atPath: folder) } }

    /// Closes the book and opens it again, where it lies in a file.
    func restart(cost: Argon2.Cost = Scene.cheap) throws {
        guard let folder else { return }
        book.close()
        book = try AccountBook(directory: folder)
        desk = SignInDesk(book: book, hashing: try HashingDesk(cost: cost))
    }

    func pass(seconds: Int) {
        now = Timestamp(milliseconds: now.milliseconds + Int64(seconds) * 1000)
    }

    /// Enters a person with a password that stays, and answers with it.
    @discardableResult
    func admit(_ id: String, name: String = "示例人员", email: String? = nil) async throws -> String {
        let id = PersonID(unchecked: id)
        try await book.add(Person(id: id, name: name, email: email), now: now)
        return try await desk.givePassword(to: id, now: now)
    }

    func signIn(_ name: String, _ password: String, from address: String = "192.0.2.7")
        async throws -> StartedSession
    {
        try await desk.signIn(
            name: name, password: password,
            at: SignInDesk.Place(address: address, device: "a browser"), now: now)
    }

    /// Why signing in is refused; nil where it is not.
    func refusal(_ name: String, _ password: String, from address: String = "192.0.2.7") async
        -> AccountRefusal?
    {
        do {
            _ = try await signIn(name, password, from: address)
            return nil
        } catch {
            return error as? AccountRefusal
        }
    }

    /// All bytes of the file and of what Sqlite keeps beside it.
    var bytes: Data {
        guard let folder else { return Data() }
        return ["", "-wal", "-journal"].reduce(into: Data()) { all, ending in
            let path = folder + "/" + AccountBook.fileName + ending
            all += FileManager.default.contents(atPath: path) ?? Data()
        }
    }
}

extension PersonID {
    static func of(_ text: String) -> PersonID { PersonID(unchecked: text) }
}

/// The refusal that something ends with; nil where it ends well.
func refusal(_ body: () async throws -> Void) async -> AccountRefusal? {
    do {
        try await body()
        return nil
    } catch {
        return error as? AccountRefusal
    }
}
