import CityHall
import Delivery
import Hummingbird
import HummingbirdTesting
import Rulebook
import Testing

@Suite("What can be done from where a thing stands")
struct ActionPlaceTests {
    /// Whether the page offers the form to the person, by the beginning of its address.
    private func offers(
        _ made: MadeHouse, _ path: String, _ form: String, as person: String?
    ) async throws -> Bool {
        try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            return String(buffer: answer.body).contains("href=\"/do/\(form)")
        }
    }

    @Test("an approver makes a list and its edition public, and its keeper amends it")
    func lists() async throws {
        // Given a published list
        let made = try await MadeHouse.promising()
        let disclosing = "list.disclose?list=l1&amp;edition=1"
        for path in ["/lists/l1", "/lists/l1/editions/1"] {
            // Then its approver may make it public, its keeper and a guest may not
            for (person, may) in [("secret-boss", true), ("secret-judge", false), (nil, false)] {
                let isOffered = try await offers(made, path, disclosing, as: person)
                #expect(isOffered == may, "\(path) \(person ?? "guest")")
            }
        }
        let amends = try await offers(made, "/lists/l1", "list.amend?list=l1", as: "secret-judge")
        #expect(amends)
        // When it is public, then it can be taken back, and not made public once more
        try await made.disclose()
        for path in ["/lists/l1", "/lists/l1/editions/1"] {
            let again = try await offers(made, path, "list.disclose", as: "secret-boss")
            #expect(!again, "\(path)")
        }
        let hides = try await offers(
            made, "/lists/l1", "list.conceal?list=l1", as: "secret-boss")
        #expect(hides)
    }

    @Test("a form of a list's name arrives with the name that it has")
    func filled() async throws {
        let made = try await MadeHouse.promising()
        try await made.application(as: "secret-judge").test(.router) { client in
            let opened = try await client.execute(uri: "/do/list.amend?list=l1", method: .get)
            let address = try #require(opened.headers[.location])
            let form = try await client.execute(uri: address, method: .get)
            #expect(form.status == .ok)
            #expect(String(buffer: form.body).contains("十件实事"))
        }
    }

    @Test("a blocker is solved or raised while it is open, and confirmed once it is solved")
    func blockers() async throws {
        // Given an open blocker of zhongshan with the office
        let made = try await MadeHouse()
        for (form, person, may) in [
            ("blocker.escalate?blocker=b1", "zs", true), ("blocker.confirm", "zs", false),
            ("blocker.solve?blocker=b1", "judge", true), ("blocker.solve", nil, false),
        ] as [(String, String?, Bool)] {
            let isOffered = try await offers(made, "/blockers/b1", form, as: person)
            #expect(isOffered == may, "\(form)")
        }
        // When the office has solved it
        try await made.submit(
            SolveBlocker {
                ($0.blocker, $0.day) = (BlockerID(unchecked: "b1"), made.day("2024-11-05"))
                $0.note = .text("用地已批复")
            }, as: "judge")
        // Then zhongshan may confirm it or send it back
        for form in ["blocker.confirm?blocker=b1", "blocker.reopen?blocker=b1"] {
            let isOffered = try await offers(made, "/blockers/b1", form, as: "zs")
            #expect(isOffered, "\(form)")
        }
        let solves = try await offers(made, "/blockers/b1", "blocker.solve", as: "judge")
        #expect(!solves)
        let raises = try await offers(
            made, "/projects/p1", "blocker.raise?project=p1", as: "zs")
        #expect(raises)
    }

    @Test("a frame is declared anew and its lines begun from, by those who may")
    func frames() async throws {
        let made = try await MadeHouse()
        try await made.submit(DeclareFrame.example)
        for (path, form) in [
            ("/lines", "frame.declare\""), ("/lines", "frame.declare?id=six-constructions"),
            ("/lines/P1", "commitment.draft?line=P1"), ("/lines/P1", "project.register?line=P1"),
            ("/lines/P1", "indicator.register?line=P1"),
        ] {
            for (person, may) in [("judge", true), (nil, false)] {
                let isOffered = try await offers(made, path, form, as: person)
                #expect(isOffered == may, "\(form) \(person ?? "guest")")
            }
        }
    }
}
