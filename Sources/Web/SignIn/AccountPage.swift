import Accounts
import Delivery

/// A person's own account: the password, where they are signed in, and tokens for programs.
struct AccountPage {
    struct Model: Sendable {
        var person: Person
        var presence: StartedSession
        var sessions: [Session]
        var tokens: [AccessToken]
        var identities: [LinkedIdentity]
        var providers: [IdentityProvider]
    }

    /// What was typed for a token and taken back, or the token that was made.
    struct TokenForm: Sendable {
        var title = ""
        var scope = "read"
        var days = "90"
        var made: String?
    }

    var model: Model
    var sight: Sight
    var form = TokenForm()
    var problem: FormProblem?
    var visit: Visit

    private var t: Localizer { visit.t }
    private var token: String { model.presence.secret.formToken }

    var page: Page {
        Page(
            title: t(.account), section: nil,
            body: """
                <div class="mast"><div><small>\(model.person.id.text)</small>
                <h1>\(t.data(model.person.name))</h1></div></div>
                \(made)
                <div class="grid halves"><div>
                \(Parts.section(t(.whoIAm), nil, Parts.facts(facts, t)))
                \(identities)
                \(Parts.section(t(.changePassword), nil, PasswordForm(
                    token: token, problem: problem, visit: visit).html))
                </div><div>
                \(Parts.section(t(.sessionsHere), nil, sessions))
                \(Parts.section(t(.accessTokens), nil, tokens))
                </div></div>
                """)
    }

    private var facts: [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = []
        if let actor = visit.viewer.actor {
            let roles = actor.roles.map { t($0.words) }.sorted()
            lines.append((.roles, "\(roles.joined(separator: t(.listComma)))"))
            if let home = actor.organization {
                lines.append((.organization, sight.link(home, visit)))
            }
        }
        if let email = model.person.email { lines.append((.email, "\(email)")) }
        if let phone = model.person.phone { lines.append((.phone, "\(phone)")) }
        return lines
    }

    private var sessions: HTML {
        let rows = model.sessions.map { session -> HTML in
            let isHere = session.number == model.presence.session.number
            let device = session.device.isEmpty ? t(.unknownDevice) : session.device
            let end: HTML =
                isHere
                ? "\(t(.thisSession))"
                : EntryForm.button(
                    to: "/account/sessions/\(session.number)/end", token: token, visit,
                    .endSession)
            return """
                <tr><th scope="row" class="device">\(t.data(device))</th>\
                <td>\(sight.moment(session.started.description))</td>\
                <td>\(sight.moment(session.seen.description))</td><td>\(end)</td></tr>
                """
        }
        return Self.table([.device, .signedInAt, .lastUsed, .act], rows, t)
    }

    /// Shown, so that nobody has one without knowing.
    private var identities: HTML {
        guard !model.identities.isEmpty else { return "" }
        let rows = model.identities.map {
            IdentityRow(linked: $0, providers: model.providers, sight: sight, t: t).html()
        }
        return Parts.section(
            t(.identities), nil,
            """
            \(Self.table([.identityProvider, .identitySubject, .linkedAt], rows, t))
            <p class="small">\(t(.identitiesHelp))</p>
            """)
    }

    /// Shown once, where it was just made.
    private var made: HTML {
        guard let made = form.made else { return "" }
        return """
            <div class="told" role="status"><p>\(t(.tokenMade))</p>
            <p><code class="secret">\(made)</code></p></div>
            """
    }

    private var tokens: HTML {
        let rows = model.tokens.map { token -> HTML in
            let used = token.used.map { sight.moment($0.description) } ?? "\(t(.never))"
            let revoke = EntryForm.button(
                to: "/account/tokens/\(token.number)/revoke", token: self.token, visit, .revoke,
                label: "\(t(.revoke)) \(token.title)")
            return """
                <tr><th scope="row">\(t.data(token.title))</th>\
                <td>\(Self.scope(token.scope, t))</td>\
                <td>\(sight.moment(token.expires.description))</td><td>\(used)</td>\
                <td>\(revoke)</td></tr>
                """
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"mute\">\(t(.noTokens))</p>"
            : Self.table([.purpose, .scope, .expires, .lastUsed, .act], rows, t)
        return list + tokenForm
    }

    private static func scope(_ scope: AccessScope, _ t: Localizer) -> HTML {
        switch scope {
        case .read: "\(t(.scopeRead))"
        case .allCommands: "\(t(.scopeAll))"
        case .commands: "<code>\(scope.text)</code>"
        }
    }

    private var tokenForm: HTML {
        let lines = [
            EntryLine(name: "title", label: .purpose, value: form.title, hint: .purposeHint),
            EntryLine(name: "scope", label: .scope, value: form.scope, hint: .scopeHint),
            EntryLine(
                name: "days", label: .validDays, kind: "number", value: form.days,
                hint: .validDaysHint),
        ]
        let fields = lines.map { $0.html(t, problem) }
        let content: HTML = """
            <h3>\(t(.newToken))</h3>\(EntryForm.alert(
                problem, ["title", "scope", "days", "password", "new_password"], t))\(fields)
            """
        return EntryForm.html(
            to: "/account/tokens", token: token, visit, button: .makeToken, content)
    }

    static func table(_ heads: [Phrase], _ rows: [HTML], _ t: Localizer) -> HTML {
        let heads = heads.map { head -> HTML in "<th scope=\"col\">\(t(head))</th>" }
        return """
            <div class="scroll" tabindex="0"><table><thead><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}

/// The form for a password of one's own, alone on a page where it must be changed first.
struct PasswordForm {
    var token: String
    var problem: FormProblem?
    var visit: Visit

    var html: HTML {
        let lines = [
            EntryLine(
                name: "password", label: .presentPassword, kind: "password",
                completes: "current-password"),
            EntryLine(
                name: "new_password", label: .newPassword, kind: "password",
                hint: .newPasswordHint, completes: "new-password"),
        ]
        return EntryForm.html(
            to: "/account/password", token: token, visit, button: .changePassword,
            "\(lines.map { $0.html(visit.t, problem) })")
    }

    /// - Parameter mustChange: whether nothing else can be done before.
    func page(mustChange: Bool) -> Page {
        let t = visit.t
        let why: HTML = mustChange ? "<p class=\"lede\">\(t(.mustChangePassword))</p>" : ""
        return Page(
            title: t(.changePassword), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.changePassword))</h1></div></div>
                \(why)\(EntryForm.alert(problem, ["password", "new_password"], t))\(html)
                """)
    }
}
