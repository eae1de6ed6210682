import Accounts
import Delivery

/// Why nobody was signed in by a provider, and the way back.
struct IdentityTroublePage {
    var words: Words
    var code: String
    var provider: IdentityProvider
    var visit: Visit

    var page: Page {
        let t = visit.t
        return Page(
            title: t(.notSignedIn), section: nil,
            body: """
                <div class="mast"><div><small>\(t(provider.name))</small>
                <h1>\(t(.notSignedIn))</h1></div></div>
                <p class="lede" role="alert">\(t(words))</p>
                <p><code>\(code)</code></p>
                <p><a href="\(visit.link("/sign-in"))">\(t(.backToSignIn))</a></p>
                """)
    }
}

/// To who proved who they are, and is nobody here: what the security administrator has to know.
struct StrangerPage {
    var identity: Identity
    var provider: IdentityProvider
    var visit: Visit

    var page: Page {
        let t = visit.t
        let facts: [(Phrase, HTML)] = [
            (.identityProvider, "\(t(provider.name))"),
            (.tokenIssuer, "<code class=\"secret\">\(identity.issuer)</code>"),
            (.identitySubject, "<code class=\"secret\">\(identity.subject)</code>"),
        ]
        return Page(
            title: t(.identityUnlinked), section: nil,
            body: """
                <div class="mast"><div><small>\(t(provider.name))</small>
                <h1>\(t(.identityUnlinked))</h1></div></div>
                <p class="lede" role="alert">\(t(.identityUnlinkedHelp))</p>
                \(Parts.facts(facts, t))
                <p><a href="\(visit.link("/sign-in"))">\(t(.backToSignIn))</a></p>
                """)
    }
}

/// On the sign-in page: the providers beside the password, and after signing out the way out of
/// the one that vouched for who was here.
struct ProviderChoice {
    var providers: [IdentityProvider]
    var next: Link
    /// The provider where somebody may still be signed in, and where that ends.
    var farewell: (name: Words, address: String)?
    var visit: Visit

    private var t: Localizer { visit.t }

    var left: HTML {
        guard let farewell else { return "" }
        return """
            <div class="told" role="status"><p>\(t(.signedOutHere)) \
            <a href="\(farewell.address)">\(t(.signOutThere(farewell.name)))</a></p></div>
            """
    }

    var buttons: HTML {
        guard !providers.isEmpty else { return "" }
        let links = providers.map { provider -> HTML in
            let link = visit.link(provider.signIn(towards: next))
            return """
                <p><a class="button" href="\(link)">\(t(.signInBy(provider.name)))</a></p>
                """
        }
        return "<h2>\(t(.orByProvider))</h2>\(links)"
    }
}
