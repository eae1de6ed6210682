import Delivery

/// One line of a form: its label, what to know of it, what was wrong with what was typed.
struct EntryLine {
    var name: String
    var label: Phrase
    var kind: HTML = "text"
    var value = ""
    var hint: Phrase?
    /// What a browser may fill in.
    var completes: HTML = "off"
    var isRequired = true

    func html(_ t: Localizer, _ problem: FormProblem?) -> HTML {
        let wrong = problem.flatMap { $0.field == name ? $0.words : nil }
        let hintID: HTML? = hint.map { _ in "\(name)-hint" }
        let problemID: HTML? = wrong.map { _ in "\(name)-problem" }
        let described = HTML.joined([problemID, hintID].compactMap(\.self), by: " ")
        let about: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described)\""
        let mark: HTML = wrong == nil ? "" : " aria-invalid=\"true\""
        let needed: HTML = isRequired ? " required" : ""
        let shown = kind == "password" ? "" : value
        let hintLine = hint.map { hint -> HTML in
            "<small id=\"\(name)-hint\">\(t(hint))</small>"
        }
        let problemLine = wrong.map { words -> HTML in
            "<strong class=\"problem\" id=\"\(name)-problem\">\(t(words))</strong>"
        }
        return """
            <div class="line"><label for="\(name)">\(t(label))</label>\(hintLine)\(problemLine)
            <input id="\(name)" name="\(name)" type="\(kind)" value="\(shown)" \
            autocomplete="\(completes)" maxlength="1000"\(needed)\(about)\(mark)></div>
            """
    }
}

/// What was wrong with a form, at a field or with all of it.
struct FormProblem: Sendable, Equatable {
    var field: String?
    var words: Words
}

/// The form around its lines, with the token that shows it to be ours.
enum EntryForm {
    static func html(
        to link: Link, token: String, _ visit: Visit, button: Phrase, isGrave: Bool = false,
        _ content: HTML
    ) -> HTML {
        let kind: HTML = isGrave ? " class=\"grave\"" : ""
        return """
            <form class="entry" method="post" action="\(visit.link(link))">
            \(tokenField(token))
            \(content)
            <button type="submit"\(kind)>\(visit.t(button))</button>
            </form>
            """
    }

    /// A button alone.
    static func button(
        to link: Link, token: String, _ visit: Visit, _ name: Phrase, label: String? = nil
    ) -> HTML {
        let about: HTML = label.map { label -> HTML in " aria-label=\"\(label)\"" } ?? ""
        return """
            <form class="lone" method="post" action="\(visit.link(link))">\(tokenField(token))\
            <button type="submit" class="quiet"\(about)>\(visit.t(name))</button></form>
            """
    }

    static func tokenField(_ token: String) -> HTML {
        "<input type=\"hidden\" name=\"csrf\" value=\"\(token)\">"
    }

    /// What is wrong with the whole of a form.
    static func alert(_ problem: FormProblem?, _ fields: [String], _ t: Localizer) -> HTML {
        guard let problem, problem.field.map({ !fields.contains($0) }) ?? true else { return "" }
        return "<p class=\"problem\" role=\"alert\">\(t(problem.words))</p>"
    }
}
