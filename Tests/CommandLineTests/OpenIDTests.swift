import Accounts
import Delivery
import Foundation
import SaimaProgram
import Sinks
import Testing

@Suite("Signing in by a real identity provider")
struct OpenIDTests {
    private static let python = SaimaProgram.root.appending(path: ".build/venv/bin/python").path
    private static let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

    /// A city with a reporter and a security administrator, its server, and canaille.
    private struct Town {
        let book: Book
        let provider: Sink
        let server: Server
        let password: String

        var site: String { "http://127.0.0.1:\(server.port)" }
        var callback: String { site + "/sign-in/oidc/city/callback" }

        init() async throws {
            book = try Book()
            try book.run([
                Line.appointment("p-1", "a", ["district_reporter"]),
                Line.appointment("p-sec", "a", ["security_administrator"]),
            ])
            let accounts = try AccountBook(directory: book.data)
            let desk = SignInDesk(book: accounts, hashing: try HashingDesk())
            for (id, name) in [("p-1", "王强"), ("p-sec", "安全")] {
                try await accounts.add(
                    Person(id: PersonID(unchecked: id), name: name), now: now)
            }
            _ = try await desk.giveOneTimePassword(to: PersonID(unchecked: "p-1"), now: now)
            password = try await desk.givePassword(to: PersonID(unchecked: "p-sec"), now: now)
            accounts.close()
            let port = try FreePort.find()
            let site = "http://127.0.0.1:\(port)"
            let script = SaimaProgram.root.appending(
                path: "Tests/CommandLineTests/identity_provider.py")
            provider = try Sink(
                script, [site + "/sign-in/oidc/city/callback", site + "/sign-in"], python: python)
            let secret = try book.scratch.write("secret", "client secret\n")
            server = try Server(
                book.data, port: String(port),
                [
                    "--public-url", site, "--oidc", "city=http://127.0.0.1:\(provider.port)",
                    "--oidc-client", "city=saima", "--oidc-secret-file", "city=\(secret)",
                    "--oidc-title", "city=市统一身份认证/City",
                ])
        }

        /// Goes to the provider, and does there what its pages ask, until they send it back:
        /// answers with the address to which.
        func leave(_ browser: CurlBrowser, next: String = "/") throws -> String {
            let start = site + "/sign-in/oidc/city?next=\(next)"
            var answer = try browser.get(start)
            for _ in 0..<12 {
                if let place = answer.location {
                    if place.hasPrefix(callback + "?") { return place }
                    answer = try browser.get(place)
                    continue
                }
                var fields = answer.fields()
                if fields["login"] != nil {
                    fields["login"] = "wang"
                } else if fields["password"] != nil {
                    fields["password"] = "correct horse battery"
                } else {
                    fields["answer"] = "accept"
                }
                answer = try browser.post(answer.url, fields)
            }
            Issue.record("the provider does not end: \(answer.status) \(answer.body.prefix(2000))")
            return callback
        }

        /// Whether a browser is asked to sign in.
        func isOutside(_ browser: CurlBrowser) throws -> Bool {
            try browser.get(site + "/account").location?.hasPrefix(site + "/sign-in?next=") == true
        }

        /// Signs in by password.
        func signIn(_ browser: CurlBrowser, _ name: String, _ password: String) throws {
            var fields = try browser.get(site + "/sign-in").fields(of: "/sign-in")
            fields["name"] = name
            fields["password"] = password
            let answer = try browser.post(site + "/sign-in", fields)
            #expect(answer.status == 303)
        }

        /// Sends a form of a page, as the page has it.
        func send(
            _ browser: CurlBrowser, _ page: String, _ form: String, _ more: [String: String] = [:]
        ) throws -> CurlBrowser.Answer {
            let fields = try browser.get(site + page).fields(of: "action=\"\(form)\"")
            #expect(fields["csrf"]?.isEmpty == false, "\(form)")
            return try browser.post(site + form, fields.merging(more) { $1 })
        }
    }

    @Test("From the button to the provider and back, linked and unlinked, once and not again")
    func wholeWay() async throws {
        let town = try await Town()
        let browser = try CurlBrowser()
        let page = try browser.get(town.site + "/sign-in?next=/projects%3Fq%3D1")
        #expect(page.body.contains("href=\"/sign-in/oidc/city?next=%2Fprojects%3Fq%3D1\""))
        #expect(page.body.contains("用“市统一身份认证”登录"))

        // Given somebody whom the provider knows and nobody here
        let stranger = try browser.get(town.leave(browser))
        #expect(stranger.status == 403 && stranger.body.contains("还没有关联"))
        #expect(stranger.body.contains("<code class=\"secret\">wang</code>"))
        #expect(try town.isOutside(browser))

        // When the security administrator links them
        let keeper = try CurlBrowser()
        try town.signIn(keeper, "p-sec", town.password)
        let linked = try town.send(
            keeper, "/people/p-1", "/people/p-1/identities",
            ["provider": "city", "subject": "wang"])
        #expect(linked.status == 303)

        // Then they are in, where they wanted to be, and asked for no password
        let back = try town.leave(browser, next: "/projects%3Fq%3D1")
        let tampered = try browser.get(back.replacing("state=", with: "state=x"))
        #expect(tampered.status == 400 && tampered.body.contains("oidc_state_differs"))
        let replay = try browser.copy
        let elsewhere = try CurlBrowser().get(back)
        #expect(elsewhere.status == 400 && elsewhere.body.contains("oidc_attempt_unknown"))
        let arrived = try browser.get(back)
        #expect(arrived.status == 303 && arrived.location == town.site + "/projects?q=1")
        let account = try browser.get(town.site + "/account")
        #expect(account.status == 200 && account.body.contains("王强"))

        // And nobody comes in by what they came in by
        let again = try browser.get(back)
        #expect(again.status == 400 && again.body.contains("oidc_attempt_unknown"))
        let replayed = try replay.get(back)
        #expect(replayed.status == 400 && replayed.body.contains("oidc_attempt_used"))
        #expect(try town.isOutside(replay))
        #expect(town.server.end(15) == 0)
        #expect(try town.book.verified)
    }

    @Test("Signing out ends it here and shows the way out there; unlinked and dismissed stay out")
    func out() async throws {
        let town = try await Town()
        let (browser, keeper) = (try CurlBrowser(), try CurlBrowser())
        try town.signIn(keeper, "p-sec", town.password)
        let identity = ["provider": "city", "subject": "wang"]
        _ = try town.send(keeper, "/people/p-1", "/people/p-1/identities", identity)
        #expect(try browser.get(town.leave(browser)).status == 303)

        let left = try town.send(browser, "/account", "/sign-out")
        let place = try #require(left.location)
        #expect(place == town.site + "/sign-in?left=city")
        let door = try browser.get(place)
        let farewell = try #require(door.body.firstMatch(of: /href="([^"]*end_session[^"]*)"/))
        let end = try browser.get(String(farewell.1).replacing("&amp;", with: "&"))
        #expect([200, 302].contains(end.status), "\(end.body.prefix(500))")
        #expect(try town.isOutside(browser))

        // What the provider vouched for ends with the link, and not with the next attempt alone
        #expect(try browser.get(town.leave(browser)).status == 303)
        #expect(try browser.get(town.site + "/account").status == 200)
        let unlinked = try town.send(keeper, "/people/p-1", "/people/p-1/identities/unlink")
        #expect(unlinked.status == 303)
        #expect(try town.isOutside(browser))
        #expect(try browser.get(town.leave(browser)).body.contains("还没有关联"))

        _ = try town.send(keeper, "/people/p-1", "/people/p-1/identities", identity)
        #expect(try town.send(keeper, "/people/p-1", "/people/p-1/dismiss").status == 303)
        let dismissed = try browser.get(town.leave(browser))
        #expect(dismissed.status == 403 && dismissed.body.contains("not_appointed"))
        #expect(try town.isOutside(browser))
        #expect(town.server.end(15) == 0)
    }
}

/// A port of this machine that nobody listens at, for who must be told before it is theirs.
private enum FreePort {
    static func find() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard found else { throw CocoaError(.fileReadUnknown) }
        return UInt16(bigEndian: address.sin_port)
    }
}
