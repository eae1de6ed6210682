package import Delivery
package import OpenID

/// An identity provider that people may sign in by.
package struct IdentityProvider: Sendable {
    package let desk: OpenIDDesk
    /// As people call it.
    package let name: Words
    /// Where people find these pages, without a slash at its end.
    private let site: String

    package init(desk: OpenIDDesk, name: Words, site: String) {
        self.desk = desk
        self.name = name
        self.site = site
    }

    var id: String { desk.settings.id }
    var issuer: String { desk.settings.issuer }

    /// Where a browser ends its session at the provider and comes back to sign in; nil where there
    /// is no such place.
    func farewell() async -> String? { await desk.farewell(to: site + "/sign-in") }

    /// Begins to sign in, so as to end at that page.
    func signIn(towards next: Link) -> Link {
        Link("/sign-in/oidc/\(id)").with("next", next.text)
    }

    /// Where the provider sends browsers back to, of pages that stand there.
    package static func callback(of id: String, at site: String) -> String {
        site + Link("/sign-in/oidc/\(id)/callback").text
    }
}
