import Accounts
import Delivery
import Rulebook

/// One person, as the security administrator sees and changes them.
struct PersonPage {
    struct Model: Sendable {
        var id: PersonID
        var person: Person?
        var appointment: Appointment?
        var identities: [LinkedIdentity] = []
        var providers: [IdentityProvider] = []
    }

    /// What was typed into one of the page's forms and refused.
    enum Typed {
        case person(Person)
        case post(OrganizationID?, Set<Role>)
        case identity(provider: String, subject: String)
    }

    var model: Model
    var sight: Sight
    /// A one-time password just made.
    var made: String?
    var problem: FormProblem?
    var typed: Typed?
    var token: String
    var visit: Visit

    private var t: Localizer { visit.t }
    private var own: Link { "/people/\(model.id.text)" }

    var page: Page {
        let name = model.person.map { t.data($0.name) } ?? "\(t(.notInDirectory))"
        return Page(
            title: model.person?.name ?? model.id.text, section: nil,
            body: """
                <div class="mast"><div><small>\(model.id.text)</small><h1>\(name)</h1></div></div>
                \(told)\(EntryForm.alert(problem, Self.fields, t))
                <div class="grid halves"><div>
                \(model.person == nil ? "" : Parts.section(t(.editPerson), nil, editing))
                \(Parts.section(t(.post), nil, posting))
                </div><div>
                \(model.person == nil ? "" : secrets)
                </div></div>
                """)
    }

    private static let fields = ["name", "email", "phone", "confirm"] + PersonIdentities.fields

    private var identities: HTML {
        PersonIdentities(
            person: model.id, identities: model.identities, providers: model.providers,
            sight: sight, problem: problem, typed: typedIdentity, token: token, visit: visit
        ).section
    }

    private var typedIdentity: (provider: String, subject: String)? {
        if case .identity(let provider, let subject) = typed { (provider, subject) } else { nil }
    }

    private var told: HTML {
        guard let made else { return "" }
        return """
            <div class="told" role="status"><p>\(t(.oneTimePasswordMade))</p>
            <p><code class="secret">\(made)</code></p></div>
            """
    }

    private var editing: HTML {
        let person = if case .person(let person) = typed { person } else { model.person }
        let lines = [
            EntryLine(name: "name", label: .personName, value: person?.name ?? ""),
            EntryLine(
                name: "email", label: .email, kind: "email", value: person?.email ?? "",
                isRequired: false),
            EntryLine(
                name: "phone", label: .phone, kind: "tel", value: person?.phone ?? "",
                isRequired: false),
        ]
        return EntryForm.html(
            to: own, token: token, visit, button: .save, "\(lines.map { $0.html(t, problem) })")
    }

    private var posting: HTML {
        var home = model.appointment?.organization
        var held = Set(model.appointment?.roles ?? [])
        if case .post(let organization, let roles) = typed { (home, held) = (organization, roles) }
        let organizations = sight.city.organizations.all.filter { $0.closed == nil }.map {
            organization -> HTML in
            let chosen: HTML = organization.id == home ? " selected" : ""
            return """
                <option value="\(organization.id.text)"\(chosen)>\
                \(t.optionName(organization, or: organization.id.text))</option>
                """
        }
        let roles = Role.allCases.filter { $0 != .console }.map { role -> HTML in
            let checked: HTML = held.contains(role) ? " checked" : ""
            return """
                <label class="tick"><input type="checkbox" name="roles" \
                value="\(role.rawValue)"\(checked)> \(t(role.words))</label>
                """
        }
        let content: HTML = """
            <p class="small">\(t(.appointHint))</p>
            <div class="line"><label for="organization">\(t(.organization))</label>
            <select id="organization" name="organization" required>
            <option value="">\(t(.chooseOrganization))</option>\(organizations)</select></div>
            <fieldset class="line"><legend>\(t(.roles))</legend>\(roles)</fieldset>
            """
        let appointing = EntryForm.html(
            to: own.appending("appoint"), token: token, visit, button: .appoint, content)
        guard model.appointment != nil else { return appointing }
        return appointing
            + EntryForm.html(
                to: own.appending("dismiss"), token: token, visit, button: .dismiss, isGrave: true,
                "<p class=\"small\">\(t(.dismissHint))</p>")
    }

    private var secrets: HTML {
        let reset = EntryForm.html(
            to: own.appending("password"), token: token, visit, button: .resetPassword,
            "<p class=\"small\">\(t(.resetHint))</p>")
        let confirm = EntryLine(name: "confirm", label: .personID, hint: .eraseConfirm)
        let erase = EntryForm.html(
            to: own.appending("erase"), token: token, visit, button: .erase, isGrave: true,
            "<p class=\"small\">\(t(.eraseHint))</p>\(confirm.html(t, problem))")
        return Parts.section(t(.resetPassword), nil, reset) + identities
            + Parts.section(t(.erase), nil, erase)
    }
}
