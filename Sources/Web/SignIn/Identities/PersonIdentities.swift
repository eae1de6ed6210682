import Accounts
import Delivery

/// A person's identities, as the security administrator links and unlinks them.
struct PersonIdentities {
    var person: PersonID
    var identities: [LinkedIdentity]
    var providers: [IdentityProvider]
    var sight: Sight
    var problem: FormProblem?
    /// What was typed and refused.
    var typed: (provider: String, subject: String)?
    var token: String
    var visit: Visit

    static let fields = ["provider", "subject"]

    private var t: Localizer { visit.t }
    private var own: Link { "/people/\(person.text)/identities" }

    /// Nothing where no provider is set up and nothing is linked.
    var section: HTML {
        guard !(identities.isEmpty && providers.isEmpty) else { return "" }
        return Parts.section(t(.identities), nil, "\(list)\(providers.isEmpty ? "" : form)")
    }

    private var list: HTML {
        guard !identities.isEmpty else { return "<p class=\"mute\">\(t(.noIdentities))</p>" }
        let rows = identities.map { linked -> HTML in
            let content: HTML = """
                <form class="lone" method="post" \
                action="\(visit.link(own.appending("unlink")))">\(EntryForm.tokenField(token))\
                <input type="hidden" name="issuer" value="\(linked.identity.issuer)">\
                <input type="hidden" name="subject" value="\(linked.identity.subject)">\
                <button type="submit" class="quiet" \
                aria-label="\(t(.unlinkIdentity)) \(linked.identity.subject)">\
                \(t(.unlinkIdentity))</button></form>
                """
            return IdentityRow(linked: linked, providers: providers, sight: sight, t: t)
                .html(more: "<td>\(linked.by.text)</td><td>\(content)</td>")
        }
        return AccountPage.table(
            [.identityProvider, .identitySubject, .linkedAt, .linkedBy, .act], rows, t)
    }

    private var form: HTML {
        let options = providers.map { provider -> HTML in
            let chosen: HTML = provider.id == typed?.provider ? " selected" : ""
            return "<option value=\"\(provider.id)\"\(chosen)>\(t(provider.name))</option>"
        }
        let subject = EntryLine(
            name: "subject", label: .identitySubject, value: typed?.subject ?? "",
            hint: .identitySubjectHint)
        let content: HTML = """
            <div class="line"><label for="provider">\(t(.identityProvider))</label>
            <select id="provider" name="provider" required>\(options)</select></div>
            \(subject.html(t, problem))
            """
        return EntryForm.html(to: own, token: token, visit, button: .linkIdentity, content)
    }
}

/// One line of a table of identities.
struct IdentityRow {
    var linked: LinkedIdentity
    var providers: [IdentityProvider]
    var sight: Sight
    var t: Localizer

    func html(more: HTML = "") -> HTML {
        let known = providers.first { $0.issuer == linked.identity.issuer }
        let name = known.map { t($0.name) } ?? linked.identity.issuer
        return """
            <tr><th scope="row" class="device">\(name)</th>\
            <td class="device"><code>\(linked.identity.subject)</code></td>\
            <td>\(sight.moment(linked.linked.description))</td>\(more)</tr>
            """
    }
}
