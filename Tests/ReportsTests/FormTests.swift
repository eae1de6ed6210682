import Delivery
import Foundation
import Reports
import Rulebook
import SaimaProgram
import Testing

/// The forms of a bulletin, on words that no form may take for markup.
@Suite("Forms of bulletins")
struct FormTests {
    static let hostile = "<b>&\"'甲\u{1}区]]>\u{FFFE}"

    private func bulletin() async throws -> Bulletin {
        let made = try await MadeCity()
        for unit in ["x", "y", "z", "w"] { try await made.score(unit, a: ["1"]) }
        var bulletin = try made.bulletin("2024-01")
        bulletin.groups[0].name = Self.hostile + "[]:*?/\\" + String(repeating: "长", count: 40)
        bulletin.groups[0].rows[0].name = Words(zh: Self.hostile, en: Self.hostile)
        bulletin.head.issuer = Words(zh: Self.hostile, en: Self.hostile)
        bulletin.head.number = Self.hostile
        bulletin.rulebookTitle = Words(zh: Self.hostile, en: Self.hostile)
        return bulletin
    }

    @Test("words that look like markup stay words", arguments: ReportLanguage.allCases)
    func hostile(language: ReportLanguage) async throws {
        let bulletin = try await bulletin()
        let page = bulletin.html(in: language).replacing("<span lang=\"zh\">", with: "")
        #expect(!page.contains("<b>") && page.contains("&lt;b&gt;&amp;&quot;&#39;甲"))
        guard Readers.havePython else { return }
        let scratch = try Scratch()
        for (name, bytes) in [
            ("a.docx", try bulletin.docx(in: language)),
            ("a.xlsx", try bulletin.xlsx(in: language)),
        ] {
            let path = scratch.path(name)
            try Data(bytes).write(to: URL(filePath: path))
            let wrong = try Readers.plainComplaint("wellformed.py", path, "<b>&\"'甲")
            #expect(wrong == nil)
        }
    }

    @Test("the same bulletin is the same bytes", arguments: ReportLanguage.allCases)
    func deterministic(language: ReportLanguage) async throws {
        let bulletin = try await bulletin()
        #expect(try bulletin.docx(in: language) == bulletin.docx(in: language))
        #expect(try bulletin.xlsx(in: language) == bulletin.xlsx(in: language))
        #expect(bulletin.html(in: language) == bulletin.html(in: language))
    }

    @Test("a page is whole in one file, or asks for its stylesheet")
    func stylesheet() async throws {
        let bulletin = try await bulletin()
        let whole = bulletin.html()
        #expect(whole.contains("<style>") && whole.contains("size: A4"))
        #expect(!whole.contains("http") && !whole.contains(" style="))
        let asking = bulletin.html(stylesheet: .at("/assets/bulletin.css"))
        #expect(asking.contains("<link rel=\"stylesheet\" href=\"/assets/bulletin.css\">"))
        #expect(!asking.contains("<style"))
    }

    @Test("indicators too many or too long for a head are numbered, with a legend")
    func numbered() async throws {
        var bulletin = try await bulletin()
        let titled = bulletin.text(in: .zh)
        #expect(titled.legend == nil)
        #expect(titled.tables[0].columns.map(\.over)[4...6] == ["增数量", "增数量", nil])
        bulletin.indicators[2].title.zh = "一个十分冗长而写不进窄栏的指标名称"
        let numbered = bulletin.text(in: .zh)
        #expect(numbered.tables[0].columns.map(\.head)[4...6] == ["1", "2", "3"])
        #expect(
            numbered.legend == "指标：1 增数量·签约；2 增数量·开工；3 一个十分冗长而写不进窄栏的指标名称。")
    }
}
