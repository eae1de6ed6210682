import Accounts
import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Notices
import Synchronization
import Web

/// The made house with people who sign in: `zs` reports for a district, `sec` is the security
/// administrator, `out` is known and holds no post.
final class SignedHouse: Sendable {
    static let start = Timestamp(milliseconds: 1_730_800_000_000)

    let made: MadeHouse
    let book: AccountBook
    let desk: SignInDesk
    let notices: NoticeBook
    private let moment = Mutex(SignedHouse.start)
    private let given = Mutex<[String: String]>([:])

    private let providers: [IdentityProvider]

    init(providers: [IdentityProvider] = []) async throws {
        self.providers = providers
        made = try await MadeHouse()
        book = try AccountBook()
        notices = try NoticeBook(book.writer)
        desk = SignInDesk(
            book: book,
            hashing: try HashingDesk(cost: Argon2.Cost(memory: 64, passes: 1, lanes: 1)))
        try await made.submit(
            AppointPerson {
                $0.person = PersonID(unchecked: "sec")
                $0.organization = OrganizationID(unchecked: "dalian")
                $0.roles = [.securityAdministrator]
            })
        for (id, name) in [("zs", "王强"), ("sec", "Security"), ("out", "外人")] {
            let id = PersonID(unchecked: id)
            try await book.add(Person(id: id, name: name), now: now)
            let password = try await desk.givePassword(to: id, now: now)
            given.withLock { $0[id.text] = password }
        }
    }

    var now: Timestamp { moment.withLock { $0 } }

    func pass(seconds: Int64) {
        moment.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + seconds * 1000) }
    }

    func password(of id: String) -> String { given.withLock { $0[id] ?? "" } }

    private var reception: Reception {
        Reception(desk: desk, providers: providers, clock: Clock { self.now })
    }

    var router: Router<WebContext> {
        buildRouter(house: made.house, serving: Serving(), reception: reception, notices: notices)
    }

    /// Lets a browser at the pages.
    func visit(_ deeds: @Sendable @escaping (Browser) async throws -> Void) async throws {
        let application = buildApplication(
            house: made.house, serving: Serving(), reception: reception, notices: notices)
        try await application.test(.router) { client in try await deeds(Browser(client, self)) }
    }
}

/// What a browser does: keeps the cookie, and sends forms with what their page put into them.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let house: SignedHouse
    private let kept = Mutex<String?>(nil)

    init(_ client: any TestClientProtocol, _ house: SignedHouse) {
        self.client = client
        self.house = house
    }

    /// Another browser at the same pages.
    var another: Browser { Browser(client, house) }

    /// The cookie's value.
    var cookie: String? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }

    func ask(
        _ method: HTTPRequest.Method, _ uri: String, _ fields: [(String, String)] = [],
        headers: HTTPFields = [:], body text: String? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if let cookie, headers[.authorization] == nil {
            headers[.cookie] = "__Host-saima=\(cookie)"
        }
        var body = text.map { ByteBuffer(string: $0) }
        if method == .post, headers[.contentType] == nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = ByteBuffer(
                string: fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
                    .joined(separator: "&"))
        }
        let answer = try await client.execute(
            uri: uri, method: method, headers: headers, body: body)
        for field in answer.headers[values: .setCookie] where field.hasPrefix("__Host-saima=") {
            let value = field.dropFirst("__Host-saima=".count).prefix { $0 != ";" }
            cookie = value.isEmpty ? nil : String(value)
        }
        return answer
    }

    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await ask(.get, uri, headers: headers)
    }

    /// The token that a page of this browser puts into its forms.
    func token(_ page: String = "/sign-in") async throws -> String {
        let text = String(buffer: try await get(page).body)
        return text.firstMatch(of: /name="csrf" value="([^"]*)"/).map { String($0.1) } ?? ""
    }

    /// Sends a form of a page of ours.
    func post(
        _ uri: String, _ fields: [(String, String)] = [], from page: String = "/account",
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let token = try await token(page)
        return try await ask(.post, uri, [("csrf", token)] + fields, headers: headers)
    }

    @discardableResult
    func signIn(_ name: String, _ password: String? = nil, next: String = "/") async throws
        -> TestResponse
    {
        let fields = [
            ("next", next), ("name", name), ("password", password ?? house.password(of: name)),
        ]
        return try await post("/sign-in", fields, from: "/sign-in")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
