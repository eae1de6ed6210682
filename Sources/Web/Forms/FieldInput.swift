import Delivery

/// The input of one field, by what it holds.
struct FieldInput {
    let form: CommandForm

    private var t: Localizer { form.visit.t }
    private var choices: FormChoices {
        FormChoices(sight: form.sight, visit: form.visit, names: form.names)
    }

    /// - Parameter label: where no label element is bound to it.
    func input(_ field: FieldDescription, _ path: String, label: String? = nil) -> HTML {
        let value = form.typed[path]
        let common = common(field, path, label)
        switch field.shape {
        case .identifier(let noun): return identifier(field, noun, path, common)
        case .integer: return "<input\(common) inputmode=\"numeric\" value=\"\(value)\">"
        case .decimal, .money: return "<input\(common) inputmode=\"decimal\" value=\"\(value)\">"
        case .day: return "<input type=\"date\"\(common) value=\"\(value)\">"
        case .month:
            // Not every browser knows months; as text it is right in all.
            return "<input type=\"month\"\(common) placeholder=\"2024-10\" value=\"\(value)\">"
        case .note: return note(path, value, common)
        case .code(let all):
            return select(path, common, all.map { ($0.value, HTML(escaping: t($0.words))) })
        case .figure: return figure(path, value, common)
        case .period:
            let reasons = UndatedReason.allCases.map { ($0.rawValue, HTML(escaping: t($0.words))) }
            return "<input\(common) value=\"\(value)\">"
                + aside(
                    .noTime, select(path + ".undated", named(path + ".undated", .noTime), reasons))
        case .known(let inner):
            return input(
                FieldDescription(name: field.name, shape: inner, isRequired: false), path,
                label: label) + unknown(path)
        default: return "<input\(common) value=\"\(value)\">"
        }
    }

    private func common(_ field: FieldDescription, _ path: String, _ label: String?) -> HTML {
        let id = FieldsView.id(path)
        var described: [String] = []
        if case .note = field.shape { described.append(id + "-hint") }
        if case .period = field.shape { described.append(id + "-hint") }
        let isWrong = form.problems[path] != nil
        if isWrong { described.append(id + "-error") }
        let by: HTML =
            described.isEmpty
            ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        let invalid: HTML = isWrong ? " aria-invalid=\"true\"" : ""
        let required: HTML = field.isRequired ? " aria-required=\"true\"" : ""
        let named = label.map { label -> HTML in " aria-label=\"\(label)\"" }
        return " name=\"\(path)\" id=\"\(id)\"\(named)\(by)\(invalid)\(required)"
    }

    private func named(_ path: String, _ label: Phrase) -> HTML {
        " name=\"\(path)\" id=\"\(FieldsView.id(path))\" aria-label=\"\(t(label))\""
    }

    private func note(_ path: String, _ value: String, _ common: HTML) -> HTML {
        let sealed = form.typed[path + ".blob"]
        let blob: HTML =
            sealed.isEmpty
            ? "" : "<input type=\"hidden\" name=\"\(path).blob\" value=\"\(sealed)\">"
        return "<textarea\(common) rows=\"4\">\n\(value)</textarea>\(blob)"
    }

    /// Few are chosen from a list, many are typed with suggestions.
    private func identifier(
        _ field: FieldDescription, _ noun: Noun?, _ path: String, _ common: HTML
    ) -> HTML {
        let value = form.typed[path]
        let isNew = path == "id"
        let last = path.split(separator: ".").last.map { String($0.prefix { $0 != "[" }) } ?? path
        let found = isNew ? [] : choices.choices(noun, field: last)
        guard !found.isEmpty else {
            return "<input\(common) maxlength=\"64\" autocomplete=\"off\" value=\"\(value)\">"
        }
        let isKnown = value.isEmpty || found.contains { $0.value == value }
        if found.count <= 60, isKnown {
            return select(path, common, found.map { ($0.value, $0.name) })
        }
        let list = FieldsView.id(path) + "-list"
        let options = found.map { choice -> HTML in
            "<option value=\"\(choice.value)\"\(language(choice.name))>\(choice.name)</option>"
        }
        return """
            <input\(common) maxlength="64" autocomplete="off" list="\(list)" value="\(value)">\
            <datalist id="\(list)">\(options)</datalist>
            """
    }

    private func select(_ path: String, _ common: HTML, _ all: [(String, HTML)]) -> HTML {
        let chosen = form.typed[path]
        let options = all.map { value, name -> HTML in
            let mark: HTML = value == chosen ? " selected" : ""
            return "<option value=\"\(value)\"\(mark)\(language(name))>\(name)</option>"
        }
        return "<select\(common)><option value=\"\">\(t(.choose))</option>\(options)</select>"
    }

    private func language(_ name: HTML) -> HTML {
        t.language == .en && Han.isIn(name.text) ? " lang=\"zh\"" : ""
    }

    private func figure(_ path: String, _ value: String, _ common: HTML) -> HTML {
        let kinds: [(String, Phrase)] = [
            ("exact", .exactly), ("at_least", .atLeast), ("more_than", .moreThan),
            ("up_to", .upTo), ("range", .between), ("class", .ofClass),
        ]
        let kind = select(
            path + ".kind", named(path + ".kind", .exactly),
            kinds.map { ($0, HTML(escaping: t($1))) })
        let upper = form.typed[path + ".to"]
        return """
            <span class="together">\(kind)<input\(common) value="\(value)">\
            <input\(named(path + ".to", .andTo)) placeholder="\(t(.andTo))" value="\(upper)">\
            </span>
            """
    }

    private func unknown(_ path: String) -> HTML {
        let reasons = UnknownReason.allCases.map { ($0.rawValue, HTML(escaping: t($0.words))) }
        let source = form.typed[path + ".source"]
        return aside(
            .otherwiseUnknown,
            select(path + ".unknown", named(path + ".unknown", .unknownBecause), reasons)
                + """
                <input\(named(path + ".source", .sourceSays)) placeholder="\(t(.sourceSays))" \
                value="\(source)">
                """)
    }

    private func aside(_ title: Phrase, _ content: HTML) -> HTML {
        "<details class=\"aside\"><summary>\(t(title))</summary>\(content)</details>"
    }

    /// A file: chosen here, or received before and kept while the rest is put right.
    func evidence(
        _ fields: [FieldDescription], _ prefix: String, _ field: (FieldDescription) -> HTML
    ) -> HTML {
        let kind = fields.first { $0.name == "kind" }.map(field)
        let (hash, name) = (form.typed[prefix + "sha256"], form.typed[prefix + "name"])
        var kept: HTML = ""
        if !hash.isEmpty {
            let hidden = ["sha256", "size", "type", "name"].map { part -> HTML in
                let value = form.typed[prefix + part]
                return "<input type=\"hidden\" name=\"\(prefix)\(part)\" value=\"\(value)\">"
            }
            kept = """
                <p class="small">\(t(.fileKept)) \(t.data(name)) <span class="hash">\
                \(hash.prefix(12))…</span></p>\(hidden)
                """
        }
        let problem = ["sha256", "size", "type"].compactMap { form.problems[prefix + $0] }.first
        let id = FieldsView.id(prefix + "sha256")
        let error = problem.map { words -> HTML in "<p class=\"error\">\(t.data(t(words)))</p>" }
        return """
            \(kind)<div class="field"><label for="\(id)">\(t(.chooseFile))</label>\
            \(kept)\(error)<input type="file" id="\(id)" name="\(prefix)file"></div>
            """
    }
}
