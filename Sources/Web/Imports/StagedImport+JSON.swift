import Delivery
import Interchange
import JSON

extension StagedImport {
    /// For programs: how far it has come, with the preview of `saima import --dry-run --json`.
    var json: JSON {
        var members = head
        switch state {
        case .previewed(let shown):
            members += [
                .init("seen", .string(shown.fingerprint)), .init("size", .integer(shown.size)),
                .init("notice", shown.notice.map(Self.json) ?? .null),
                .init("preview", shown.preview.json()),
            ]
        case .failed(let failure):
            members.append(.init("problems", .array(failure.lines.map(Self.json))))
        case .applied(let receipt):
            members += [
                .init("first", .integer(receipt.first)), .init("last", .integer(receipt.last)),
                .init("commands", .integer(receipt.commands)),
            ]
        case .unread, .reading, .applying: break
        }
        return .object(members)
    }

    /// In a list.
    var line: JSON { .object(head) }

    private var head: [JSON.Member] {
        [
            .init("id", .string(id)), .init("file", .string(name)),
            .init("mapping", .string(mapping.id)), .init("state", .string(stateName)),
        ]
    }

    private var stateName: String {
        switch state {
        case .unread, .reading: "reading"
        case .previewed: "previewed"
        case .failed: "failed"
        case .applying: "applying"
        case .applied: "applied"
        }
    }

    private static func json(_ words: Words) -> JSON {
        .object([.init("zh", .string(words.zh)), .init("en", .string(words.en))])
    }

    private static func json(_ notice: ShownImport.Notice) -> JSON {
        switch notice {
        case .refused(let words): return json(words)
        case .changed(let differences):
            let changed = (differences ?? []).map { difference in
                JSON.object([
                    .init("entity", .string(difference.entity)),
                    .init("key", .string(difference.key)),
                ])
            }
            let words = Phrase.importChangedTitle
            return .object([
                .init("zh", .string(words.zh)), .init("en", .string(words.en)),
                .init("changed", .array(changed)),
            ])
        }
    }
}
