import Accounts
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Notices
import Testing
import Web

@Suite("Notices on the pages")
struct NoticeTests {
    private func house() async throws -> SignedHouse {
        let house = try await SignedHouse()
        let drafts = [
            NoticeDraft(
                PersonID(unchecked: "zs"), .claimRefused, NoticeSubject(.project, "p1"),
                mark: "7"),
            NoticeDraft(
                PersonID(unchecked: "zs"), .claimRefused, NoticeSubject(.project, "p2"),
                mark: "8"),
            NoticeDraft(
                PersonID(unchecked: "sec"), .purgeProposed, NoticeSubject(.record, "9"),
                mark: "9"),
        ]
        try await house.notices.record(drafts, .records, upTo: 9, by: [], now: house.now)
        return house
    }

    @Test("Each sees their own, counted in the head of every page, and reads them")
    func reads() async throws {
        let house = try await house()
        try await house.visit { browser in
            #expect(try await browser.get("/notices").status == .seeOther)
            try await browser.signIn("zs")
            let front = try await browser.get("/?lang=en").text
            #expect(front.contains("aria-label=\"2 unread\">2</b>"))

            let page = try await browser.get("/notices?lang=en").text
            #expect(page.contains("a claimed stage was refused (p1)"))
            #expect(page.contains("href=\"/projects/p1?lang=en\""))
            #expect(!page.contains("purge") && !page.contains(MadeHouse.hostile))

            let answer = try await browser.post("/notices/1/read", from: "/notices")
            #expect(answer.status == .seeOther)
            #expect(try await browser.get("/notices").text.contains("1 条未读"))
            // Another's is not one's own to read
            _ = try await browser.post("/notices/3/read", from: "/notices")
            #expect(house.notices.unread(of: PersonID(unchecked: "sec")) == 1)
            _ = try await browser.post("/notices/read", from: "/notices")
            #expect(house.notices.unread(of: PersonID(unchecked: "zs")) == 0)
        }
    }

    @Test("How one is told is chosen on the page and nowhere without its form")
    func chooses() async throws {
        let house = try await house()
        try await house.visit { browser in
            try await browser.signIn("zs")
            let bare = try await browser.ask(
                .post, "/notices/wish", [("choice", "none"), ("language", "en")])
            #expect(bare.status == .forbidden)
            _ = try await browser.post(
                "/notices/wish", [("choice", "digest"), ("language", "en")], from: "/notices")
            let wish = try await house.notices.wish(of: PersonID(unchecked: "zs"))
            #expect(wish == NoticeWish(.digest, language: "en"))
            let odd = try await browser.post(
                "/notices/wish", [("choice", "x"), ("language", "en")], from: "/notices")
            #expect(odd.status == .notFound)
        }
    }
}
