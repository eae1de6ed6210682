import Delivery
import Interchange
import JSON

/// What became different between two previews, shortly.
struct ImportDifferences {
    let differences: [PreviewDifference]
    let visit: Visit

    private static let shown = 20
    private var t: Localizer { visit.t }

    var html: HTML {
        guard !differences.isEmpty else { return .empty }
        let lines = differences.prefix(Self.shown).map { difference -> HTML in
            let words = ImportWords(entity: difference.entity, t: t)
            let before = words.told(difference.before)
            let after = words.told(difference.after)
            return """
                <li>\(words.entityName) \(t.data(difference.key)): \(t.data(before)) → \
                \(t.data(after))</li>
                """
        }
        let rest = differences.count - lines.count
        let more: HTML = rest > 0 ? "<li>\(t(.importMore(rest)))</li>" : .empty
        return "<ul>\(lines)\(more)</ul>"
    }
}

/// How a preview's parts are called on a page.
struct ImportWords {
    let entity: String
    let t: Localizer

    private var known: Entity? { Entity.named(entity) }

    var entityName: String { known.map { t($0.words) } ?? entity }

    func field(_ name: String) -> String {
        t(CommandWords.field(name, of: known?.commands.first.flatMap { CommandKind.named($0) }))
    }

    /// `new`, or the fields that would change with their values.
    func told(_ change: ImportChange?) -> String {
        guard let change else { return t(.importUnchanged) }
        guard !change.isNew else { return t(.importNew) }
        return change.fields.map { change in
            let name = change.field
            let (from, to) = (text(change.from, of: name), text(change.to, of: name))
            return "\(field(name)) \(Self.short(from)) ⇒ \(Self.short(to))"
        }.joined(separator: t.language == .zh ? "；" : "; ")
    }

    /// A field's value in the reader's words, as far as its shape has some.
    func text(_ value: JSON?, of field: String) -> String {
        guard let value else { return "—" }
        return text(value, known?.field(field)?.shape ?? .text)
    }

    private func text(_ value: JSON, _ shape: FieldShape) -> String {
        if let reason = value["unknown"]?.stringValue.flatMap({ UnknownReason(rawValue: $0) }) {
            return "\(t(.unknown)) (\(t(reason.words)))"
        }
        switch (shape, value.stringValue) {
        case (.known(let inner), _): return text(value, inner)
        case (.money, let amount?): return t.decimal(amount)
        case (.code(let choices), let code?):
            return choices.first { $0.value == code }.map { t($0.words) } ?? code
        case (_, let plain?): return plain
        default: return value.text()
        }
    }

    static func short(_ text: String) -> String {
        text.count > 200 ? text.prefix(199) + "…" : text
    }

    static func rows(_ rows: [Int]) -> String {
        rows.prefix(5).map(String.init).joined(separator: ", ") + (rows.count > 5 ? " …" : "")
    }
}
