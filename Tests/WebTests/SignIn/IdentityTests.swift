import Accounts
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OpenID
import Testing
import Web

@Suite("Signing in by an identity provider, on the pages")
struct IdentityTests {
    /// One that nobody can reach: there is never anything at port 9 of this machine.
    private func provider(_ id: String = "city") throws -> IdentityProvider {
        let settings = try ProviderSettings(
            id: id, issuer: "http://127.0.0.1:9/\(id)", client: "saima", secret: "s",
            redirect: IdentityProvider.callback(of: id, at: "https://saima.example"))
        #expect(settings.redirect == "https://saima.example/sign-in/oidc/\(id)/callback")
        return IdentityProvider(
            desk: OpenIDDesk(settings), name: Words(zh: "市<统一>身份", en: "City & identity"),
            site: "https://saima.example")
    }

    private static let callback = "/sign-in/oidc/city/callback"

    @Test("The sign-in page has a button for each provider, and none where none is set up")
    func buttons() async throws {
        let bare = try await SignedHouse()
        try await bare.visit { browser in
            let page = try await browser.get("/sign-in").text
            #expect(!page.contains("/sign-in/oidc/"))
            #expect(try await browser.get("/sign-in/oidc/city").status == .notFound)
            #expect(try await browser.get(Self.callback).status == .notFound)
        }
        let house = try await SignedHouse(providers: [provider(), provider("other")])
        try await house.visit { browser in
            let page = try await browser.get("/sign-in?next=/races&lang=en").text
            for id in ["city", "other"] {
                let link = "/sign-in/oidc/\(id)?next=%2Fraces&amp;lang=en"
                #expect(page.contains("href=\"\(link)\""))
            }
            #expect(page.contains("Sign in by City &amp; identity"))
            #expect(try await browser.get("/sign-in").text.contains("用“市&lt;统一&gt;身份”登录"))
            // The password still leads where it led, and refused it keeps the buttons.
            let refused = try await browser.signIn("zs", "wrong", next: "/races")
            #expect(refused.text.contains("/sign-in/oidc/city?next=%2Fraces"))
        }
    }

    @Test("A provider that is down is said to be where it is used, and passwords go on working")
    func down() async throws {
        let house = try await SignedHouse(providers: [provider()])
        try await house.visit { browser in
            let answer = try await browser.get("/sign-in/oidc/city?lang=en")
            #expect(answer.status == .badGateway)
            #expect(answer.text.contains("oidc_provider_unreachable"))
            #expect(answer.text.contains("127.0.0.1") && answer.text.contains("by password"))
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(try await browser.signIn("zs").status == .seeOther)
            // Who is in already is not sent away.
            let again = try await browser.get("/sign-in/oidc/city?next=/races")
            #expect(again.status == .seeOther && again.headers[.location] == "/races")
            let away = try await browser.get("/sign-in/oidc/city?next=//evil.example")
            #expect(away.headers[.location] == "/")
        }
    }

    @Test("Nobody comes back who was not sent", arguments: ["", "x", "AAAA", "%00"])
    func unsent(_ attempt: String) async throws {
        let house = try await SignedHouse(providers: [provider()])
        try await house.visit { browser in
            for query in ["", "?code=c&state=s", "?error=access_denied&state=s", "?code=a&code=b"] {
                let answer = try await browser.get(
                    Self.callback + query, headers: [.cookie: "__Host-saima-oidc=\(attempt)"])
                #expect(
                    answer.status == .badRequest && answer.text.contains("oidc_attempt_unknown"))
                let cookies = answer.headers[values: .setCookie]
                #expect(!cookies.contains { $0.hasPrefix("__Host-saima=") })
                #expect(cookies.contains { $0.hasPrefix("__Host-saima-oidc=;") })
            }
            #expect(try await browser.get("/account").status == .seeOther)
        }
    }

    @Test("The security administrator links and unlinks, and both see what is linked")
    func links() async throws {
        let house = try await SignedHouse(providers: [provider()])
        let identity = Identity(issuer: "http://127.0.0.1:9/city", subject: "u<1>")
        try await house.visit { browser in
            try await browser.signIn("sec")
            let linked = try await browser.post(
                "/people/zs/identities", [("provider", "city"), ("subject", "u<1>")],
                from: "/people/zs")
            #expect(linked.status == .seeOther)
            #expect(try await house.book.owner(of: identity) == PersonID(unchecked: "zs"))
            let page = try await browser.get("/people/zs").text
            #expect(page.contains("<code>u&lt;1&gt;</code>") && page.contains("<td>sec</td>"))

            let taken = try await browser.post(
                "/people/sec/identities", [("provider", "city"), ("subject", "u<1>")],
                from: "/people/sec")
            #expect(taken.status == .unprocessableContent)
            #expect(taken.text.contains("id=\"subject-problem\""))
            let empty = try await browser.post(
                "/people/sec/identities", [("provider", "city"), ("subject", "")],
                from: "/people/sec")
            #expect(empty.status == .unprocessableContent)
            let unknown = try await browser.post(
                "/people/sec/identities", [("provider", "none"), ("subject", "u-2")],
                from: "/people/sec")
            #expect(unknown.status == .notFound)

            let person = browser.another
            try await person.signIn("zs")
            #expect(try await person.get("/account").text.contains("<code>u&lt;1&gt;</code>"))
            let fields = [("issuer", identity.issuer), ("subject", identity.subject)]
            let own = try await person.post("/people/zs/identities/unlink", fields)
            #expect(own.status == .forbidden)

            let unlinked = try await browser.post(
                "/people/zs/identities/unlink", fields, from: "/people/zs")
            #expect(unlinked.status == .seeOther)
            #expect(try await house.book.owner(of: identity) == nil)
            let again = try await browser.post(
                "/people/zs/identities/unlink", fields, from: "/people/zs")
            #expect(again.status == .unprocessableContent)
        }
    }

    @Test("Who came by a provider is told after signing out that its session may go on")
    func signsOut() async throws {
        let house = try await SignedHouse(providers: [provider()])
        let id = PersonID(unchecked: "zs")
        let byProvider = try await house.book.start(
            for: id, on: "a", by: "http://127.0.0.1:9/city", now: house.now)
        try await house.visit { browser in
            browser.cookie = byProvider.secret.text
            let answer = try await browser.post("/sign-out")
            #expect(answer.headers[.location] == "/sign-in?left=city")
            // Where the provider was not asked yet, there is no way to show.
            #expect(try await browser.get("/sign-in?left=city").status == .ok)
            try await browser.signIn("zs")
            let plain = try await browser.post("/sign-out")
            #expect(plain.headers[.location] == "/sign-in")
        }
    }

    @Test("The name that people use is answered where a proxy passes it on, and no other")
    func names() {
        var serving = Serving()
        #expect(serving.answeredHosts == ["localhost", "127.0.0.1", "[::1]"])
        serving.publicName = "saima.example"
        #expect(serving.answeredHosts?.last == "saima.example")
        serving.host = "0.0.0.0"
        #expect(serving.answeredHosts == nil)
    }
}
