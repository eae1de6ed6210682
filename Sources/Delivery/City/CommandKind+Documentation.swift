package import JSON

extension CommandKind {
    /// What may be refused of any command, beside the codes a command lists itself.
    package static let commonRefusals: [Refusal.Code] = [
        .commandUnknown, .fieldMissing, .fieldUnknown, .fieldWrongType, .fieldMalformed,
        .fieldTooLong, .textMissing, .personUnknown, .notPermitted, .blobPurged, .recordTooLarge,
        .keyReused, .changedSince, .busy, .storeFailed,
    ]

    /// Every command as Markdown: its fields, who may ask, what refuses it, and an example.
    package static func documentation(in language: KeyPath<Words, String>) -> String {
        var lines = ["# " + Phrase.commands[keyPath: language], ""]
        lines += [Phrase.introduction[keyPath: language], ""]
        lines += [codes(commonRefusals), ""]
        for kind in all { lines += kind.section(in: language) }
        return lines.joined(separator: "\n")
    }

    private func section(in language: KeyPath<Words, String>) -> [String] {
        var lines = ["## \(name)", "", title[keyPath: language], ""]
        lines.append("| \(Phrase.field[keyPath: language]) | \(Phrase.holds[keyPath: language]) |")
        lines.append("|---|---|")
        for field in fields {
            let optional = field.isRequired ? "" : Phrase.optional[keyPath: language]
            let shape = field.shape.summary.split(separator: "|").joined(separator: "\\|")
            lines.append("| `\(field.name)` | \(shape)\(optional) |")
        }
        let who = entitled.map { "`\($0.rawValue)` \($0.words[keyPath: language])" }
        lines += ["", "\(Phrase.may[keyPath: language]) " + who.joined(separator: ", ")]
        lines += ["", "\(Phrase.refusals[keyPath: language]) " + CommandKind.codes(refusals)]
        lines += ["", "```json", String(decoding: example(), as: UTF8.self), "```", ""]
        return lines
    }

    private static func codes(_ codes: [Refusal.Code]) -> String {
        codes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    }

    /// Who may ask, in the order in which roles are listed.
    package var entitled: [Role] { Role.allCases.filter(may.contains) }

    /// Every command as data, for programs: an array of objects, one a command.
    package static var catalogue: JSON {
        .array(all.map(\.entry))
    }

    /// One command as data.
    package var entry: JSON {
        let example = example()
        let fields = fields.map { field in
            JSON.object([
                .init("name", .string(field.name)), .init("shape", .string(field.shape.summary)),
                .init("required", .bool(field.isRequired)),
            ])
        }
        return .object([
            .init("cmd", .string(name)),
            .init(
                "title", .object([.init("zh", .string(title.zh)), .init("en", .string(title.en))])),
            .init("fields", .array(fields)),
            .init("may", .array(entitled.map { .string($0.rawValue) })),
            .init("refusals", .array(refusals.map { .string($0.rawValue) })),
            .init("example", (try? JSON.parse(example)) ?? .null),
        ])
    }
}

private enum Phrase {
    static let commands = Words(zh: "命令", en: "Commands")
    static let introduction = Words(
        zh: "一条命令是一个 JSON 对象，`cmd` 为命令名。除各命令所列以外，任何命令都可能因以下原因被拒绝：",
        en: "A command is one JSON object whose `cmd` is the command's name. Beside the codes "
            + "listed with\neach, any command may be refused with these:")
    static let field = Words(zh: "字段", en: "field")
    static let holds = Words(zh: "内容", en: "holds")
    static let optional = Words(zh: "（可省略）", en: " (optional)")
    static let may = Words(zh: "可由以下角色提出：", en: "For:")
    static let refusals = Words(zh: "可能的拒绝：", en: "Refused with:")
}
