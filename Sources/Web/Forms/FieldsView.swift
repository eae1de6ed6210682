import Delivery

/// The fields of a command's form, each with its label, what is wrong with it and its input.
struct FieldsView {
    let form: CommandForm

    private var t: Localizer { form.visit.t }
    private var inputs: FieldInput { FieldInput(form: form) }

    /// An element's id for a path: no brackets, so that it can stand in an address.
    static func id(_ path: String) -> String {
        "f-" + String(path.map { $0 == "[" || $0 == "]" || $0 == "." ? "-" : $0 })
    }

    func field(_ field: FieldDescription, below prefix: String, of kind: CommandKind) -> HTML {
        let path = prefix + field.name
        let label = t(CommandWords.field(field.name, of: kind))
        let optional: HTML =
            field.isRequired || field.shape == .boolean
            ? "" : " <small>\(t(.mayBeEmpty))</small>"
        switch field.shape {
        case .list(.code(let choices)):
            return group(path, label, optional, checkboxes(choices, path))
        case .list(let inner): return group(path, label, optional, rows(inner, path, kind))
        case .structure(let fields):
            return group(path, label, optional, structure(fields, path + ".", kind))
        case .boolean:
            let checked: HTML = form.typed[path].isEmpty ? "" : " checked"
            return """
                <div class="field check">\(error(path))<label><input type="checkbox" \
                name="\(path)" value="true" id="\(Self.id(path))"\(checked)> \(label)</label></div>
                """
        default:
            let unit: HTML? = form.moneyHint(field.shape).map { " <small>\(t($0))</small>" }
            return """
                <div class="field"><label for="\(Self.id(path))">\(label)\(optional)\(unit)</label>\
                \(hint(field.shape, path))\(error(path))\(inputs.input(field, path))</div>

                """
        }
    }

    private func group(_ path: String, _ label: String, _ optional: HTML, _ content: HTML) -> HTML {
        """
        <fieldset class="field" id="\(Self.id(path))" tabindex="-1"><legend>\(label)\(optional)\
        </legend>\(error(path))\(content)</fieldset>

        """
    }

    private func structure(
        _ fields: [FieldDescription], _ prefix: String, _ kind: CommandKind
    ) -> HTML {
        fields == FieldDescription.of(Evidence.self)
            ? inputs.evidence(fields, prefix) { field($0, below: prefix, of: kind) }
            : .joined(fields.map { field($0, below: prefix, of: kind) })
    }

    private func rows(_ shape: FieldShape, _ path: String, _ kind: CommandKind) -> HTML {
        let rows = (0..<max(1, form.typed.rowCount(path))).map { index -> HTML in
            let place = "\(path)[\(index)]"
            let content: HTML =
                if case .structure(let fields) = shape {
                    structure(fields, place + ".", kind)
                } else {
                    error(place)
                        + inputs.input(
                            FieldDescription(name: place, shape: shape, isRequired: false), place,
                            label: "\(t(CommandWords.field(path, of: kind))) \(index + 1)")
                }
            return """
                <div class="row">\(content)<button type="submit" class="quiet" \
                name="_remove" value="\(place)">\(t(.removeRow))</button></div>

                """
        }
        return """
            \(rows)<button type="submit" class="quiet" name="_add" value="\(path)">\
            \(t(.addRow))</button>
            """
    }

    private func checkboxes(_ choices: [FieldChoice], _ path: String) -> HTML {
        let chosen = Set(form.typed.all(path))
        return .joined(
            choices.map { choice -> HTML in
                let checked: HTML = chosen.contains(choice.value) ? " checked" : ""
                return """
                    <label class="check"><input type="checkbox" name="\(path)" \
                    value="\(choice.value)"\(checked)> \(t(choice.words))</label>

                    """
            })
    }

    private func hint(_ shape: FieldShape, _ path: String) -> HTML {
        switch shape {
        case .note: "<p class=\"hint\" id=\"\(Self.id(path))-hint\">\(t(.classifiedWarning))</p>"
        case .period: "<p class=\"hint\" id=\"\(Self.id(path))-hint\">\(t(.periodHint))</p>"
        default: .empty
        }
    }

    private func error(_ path: String) -> HTML {
        guard let words = form.problems[path] else { return .empty }
        return "<p class=\"error\" id=\"\(Self.id(path))-error\">\(t.data(t(words)))</p>"
    }
}

extension CommandForm {
    /// In which unit an amount is typed.
    func moneyHint(_ shape: FieldShape) -> Phrase? {
        switch shape {
        case .money, .known(.money):
            Phrase(Phrase.amountIn(sight.unit.zh).zh, Phrase.amountIn(sight.unit.en).en)
        default: nil
        }
    }
}
