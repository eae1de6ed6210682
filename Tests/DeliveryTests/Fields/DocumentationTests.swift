import Delivery
import Foundation
import JSON
import Testing

@Suite("Documentation of commands")
struct DocumentationTests {
    private static let page = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/commands.md")

    @Test("docs/commands.md says what the code says; SAIMA_RENEW=1 writes it anew")
    func page() throws {
        let text = CommandKind.documentation(in: \.en)
        if ProcessInfo.processInfo.environment["SAIMA_RENEW"] != nil {
            try Data(text.utf8).write(to: Self.page)
        }
        let kept = try String(decoding: Data(contentsOf: Self.page), as: UTF8.self)
        let same = kept.utf8.elementsEqual(text.utf8)
        #expect(same, "docs/commands.md is not what the commands are: SAIMA_RENEW=1 swift test")
    }

    @Test("the catalogue has every command with its fields and its example")
    func catalogue() throws {
        let entries = try #require(CommandKind.catalogue.arrayValue)
        #expect(entries.count == CommandKind.all.count)
        for (entry, kind) in zip(entries, CommandKind.all) {
            #expect(entry["cmd"]?.stringValue == kind.name)
            #expect(entry["fields"]?.arrayValue?.count == kind.fields.count)
            #expect(try entry["example"]?.canonical() == kind.example())
        }
    }

    @Test("the Chinese page names every command and every role in Chinese")
    func chinese() {
        let text = CommandKind.documentation(in: \.zh)
        for kind in CommandKind.all {
            #expect(text.contains("## \(kind.name)\n\n\(kind.title.zh)\n"))
        }
        #expect(text.contains("地区填报"))
    }
}
