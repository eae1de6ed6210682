import Delivery
import HTTPTypes

/// Answers a form that came from somebody who is signed out: all that was typed, in a form that
/// goes on once they have signed in, here or in another window. The server keeps nothing of it.
struct InterruptedForm {
    var kind: CommandKind
    /// As they came.
    var items: [Query.Item]
    /// What a form of this browser must bring back.
    var token: String
    /// Whether people sign in here by name and password.
    var takesPassword: Bool
    var problem: FormProblem?
    /// Whether what is needed now is a password of one's own.
    var mustChangePassword = false
    var status = HTTPResponse.Status.unauthorized
    var visit: Visit

    private var t: Localizer { visit.t }

    /// The fields by which one signs in. Those of commands do not begin like this.
    static let (name, password) = ("_name", "_password")
    /// Not sent on: what was tried, and what was asked of the form's rows.
    private static let spent: Set = ["csrf", "_password", "_name", "_add", "_remove", "_look"]

    var page: Page {
        Page(
            title: t(kind.title), section: nil, form: CommandForm.link(kind),
            body: """
                <div class="mast"><div><h1>\(t(kind.title))</h1></div></div>
                <div class="problems" role="alert" tabindex="-1"><h2>\(t(.sessionOver))</h2>\
                <p>\(t(.sessionOverLead))</p>\(LostFiles.html(items, t))</div>
                \(form)
                \(Parts.section(t(.whatYouTyped), nil, typed))
                """)
    }

    private var form: HTML {
        let kept = items.filter { !Self.spent.contains($0.name) }.map { item -> HTML in
            "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">\n"
        }
        return """
            <form class="entry" id="\(CommandForm.formID)" method="post" \
            action="\(visit.link(CommandForm.link(kind)))">\(EntryForm.tokenField(token))
            \(kept)\(alert)\(takesPassword ? here : .empty)
            \(elsewhere)</form>
            """
    }

    private var alert: HTML {
        if mustChangePassword {
            let link = visit.link("/account/password")
            return """
                <p class="problem" role="alert">\(t(.mustChangeElsewhere)) <a href="\(link)" \
                target="_blank" rel="noopener">\(t(.changePassword))</a></p>
                """
        }
        return EntryForm.alert(problem, [Self.name, Self.password], t)
    }

    private var here: HTML {
        let typed = items.last { $0.name == Self.name }?.value ?? ""
        let lines = [
            EntryLine(
                name: Self.name, label: .signInName, value: typed, hint: .signInNameHint,
                completes: "username"),
            EntryLine(
                name: Self.password, label: .password, kind: "password",
                completes: "current-password"),
        ]
        return """
            \(lines.map { $0.html(t, problem) })
            <button type="submit">\(t(.signInAndGoOn))</button>
            """
    }

    /// For those who sign in otherwise.
    private var elsewhere: HTML {
        """
        <p class="small"><a href="\(visit.link("/sign-in"))" target="_blank" rel="noopener">\
        \(t(.signInElsewhere))</a> \(t(.thenComeBack)) \
        <button type="submit" class="quiet" formnovalidate>\(t(.goOnSignedIn))</button></p>
        """
    }

    private var typed: HTML {
        let lines = TypedWords(kind: kind, t: t).lines(items).map { line -> HTML in
            "<dt>\(t.data(line.label))</dt><dd class=\"typed\">\(t.data(line.value))</dd>"
        }
        return "<dl class=\"facts\">\(lines)</dl>"
    }
}

/// Files that a form brought and that were not kept, because nobody was signed in.
enum LostFiles {
    static let field = "_lost"

    static func html(_ items: [Query.Item], _ t: Localizer) -> HTML {
        let names = items.filter { $0.name == field }.map { t.data($0.value) }
        guard !names.isEmpty else { return .empty }
        let all = HTML.joined(names, by: HTML(escaping: t(.listComma)))
        return "<p>\(t(.chooseFilesAgain)) \(all)</p>"
    }
}
