import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Web

@Suite("Signing in and out on the pages")
struct SignInTests {
    @Test("Signing in leads to the page that was asked for, with who it is in its head")
    func signsIn() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let guest = try await browser.get("/projects?lang=en")
            #expect(guest.text.contains("href=\"/sign-in?"))

            let answer = try await browser.signIn(
                "zs", next: "/projects?q=%E6%B8%AF%E5%8F%A3&lang=en")

            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/projects?q=%E6%B8%AF%E5%8F%A3&lang=en")
            let cookie = try #require(answer.headers[.setCookie])
            for word in ["__Host-saima=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(word))
            }
            #expect(!cookie.contains("Domain"))
            let page = try await browser.get("/projects?lang=en")
            #expect(page.text.contains("<span lang=\"zh\">王强</span>"))
            #expect(page.text.contains("action=\"/sign-out?lang=en\""))
            #expect(page.headers[.cacheControl]?.contains("no-store") == true)
            let again = try await browser.get("/sign-in?next=/races")
            #expect(again.status == .seeOther && again.headers[.location] == "/races")
        }
    }

    @Test("A wrong name and a wrong password show the same page, and only the password is lost")
    func refused() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            var pages: [String] = []
            for (name, password) in [("zs", "not the password"), ("nobody", "not the password")] {
                let answer = try await browser.another.signIn(name, password, next: "/races")
                #expect(answer.status == .forbidden)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.text.contains("value=\"\(name)\""))
                #expect(answer.text.contains("name=\"next\" value=\"/races\""))
                #expect(answer.text.contains("id=\"password-problem\""))
                #expect(!answer.text.contains("not the password"))
                pages.append(
                    answer.text.replacing("value=\"\(name)\"", with: "")
                        .replacing(/name="csrf" value="[^"]*"/, with: ""))
            }
            #expect(pages[0] == pages[1])
        }
    }

    @Test("After some failures the page says how long to wait")
    func throttled() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            for _ in 0...Throttle.name.free {
                #expect(try await browser.signIn("zs", "wrong").status == .forbidden)
            }

            let answer = try await browser.signIn("zs")

            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "1")
            house.pass(seconds: 1)
            #expect(try await browser.signIn("zs").status == .seeOther)
        }
    }

    @Test("Whoever is not on this machine is not believed about the address")
    func addresses() async throws {
        let house = try await SignedHouse()
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        try await house.visit { browser in
            // The connection is no loopback one here, so nobody is believed.
            for number in 0...Throttle.address.free {
                let token = try await browser.token()
                let answer = try await browser.ask(
                    .post, "/sign-in",
                    [("csrf", token), ("name", "n\(number)"), ("password", "wrong")],
                    headers: [name: "198.51.100.\(number)"])
                #expect(answer.status == .forbidden)
            }
            #expect(try await browser.signIn("zs").status == .tooManyRequests)
        }
    }

    @Test("A session is known by a secret that nobody had before it began")
    func fixation() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let planted = Secret.random().text
            browser.cookie = planted
            #expect(try await browser.signIn("zs").status == .seeOther)
            let first = try #require(browser.cookie)
            #expect(first != planted)

            let thief = browser.another
            thief.cookie = planted
            #expect(try await thief.get("/account").status == .seeOther)

            // Signing in once more ends what was before.
            let token = try await browser.token("/account")
            let again = try await browser.ask(
                .post, "/sign-in",
                [("csrf", token), ("name", "sec"), ("password", house.password(of: "sec"))])
            #expect(again.status == .seeOther)
            thief.cookie = first
            #expect(try await thief.get("/account").status == .seeOther)
            #expect(try await browser.get("/account").text.contains("Security"))
        }
    }

    @Test("Signing out ends the session wherever its cookie is")
    func signsOut() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("zs")
            let copy = browser.another
            copy.cookie = browser.cookie
            #expect(try await copy.get("/account").status == .ok)

            let answer = try await browser.post("/sign-out")

            #expect(answer.status == .seeOther)
            #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(browser.cookie == nil)
            let late = try await copy.get("/account")
            #expect(late.status == .seeOther)
            #expect(late.headers[.location]?.hasPrefix("/sign-in?next=") == true)
        }
    }

    @Test("A session that is idle or old is over, and the page asks to sign in again")
    func expires() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("zs")
            house.pass(seconds: SessionSpan.idle.components.seconds - 1)
            #expect(try await browser.get("/account").status == .ok)
            house.pass(seconds: SessionSpan.idle.components.seconds)
            let answer = try await browser.get("/account?x=1")
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/sign-in?next=%2Faccount%3Fx%3D1")
        }
    }

    @Test(
        "Signing in leads to no other site",
        arguments: [
            "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
            "javascript:alert(1)", " /projects", "/\u{9}/evil.example", "projects",
            "/sign-out", "/%zz", "",
        ])
    func openRedirect(next: String) async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let answer = try await browser.signIn("zs", next: next)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/")
        }
    }

    @Test("Who holds no post is told so, and is not let in")
    func notAppointed() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let answer = try await browser.signIn("out")
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("没有任职"))
            #expect(try await browser.get("/account").status == .seeOther)
            #expect(
                try await house.book.sessions(of: .init(unchecked: "out"), now: house.now).isEmpty)
        }
    }

    @Test("Whoever guesses at the present password waits as at the door")
    func guessing() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("zs")
            let fields = [("password", "a guess"), ("new_password", "quite another one")]
            for _ in 0...Throttle.name.free {
                let answer = try await browser.post(
                    "/account/password", fields, from: "/account/password")
                #expect(answer.status == .unprocessableContent)
            }
            let answer = try await browser.post(
                "/account/password", fields, from: "/account/password")
            #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "1")
        }
    }

    @Test("With a one-time password nothing can be done before another is chosen")
    func mustChange() async throws {
        let house = try await SignedHouse()
        let id = PersonID(unchecked: "zs")
        let given = try await house.desk.giveOneTimePassword(to: id, now: house.now)
        try await house.visit { browser in
            let answer = try await browser.signIn("zs", given, next: "/races")
            #expect(answer.headers[.location] == "/account/password")
            for page in ["/", "/account", "/projects", "/nowhere"] {
                let sent = try await browser.get(page)
                #expect(sent.headers[.location] == "/account/password", "\(page)")
            }
            #expect(try await browser.get("/api/v1/projects").status == .forbidden)
            let early = browser.cookie

            let weak = try await browser.post(
                "/account/password", [("password", given), ("new_password", "short")],
                from: "/account/password")
            #expect(weak.status == .unprocessableContent)
            #expect(weak.text.contains("id=\"new_password-problem\""))
            let done = try await browser.post(
                "/account/password", [("password", given), ("new_password", "quite another one")],
                from: "/account/password")

            #expect(done.status == .seeOther && browser.cookie != early)
            #expect(try await browser.get("/account").status == .ok)
            let copy = browser.another
            copy.cookie = early
            #expect(try await copy.get("/account").status == .seeOther)
        }
    }
}
