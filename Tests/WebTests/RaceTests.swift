import CityHall
import Delivery
import Foundation
import Hummingbird
import HummingbirdTesting
import JSON
import Rulebook
import Testing
import Web

@Suite struct RaceTests {
    @Test("Claims that a race leaves out are told with the reason and the record that decided")
    func uncounted() async throws {
        // Given one claim recognised, one refused and one without a ruling.
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            // When the claims that do not count are asked for.
            let body = try await client.execute(
                uri: "/api/v1/races/made/2024-10/claims", method: .get
            ).body
            // Then the recognised one is not among them.
            let claims = try Self.claims(body)
            #expect(claims.map(\.project) == ["p2", "p3"])
            #expect(claims.map(\.reason) == ["refused", "pending"])
            let refusal = try #require(claims.first?.record)
            let page = try await client.execute(
                uri: "/races/made/2024-10/zhongshan?lang=en", method: .get)
            let text = String(buffer: page.body)
            #expect(text.contains("/ledger/\(refusal)") && text.contains("not what is on the site"))
            #expect(!text.contains("/projects/p3"))
        }
    }

    @Test("What was recognised after the cut-off is late, and what ended counts for nobody")
    func late() async throws {
        // Given rules whose cut-off for September lies before everything was recorded.
        let made = try await MadeHouse()
        var adoption = AdoptRulebook()
        adoption.text.text = MadeHouse.rules
            .replacing("rulebook: made", with: "rulebook: cut")
            .replacing("schema: 1", with: "schema: 1\ncutoff: {days_after_period_end: 6}")
            .replacing("signed_n, target.signed_n", with: "signed_n, signed_n")
        try await made.submit(adoption)
        try await made.submit(
            ChangeProjectStanding {
                $0.project = ProjectID(unchecked: "p3")
                $0.change = .terminated
                $0.day = made.day("2024-10-30")
                $0.reason = .text("示例")
            })
        try await made.application.test(.router) { client in
            func claims(_ period: String) async throws -> [(project: String, reason: String)] {
                let uri = "/api/v1/races/cut/\(period)/claims"
                return try Self.claims(try await client.execute(uri: uri, method: .get).body)
                    .map { ($0.project, $0.reason) }
            }
            // Then in September all is late or refused, and in October, whose cut-off lies after
            // it all, the recognised claim counts and the ended project's never will.
            let september = try await claims("2024-09")
            #expect(september.map(\.project) == ["p1", "p2", "p3"])
            #expect(september.map(\.reason) == ["late", "refused", "terminated"])
            let october = try await claims("2024-10")
            #expect(october.map(\.reason) == ["refused", "terminated"])
        }
    }

    @Test("A race shows its history, and every link on it keeps the record looked from")
    func historyAndTime() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            let now = try await client.execute(
                uri: "/races/made/2024-10?lang=en", method: .get)
            let text = String(buffer: now.body)
            #expect(text.contains("data-chart=\"bump\"") && text.contains("data-v=\"1\""))
            #expect(text.contains("/races/made/2024-03?lang=en"))
            let then = try await client.execute(
                uri: "/races/made/2024-10?lang=en&as_of=20", method: .get)
            let past = String(buffer: then.body)
            #expect(past.contains("This is how things stood"))
            let races = past.split(separator: "href=\"").map { $0.prefix { $0 != "\"" } }
                .filter { $0.hasPrefix("/races/made/2024") && !$0.contains("2024-10?lang=en") }
            #expect(!races.isEmpty && races.allSatisfy { $0.contains("as_of=20") }, "\(races)")
        }
    }

    @Test("A result is kept by the records that count, whatever is recorded after the cut-off")
    func kept() async throws {
        let made = try await MadeHouse()
        var adoption = AdoptRulebook()
        adoption.text.text = MadeHouse.rules
            .replacing("rulebook: made", with: "rulebook: cut")
            .replacing("schema: 1", with: "schema: 1\ncutoff: {days_after_period_end: 0}")
            .replacing("signed_n, target.signed_n", with: "signed_n, signed_n")
        try await made.submit(adoption)
        let city = made.hall.city
        let october = try #require(Period("2024-10"))
        let before = try await made.house.races.run("cut", october, in: city)
        try await made.submit(
            PlanYear {
                $0.project = ProjectID(unchecked: "p2")
                $0.year = 2024
                $0.amount = Money(minor: 1)
            })
        // Then rules with a cut-off see nothing of it, and rules without one do.
        let later = made.hall.city
        let after = try await made.house.races.run("cut", october, in: later)
        #expect(after.prepared.asOf == before.prepared.asOf)
        let open = try await made.house.races.run("made", october, in: later)
        #expect(open.prepared.asOf == later.size && open.prepared.counted == later.size)
    }

    private struct Told {
        var project: String
        var reason: String
        var record: Int
    }

    private static func claims(_ body: ByteBuffer) throws -> [Told] {
        let json = try JSON.parse(Array(body.readableBytesView))
        guard case .array(let claims)? = json["claims"] else { return [] }
        return claims.map { claim in
            Told(
                project: claim["project"]?.stringValue ?? "",
                reason: claim["reason"]?.stringValue ?? "",
                record: claim["record"]?.intValue ?? -1)
        }
    }
}
