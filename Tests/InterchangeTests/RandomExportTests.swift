import Delivery
import Foundation
import Interchange
import JSON
import RandomValues
import Rulebook
import Testing

@Suite("Any list, exported and read back as it is")
struct RandomExportTests {
    @Test("Thirty lists of any texts in any states come back as nothing to do")
    func comesBack() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("random exports: seed \(seed)")
        var random = SeededRandom(seed)
        var states: Set<CommitmentState> = []
        for round in 0..<30 {
            // Given a list whose items say anything and stand anywhere
            let city = try RandomList.city(&random)
            states.formUnion(city.city.commitments.all.map(\.state))
            let template = Template.commitmentUpdates
            for person in ["dong", "fa", "shi"] {
                let rows = city.sheet(for: person)
                // When it is written and read back, as text and as a workbook
                for bytes in [template.text(rows), try workbook(template, rows)] {
                    let plan = try city.plan(
                        template.mappingText, bytes: bytes, as: city.actor(person))
                    // Then nothing would change
                    let told = plan.preview.rejected.map { $0.text(.en) }
                    #expect(told == [], "seed \(seed), round \(round)")
                    #expect(plan.preview.isUnchanged, "seed \(seed), round \(round): \(plan.names)")
                    #expect(plan.preview.warnings == [], "seed \(seed), round \(round)")
                    #expect(plan.preview.rows == rows.count, "seed \(seed), round \(round)")
                }
            }
        }
        #expect(states.count >= 8, "seed \(seed): \(states)")
    }

    private func workbook(_ template: Template, _ rows: [FilledRow]) throws -> [UInt8] {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "saima-export-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: place) }
        try template.write(to: place, lists: TemplateLists(), rows: rows)
        return Array(try Data(contentsOf: place))
    }
}

/// A list of items drawn at random. What the city refuses of a step is no step.
private enum RandomList {
    static func city(_ random: inout SeededRandom) throws -> TestCity {
        var city = try ListCity.make()
        for place in 0..<4 {
            var house = OrganizationRegistered()
            (house.id, house.kind) = (OrganizationID(unchecked: "h\(place)"), .department)
            house.name = random.pick(["甲、乙局", "东区", "  局 ", "a,b", text(&random)])
            house.parent = OrganizationID(unchecked: "east")
            house.from = ListCity.day("2020-01-01")
            let wanted = house
            try city.run(RegisterOrganization { $0 = wanted })
        }
        for place in 0..<12 {
            let (id, profile) = ("c-\(place)", profile(&random))
            try city.draft(id) { $0 = profile }
            for deed in 0..<Int.random(in: 0...7, using: &random) {
                advance(id, deed, &city, &random)
                if random.pick([true, false, false]) { adjust(id, &city, &random) }
            }
        }
        return city
    }

    /// Says something, in any characters.
    private static func text(_ random: inout SeededRandom) -> String {
        random.text(0...12) + random.pick(["a", "中", "=1", "'x", "-", "7"]) + random.text(0...12)
    }

    private static func profile(_ random: inout SeededRandom) -> CommitmentProfile {
        let houses = ["east", "h0", "h1", "h2", "h3"].shuffled(using: &random)
            .map { OrganizationID(unchecked: $0) }
        var profile = CommitmentProfile()
        profile.title = text(&random)
        profile.criterion = .text(text(&random))
        profile.lead = houses[0]
        profile.supporting = Array(houses[1..<Int.random(in: 1...5, using: &random)])
        profile.post = random.pick([nil, text(&random)])
        profile.owner = random.pick([nil, PersonID(unchecked: "dong")])
        profile.due = random.pick([nil, day(&random), day(&random)])
        profile.renewal = profile.due == nil ? nil : random.pick([nil, nil, .year])
        return profile
    }

    private static func day(_ random: inout SeededRandom) -> Day {
        ListCity.day("2024-06-01").adding(days: Int.random(in: 0...500, using: &random)) ?? .blank
    }

    /// The deeds of a life, in their order.
    private static func advance(
        _ text: String, _ deed: Int, _ city: inout TestCity, _ random: inout SeededRandom
    ) {
        let id = ListCity.id(text)
        switch deed {
        case 0: try? city.issue(text)
        case 1: try? city.acknowledge(text)
        case 2:
            let words = Self.text(&random)
            try? city.progress(text, random.pick([nil, 0, 55]), words, on: "2024-11-01")
        case 3: try? city.show(text)
        case 4:
            try? city.run(
                ReportDone { ($0.commitment, $0.day) = (id, ListCity.day("2024-12-01")) },
                as: city.actor("dong"))
        case 5:
            guard random.pick([true, true, false]) else {
                try? city.run(
                    ReturnCommitment { ($0.commitment, $0.reason) = (id, .text("未见")) },
                    as: city.actor("fa"))
                return
            }
            try? city.run(VerifyCommitment { $0.commitment = id }, as: city.actor("fa"))
        default:
            try? city.run(StrikeOffCommitment { $0.commitment = id }, as: city.actor("fa"))
        }
    }

    /// Proposes an adjustment of any kind, and has most of them approved.
    private static func adjust(
        _ text: String, _ city: inout TestCity, _ random: inout SeededRandom
    ) {
        let id = ListCity.id(text)
        let adjusted = profile(&random)
        let kinds: [AdjustmentKind] = [.revise, .revise, .revise, .suspend, .resume, .cancel]
        let kind = random.pick(kinds)
        try? city.run(
            ProposeAdjustment {
                ($0.commitment, $0.kind, $0.reason) = (id, kind, .text("因"))
                guard kind == .revise else { return }
                ($0.title, $0.due, $0.lead) = (adjusted.title, adjusted.due, adjusted.lead)
            }, as: city.actor("fa"))
        let number = city.city.commitments[id]?.openAdjustment?.number ?? 0
        guard random.pick([true, true, false]) else { return }
        try? city.run(
            DecideAdjustment {
                ($0.commitment, $0.adjustment, $0.approved) = (id, number, true)
            }, as: city.actor("shi"))
    }
}
