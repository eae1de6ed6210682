import Delivery

/// The form by which people sign in. What was typed stays, but for the password.
struct SignInPage {
    var name = ""
    var token: String
    /// The other ways in, with the page that all of them lead to.
    var choice: ProviderChoice
    var problem: FormProblem?
    /// Whether something may be read without signing in.
    var hasPromises: Bool
    var visit: Visit

    private var t: Localizer { visit.t }

    private var promises: HTML {
        guard hasPromises else { return .empty }
        return """
            <p>\(t(.readWithoutSignIn))\
            <a href="\(visit.link("/public"))">\(t(.promises))</a></p>

            """
    }

    var page: Page {
        let lines: [EntryLine] = [
            EntryLine(
                name: "name", label: .signInName, value: name, hint: .signInNameHint,
                completes: "username"),
            EntryLine(
                name: "password", label: .password, kind: "password",
                completes: "current-password"),
        ]
        let content: HTML = """
            <input type="hidden" name="next" value="\(choice.next.text)">
            \(lines.map { $0.html(t, problem) })
            """
        return Page(
            title: t(.signIn), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.signIn))</h1></div></div>
                \(choice.left)
                \(EntryForm.alert(problem, ["name", "password"], t))
                \(EntryForm.html(
                    to: "/sign-in", token: token, visit, button: .signIn, content))
                \(choice.buttons)
                \(promises)<p class="small">\(t(.signInHelp))</p>
                <p class="small">\(t(.nothingClassified))</p>
                """)
    }
}
