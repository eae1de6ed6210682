import Delivery
import JSON

/// Every command there is, as the program itself knows them.
package struct CommandList: Sendable {
    package var visit: Visit

    package init(visit: Visit) { self.visit = visit }

    private var t: Localizer { visit.t }

    package var page: Page {
        let common = codes(CommandKind.commonRefusals)
        let nouns = Self.nouns.map { noun, kinds in
            Parts.section(
                HTML(escaping: t(CommandWords.noun(noun))), "<code>\(noun)</code>",
                .joined(kinds.map(section)))
        }
        return Page(
            title: t(.commands), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.commands))</h1>
                <p class="lede">\(t(.commandsLead))</p></div></div>
                <p>\(t(.commandsByProgram)) <code>POST /api/v1/commands/…</code></p>
                <p>\(t(.commonRefusals)) \(common)</p>
                \(nouns)
                """)
    }

    /// In the order in which commands are listed.
    private static let nouns: [(String, [CommandKind])] = {
        var nouns: [(String, [CommandKind])] = []
        for kind in CommandKind.all {
            if let place = nouns.firstIndex(where: { $0.0 == kind.noun }) {
                nouns[place].1.append(kind)
            } else {
                nouns.append((kind.noun, [kind]))
            }
        }
        return nouns
    }()

    private func section(_ kind: CommandKind) -> HTML {
        let fields = kind.fields.map { field -> HTML in
            let optional: HTML = field.isRequired ? "" : " <small>\(t(.optionalField))</small>"
            return """
                <tr><th scope="row"><code>\(field.name)</code></th>\
                <td>\(t(CommandWords.field(field.name, of: kind)))\(optional)</td>\
                <td>\(field.shape.summary)</td></tr>

                """
        }
        let roles = kind.entitled.map { t($0.words) }.joined(separator: t(.listComma))
        let isMine = !visit.viewer.roles.isDisjoint(with: kind.may)
        let form: HTML =
            isMine ? "<p><a href=\"\(visit.link("/do/\(kind.name)"))\">\(t(.openForm))</a></p>" : ""
        let example = (try? JSON.parse(kind.example()))?.text(indent: 2) ?? ""
        let mark: HTML = t.language == .en && Han.isIn(example) ? " lang=\"zh\"" : ""
        return """
            <details class="command" id="\(kind.name)"><summary><code>\(kind.name)</code> \
            \(t(kind.title))</summary>
            <p>\(t(.whoMay)) \(roles)</p>\(form)
            <div class="scroll"><table><thead><tr><th scope="col">\(t(.fieldName))</th>\
            <th scope="col">\(t(.meaning))</th><th scope="col">\(t(.holds))</th></tr></thead>
            <tbody>\(fields)</tbody></table></div>
            <p>\(t(.refusedWith)) \(codes(kind.refusals))</p>
            <pre class="record" tabindex="0"\(mark)>\(example)</pre></details>
            """
    }

    private func codes(_ codes: [Refusal.Code]) -> HTML {
        .joined(codes.map { "<code>\($0.rawValue)</code>" }, by: " ")
    }
}

extension CommandKind {
    /// `project` of `project.register`.
    package var noun: String { String(name.prefix { $0 != "." }) }
}
