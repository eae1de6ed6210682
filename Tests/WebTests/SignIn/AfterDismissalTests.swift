import Accounts
import CityHall
import Delivery
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Web

@Suite("Who is signed in and may see nothing any more")
struct AfterDismissalTests {
    private func dismissed(_ house: SignedHouse) async throws {
        try await house.made.submit(DismissPerson { $0.person = PersonID(unchecked: "zs") })
    }

    @Test("is led to the sign-in page of a closed city and no further")
    func noLoop() async throws {
        // Given a city closed to guests, and somebody dismissed while signed in
        let house = try await SignedHouse()
        try await house.made.submit(ConfigureCity.example)
        try await house.visit { browser in
            try await browser.signIn("zs")
            try await dismissed(house)
            // When a page is asked for
            let sent = try await browser.get("/projects")
            // Then the page it leads to is shown, and signing in again says that there is no post
            #expect(sent.status == .found)
            let place = try #require(sent.headers[.location])
            #expect(try await browser.get(place).status == .ok)
            #expect(try await browser.signIn("zs").status == .forbidden)
            #expect(
                try await house.book.sessions(of: .init(unchecked: "zs"), now: house.now).isEmpty)
        }
    }

    @Test("is told at once where a form was sent, so that going back finds it typed")
    func formsAreNotRedirected() async throws {
        let house = try await SignedHouse()
        try await house.made.submit(ConfigureCity.example)
        try await house.visit { browser in
            try await browser.signIn("zs")
            let token = try await browser.token("/account")
            try await dismissed(house)
            let answer = try await browser.ask(
                .post, "/work/fill", [("csrf", token), ("r.c-1.note", "写了很久")])
            #expect(answer.status == .unauthorized)
        }
    }

    @Test("Nobody dismisses themselves by any way")
    func themselves() async throws {
        let house = try await SignedHouse()
        try await house.visit { browser in
            try await browser.signIn("sec")
            let size = house.made.hall.city.size
            let answer = try await browser.post("/do/person.dismiss", [("person", "sec")])
            #expect(answer.status != .seeOther && house.made.hall.city.size == size)
        }
    }
}
