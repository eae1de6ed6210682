import Delivery

/// What was typed into a command's form, to be read and not to be changed.
struct TypedWords {
    let kind: CommandKind
    let t: Localizer

    /// Hashes and sizes of files say nothing to who sent them.
    private static let unread = [".blob", ".sha256", ".size", ".type"]

    func lines(_ items: [Query.Item]) -> [(label: String, value: String)] {
        items.compactMap { item in
            guard !item.name.hasPrefix("_"), item.name != "csrf",
                !item.value.allSatisfy(\.isWhitespace),
                !Self.unread.contains(where: item.name.hasSuffix)
            else { return nil }
            return (label(item.name), value(item))
        }
    }

    /// What the field at a path is called, with the rows that it stands in.
    private func label(_ path: String) -> String {
        path.split(separator: ".").map { part in
            let name = part.prefix { $0 != "[" }
            let word = t(CommandWords.field(String(name), of: kind))
            let row = part.dropFirst(name.count).dropFirst().prefix { $0 != "]" }
            return Int(row).map { "\(word) \($0 + 1)" } ?? word
        }.joined(separator: " · ")
    }

    private func value(_ item: Query.Item) -> String {
        switch shape(at: item.name) {
        case .code(let all), .list(.code(let all)):
            all.first { $0.value == item.value }.map { t($0.words) } ?? item.value
        case .boolean: "✓"
        default: item.value
        }
    }

    private func shape(at path: String) -> FieldShape? {
        var fields = kind.fields
        var found: FieldShape?
        for part in path.split(separator: ".") {
            let name = part.prefix { $0 != "[" }
            guard let field = fields.first(where: { $0.name == name }) else { return nil }
            found = field.shape
            if case .list(let inner) = field.shape, name.count < part.count { found = inner }
            if case .structure(let inner) = found { fields = inner } else { fields = [] }
        }
        return found
    }
}
