import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rulebook
import Testing
import Web

@Suite("A form that outlives its sign-in")
struct InterruptedFormTests {
    private static let id = CommitmentID(unchecked: "c-1")
    private static let address = "/do/commitment.redraft?commitment=c-1&lang=en"
    private static let send = "/do/commitment.redraft?lang=en"
    private static let typed: [(String, String)] = [
        ("commitment", "c-1"), ("kind", "task"), ("title", "写了很久的标题"),
        ("criterion", "第一行\r\n第二行"), ("lead", "zhongshan"), ("post", "分管副区长"),
        ("due", "2024-12-31"),
    ]

    /// A house with zhongshan's draft `c-1`.
    private func made(guests: Bool) async throws -> SignedHouse {
        let house = try await SignedHouse()
        if !guests {
            var closed = ConfigureCity.example
            closed.proposed.guests = false
            try await house.made.submit(closed)
        }
        try await house.made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.id = Self.id
            }, as: "zs")
        return house
    }

    /// The hidden fields that a page sends back when the form of its command is sent.
    private static func hidden(_ page: String) -> [(String, String)] {
        let form = page.firstRange(of: "id=\"command\"").map { page[$0.upperBound...] }
        let field = /<input type="hidden" name="([^"]*)" value="([^"]*)">/
        return (form ?? "").matches(of: field).map { found in
            let value = String(found.2).replacing("&amp;", with: "&")
            return (String(found.1), value.replacing("&quot;", with: "\""))
        }
    }

    /// Opens the form; the address leads on to one with a key.
    private func open(_ browser: Browser) async throws -> String {
        let first = try await browser.get(Self.address)
        #expect(first.status == .seeOther)
        let keyed = try #require(first.headers[.location])
        let page = try await browser.get(keyed)
        #expect(page.status == .ok)
        return page.text
    }

    @Test(
        "comes back after signing in in place, with all that was typed", arguments: [true, false])
    func again(guests: Bool) async throws {
        let house = try await made(guests: guests)
        let size = house.made.hall.city.size
        try await house.visit { browser in
            // Given a form that was typed into, and a session that ended meanwhile
            try await browser.signIn("zs")
            let opened = Self.hidden(try await open(browser))
            let own = opened.filter { ["csrf", "_key", "_seen"].contains($0.0) }
            #expect(own.count == 3)
            house.pass(seconds: 90 * 86_400)
            // When it is sent
            let out = try await browser.ask(.post, Self.send, own + Self.typed)
            // Then all of it is on the page that answers, and nowhere else
            #expect(out.status == .unauthorized)
            #expect(out.headers[.cacheControl]?.contains("no-store") == true)
            #expect(out.text.contains("写了很久的标题") && out.text.contains("第二行"))
            #expect(house.made.hall.city.size == size)
            // When the password is wrong, then it still is
            let kept = Self.hidden(out.text)
            let wrong = try await browser.ask(
                .post, Self.send, kept + [("_name", "zs"), ("_password", "not the one")])
            #expect(wrong.status == .forbidden && wrong.text.contains("写了很久的标题"))
            #expect(!wrong.text.contains("not the one"))
            // When it is right, then the form is back as it was, and nothing was sent yet
            let again = try await browser.ask(
                .post, Self.send,
                Self.hidden(wrong.text) + house.entry("zs"))
            #expect(again.status == .ok && again.text.contains("value=\"写了很久的标题\""))
            #expect(again.text.contains("data-unsent"))
            #expect(house.made.hall.city.size == size)
            // When it is sent, then it is carried out once, however often it is sent
            let form = Self.hidden(again.text).filter { ["csrf", "_key", "_seen"].contains($0.0) }
            #expect(form.first { $0.0 == "_key" }?.1 == own.first { $0.0 == "_key" }?.1)
            for _ in 0..<2 {
                let done = try await browser.ask(.post, Self.send, form + Self.typed)
                #expect(done.status == .seeOther)
            }
            #expect(house.made.hall.city.size == size + 1)
            let item = try #require(house.made.hall.city.commitments[Self.id])
            #expect(item.profile.title == "写了很久的标题")
        }
    }

    @Test("is taken up by whoever has signed in elsewhere, or has no cookie any more")
    func elsewhere() async throws {
        let house = try await made(guests: false)
        let size = house.made.hall.city.size
        try await house.visit { browser in
            // Given a browser that forgot its cookie
            let out = try await browser.ask(.post, Self.send, Self.typed)
            #expect(out.status == .unauthorized && browser.cookie != nil)
            // When it has signed in by another window, and the page is sent on
            try await browser.signIn("zs")
            let again = try await browser.ask(.post, Self.send, Self.hidden(out.text))
            // Then the form is there, to be looked over
            #expect(again.status == .forbidden && again.text.contains("写了很久的标题"))
            #expect(house.made.hall.city.size == size)
        }
    }

    @Test("is not given to who may not send it, and keeps what was typed for who may")
    func another() async throws {
        let house = try await made(guests: true)
        try await house.visit { browser in
            _ = try await browser.get("/sign-in")
            let out = try await browser.ask(.post, Self.send, Self.typed)
            let other = try await browser.ask(
                .post, Self.send,
                Self.hidden(out.text) + house.entry("sec"))
            #expect(other.status == .forbidden && other.text.contains("写了很久的标题"))
            #expect(other.text.contains("is for these roles"))
            #expect(try await browser.get("/account").status != .ok)
        }
    }

    @Test("lets nobody sign a browser in from another site")
    func foreign() async throws {
        let house = try await made(guests: true)
        try await house.visit { browser in
            _ = try await browser.get("/sign-in")
            let known = browser.cookie
            let fields = Self.typed + house.entry("zs")
            let bare = try await browser.ask(.post, Self.send, fields)
            #expect(bare.status == .unauthorized && browser.cookie == known)
            let token = try await browser.token()
            let other = try await browser.ask(
                .post, Self.send, [("csrf", token)] + fields,
                headers: [.origin: "https://evil.example"])
            #expect(other.status == .forbidden && browser.cookie == known)
        }
    }

    @Test("names the files that must be chosen again")
    func files() async throws {
        let house = try await made(guests: true)
        try await house.visit { browser in
            _ = try await browser.get("/sign-in")
            let boundary = "----b0undary"
            let part =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"commitment\"\r\n\r\nc-1"
                + "\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"evidence[0].file\"; "
                + "filename=\"许可证.pdf\"\r\n\r\nxyz\r\n--\(boundary)--\r\n"
            let out = try await browser.ask(
                .post, "/do/commitment.submitEvidence?lang=en",
                headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: part)
            #expect(out.status == .unauthorized && out.text.contains("许可证.pdf"))
            let again = try await browser.ask(
                .post, "/do/commitment.submitEvidence?lang=en",
                Self.hidden(out.text) + house.entry("zs"))
            #expect(again.status == .ok && again.text.contains("许可证.pdf"))
            #expect(!FileManager.default.fileExists(atPath: house.made.files.path))
        }
    }

    @Test("says to who goes back to it that it was sent")
    func sent() async throws {
        let house = try await made(guests: true)
        try await house.visit { browser in
            try await browser.signIn("zs")
            let keyed = try #require(try await browser.get(Self.address).headers[.location])
            let own = Self.hidden(try await browser.get(keyed).text)
                .filter { ["csrf", "_key", "_seen"].contains($0.0) }
            _ = try await browser.ask(.post, Self.send, own + Self.typed)
            let seq = house.made.hall.city.size - 1
            let back = try await browser.get(keyed).text
            #expect(back.contains("submitted already") && back.contains("/ledger/\(seq)"))
            #expect(!back.contains("<form class=\"command\""))
        }
    }

    @Test("goes into the other language with what was typed")
    func language() async throws {
        let house = try await made(guests: true)
        let size = house.made.hall.city.size
        try await house.visit { browser in
            try await browser.signIn("zs")
            let page = try await open(browser)
            #expect(page.contains("formaction=\"/do/commitment.redraft?lang=zh\""))
            let own = Self.hidden(page).filter { ["csrf", "_key", "_seen"].contains($0.0) }
            let other = try await browser.ask(
                .post, "/do/commitment.redraft?lang=zh", own + Self.typed + [("_look", "1")])
            #expect(other.status == .ok && other.text.contains("lang=\"zh-CN\""))
            #expect(other.text.contains("value=\"写了很久的标题\""))
            #expect(house.made.hall.city.size == size)
        }
    }
}

extension SignedHouse {
    /// What one types to go on with a form.
    fileprivate func entry(_ name: String) -> [(String, String)] {
        [("_name", name), ("_password", password(of: name))]
    }
}
