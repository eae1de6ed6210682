import Delivery
import Foundation
import Interchange
import JSON
import Testing

@Suite("The guide to mapping files")
struct GuideTests {
    private let guide: String

    init() throws {
        let url = Shared.root.appending(path: "docs/mapping.md")
        guide = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    @Test("Its first mapping reads its first sheet")
    func firstMapping() throws {
        // Given the sheet and the mapping as the guide prints them.
        let sheet = guide.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("    项目编号") }.prefix { $0.hasPrefix("    ") }
            .map { $0.dropFirst(4) + "\n" }.joined()
        let mapping = try #require(blocks.first)
        var city = try TestCity.small()
        for (id, name) in [("zhongshan", "中山区"), ("dongcheng", "东城新区")] {
            let command =
                #"{"aliases":["东城"],"cmd":"organization.register","from":"2020-01-01","#
                + #""id":"\#(id)","kind":"district","name":"\#(name)"}"#
            let plain =
                id == "zhongshan" ? command.replacing(#""aliases":["东城"],"#, with: "") : command
            try city.run(Array(plain.utf8))
        }
        // When it is planned, then 东城 is two districts here, and it says so; the rest is right.
        let plan = try city.plan(mapping, sheet)
        #expect(plan.preview.rejected.map(\.code) == [.organizationAmbiguous])
        let mended = try city.plan(mapping, sheet.replacing("东城", with: "东城新区"))
        #expect(mended.preview.rejected == [])
        #expect(mended.preview.entities.map(\.new) == [2])
        #expect(mended.preview.unknowns.map(\.count) == [1])
    }

    @Test("It names every entity, every reason and every type")
    func complete() {
        for entity in Entity.all {
            let commands = entity.commands.map { "`\($0)`" }.joined(separator: ", ")
            #expect(guide.contains("| `\(entity.name)` | \(commands) |"), "\(entity.name)")
        }
        for template in Template.all {
            #expect(guide.contains("| `\(template.kind)` |"), "\(template.kind)")
        }
        for reason in UnknownReason.allCases {
            #expect(guide.contains("`\(reason.rawValue)`"), "\(reason.rawValue)")
        }
    }

    /// The YAML blocks.
    private var blocks: [String] {
        guide.split(separator: "```yaml\n").dropFirst().compactMap { part in
            part.split(separator: "```").first.map(String.init)
        }
    }
}
