import Accounts
import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Web

@Suite("Persons are managed by the security administrator")
struct PeopleTests {
    @Test("Others than the security administrator see and change nobody")
    func others() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            #expect(try await browser.get("/people").status == .seeOther)
            try await browser.signIn("zs")
            for page in ["/people", "/people/xg", "/people/nobody"] {
                #expect(try await browser.get(page).status == .forbidden)
            }
            let before = (house.made.hall.city.size, house.book.persons)
            for path in ["", "/zs", "/zs/appoint", "/zs/dismiss", "/zs/password", "/zs/erase"] {
                let answer = try await browser.post("/people\(path)", [("confirm", "zs")])
                #expect(answer.status == .forbidden, "\(path)")
            }
            #expect(house.made.hall.city.size == before.0 && house.book.persons == before.1)
        }
    }

    @Test("A person is added, appointed and signs in with the one-time password")
    func added() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let fields = [("person", "new-1"), ("name", "新人"), ("email", "new@example.cn")]

            let added = try await browser.post("/people", fields, from: "/people")

            #expect(added.status == .ok && added.headers[.cacheControl] == "no-store")
            let password = try #require(
                added.text.firstMatch(of: /class="secret">([^<]+)</)
            ).1
            let appointed = try await browser.post(
                "/people/new-1/appoint",
                [
                    ("organization", "xigang"), ("roles", "district_reporter"),
                    ("roles", "inspector"),
                ],
                from: "/people/new-1")
            #expect(appointed.status == .seeOther)
            let actor = house.made.hall.city.actor(PersonID(unchecked: "new-1"))
            #expect(actor?.roles == [.districtReporter, .inspector])
            let list = try await browser.get("/people").text
            #expect(list.contains("新人") && list.contains("new-1"))
            let newcomer = browser.another
            let answer = try await newcomer.signIn("new@example.cn", String(password))
            #expect(answer.headers[.location] == "/account/password")
        }
    }

    @Test("What is wrong with a new person stands at its field, and nothing typed is lost")
    func refused() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let answer = try await browser.post(
                "/people", [("person", "zs"), ("name", "同名"), ("phone", "12345")],
                from: "/people")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("id=\"person-problem\""))
            #expect(answer.text.contains("value=\"同名\"") && answer.text.contains("12345"))
        }
    }

    @Test("What is wrong on a person's page leaves the rest as it was typed")
    func kept() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let changed = try await browser.post(
                "/people/zs", [("name", "新名字"), ("email", "broken"), ("phone", "12345")],
                from: "/people/zs")
            #expect(changed.status == .unprocessableContent)
            for typed in ["新名字", "broken", "12345"] {
                #expect(changed.text.contains("value=\"\(typed)\""), "\(typed)")
            }
            let appointed = try await browser.post(
                "/people/zs/appoint",
                [
                    ("organization", "xigang"), ("roles", "audit_administrator"),
                    ("roles", "system_administrator"),
                ], from: "/people/zs")
            #expect(appointed.text.contains("value=\"xigang\" selected"))
            #expect(appointed.text.contains("value=\"audit_administrator\" checked"))
        }
    }

    @Test("The ledger refuses two administrators in one person, and the page says so")
    func exclusive() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let size = house.made.hall.city.size
            let answer = try await browser.post(
                "/people/zs/appoint",
                [
                    ("organization", "dalian"), ("roles", "audit_administrator"),
                    ("roles", "system_administrator"),
                ], from: "/people/zs")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("互斥") && house.made.hall.city.size == size)
        }
    }

    @Test("Who is dismissed is out at once, and cannot come in again")
    func dismissed() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let reporter = browser.another
            try await reporter.signIn("zs")
            try await browser.signIn("sec")

            let answer = try await browser.post("/people/zs/dismiss", from: "/people/zs")

            #expect(answer.status == .seeOther)
            #expect(house.made.hall.city.actor(PersonID(unchecked: "zs")) == nil)
            #expect(try await reporter.get("/account").status == .seeOther)
            #expect(try await reporter.signIn("zs").status == .forbidden)
        }
    }

    @Test("A reset password ends the sessions and opens for the new one")
    func reset() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let reporter = browser.another
            try await reporter.signIn("zs")
            try await browser.signIn("sec")

            let answer = try await browser.post("/people/zs/password", from: "/people/zs")

            let password = try #require(
                answer.text.firstMatch(of: /class="secret">([^<]+)</)
            ).1
            #expect(try await reporter.get("/account").status == .seeOther)
            #expect(try await reporter.signIn("zs").status == .forbidden)
            #expect(try await reporter.signIn("zs", String(password)).status == .seeOther)
        }
    }

    @Test("An erased person is gone from the directory, holds no post and cannot sign in")
    func erased() async throws {
        let house = try await SignedHouse()
        let token = try await house.book.makeToken(
            for: PersonID(unchecked: "zs"), title: "t", scope: .read, days: 1, now: house.now)
        try await house.visit { browser in
            let reporter = browser.another
            try await reporter.signIn("zs")
            try await browser.signIn("sec")
            let unsure = try await browser.post(
                "/people/zs/erase", [("confirm", "sz")], from: "/people/zs")
            #expect(unsure.status == .unprocessableContent)
            #expect(house.book.person(PersonID(unchecked: "zs")) != nil)

            let answer = try await browser.post(
                "/people/zs/erase", [("confirm", "zs")], from: "/people/zs")

            #expect(answer.status == .seeOther && answer.headers[.location] == "/people")
            #expect(house.made.hall.city.actor(PersonID(unchecked: "zs")) == nil)
            #expect(try await reporter.get("/account").status == .seeOther)
            #expect(try await reporter.signIn("zs").status == .forbidden)
            let read = try await reporter.get(
                "/api/v1/projects", headers: [.authorization: "Bearer \(token)"])
            #expect(read.status == .unauthorized)
            let list = try await browser.get("/people").text
            #expect(!list.contains("王强") && list.contains("已删除的人员"))
            let again = try await browser.post(
                "/people", [("person", "zs"), ("name", "另一人")], from: "/people")
            #expect(again.status == .unprocessableContent)
        }
    }

    @Test("Nobody erases or dismisses themselves", arguments: ["erase", "dismiss"])
    func selfErased(deed: String) async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let answer = try await browser.post(
                "/people/sec/\(deed)", [("confirm", "sec")], from: "/people/sec")
            #expect(answer.status == .unprocessableContent)
            #expect(try await browser.get("/people").status == .ok)
        }
    }

    @Test("A page of accounts in English holds no Chinese but names", arguments: ["sec", "zs"])
    func english(person: String) async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            let signIn = try await browser.get("/sign-in?lang=en").text
            #expect(PagesTests.unmarkedHan(signIn) == [])
            try await browser.signIn(person)
            let pages =
                person == "sec" ? ["/people", "/people/zs"] : ["/account", "/account/password"]
            for page in pages {
                let text = try await browser.get("\(page)?lang=en").text
                #expect(PagesTests.unmarkedHan(text) == [], "\(page)")
                #expect(!text.contains(" style=") && !text.contains("<script>"))
            }
        }
    }
}
