package import Delivery
package import Hummingbird

/// One reader's request for a page: the language, where they are and what they asked to see.
package struct Visit: Sendable {
    package let language: Language
    package let t: Localizer
    /// The path as it came, still encoded.
    package let path: String
    /// Without `lang`.
    package let query: Query
    /// True where the address itself names the language; links then name it too, so that an
    /// address that is passed on opens in the same language.
    package let languageIsInAddress: Bool
    package let viewer: Viewer
    /// Nil for a guest.
    package let session: WebSession?

    package init(_ request: Request, _ context: WebContext) {
        self.init(request, viewer: context.viewer, session: context.session)
    }

    package init(_ request: Request, viewer: Viewer = .guest, session: WebSession? = nil) {
        self.viewer = viewer
        self.session = session
        let full = Query(parsing: request.uri.query ?? "")
        let asked = full["lang"].flatMap { Language(rawValue: $0) }
        language = Language(
            asked: asked?.rawValue, cookie: request.cookies["lang"]?.value,
            accepted: request.headers[.acceptLanguage])
        t = Localizer(language)
        path = request.uri.path
        query = full.without("lang")
        languageIsInAddress = asked != nil
    }

    /// A link as it stands on this reader's page.
    package func link(_ link: Link) -> Link {
        languageIsInAddress ? link.with("lang", language.rawValue) : link
    }

    /// A link to a page that looks from the same record of the ledger as this one does.
    package func inTime(_ link: Link) -> Link {
        self.link(query["as_of"].map { link.with("as_of", $0) } ?? link)
    }

    /// In a form: the language, where the address names it.
    package var languageField: HTML {
        languageIsInAddress
            ? "<input type=\"hidden\" name=\"lang\" value=\"\(language.rawValue)\">" : ""
    }

    /// The address of this page with another query.
    package func here(_ query: Query) -> Link {
        link(Link(encodedPath: path, query: query))
    }

    /// This page in the other language.
    package var inOtherLanguage: Link {
        Link(encodedPath: path, query: query).with("lang", language.other.rawValue)
    }

    /// Where to sign in so as to come back here.
    package var signIn: Link {
        link("/sign-in").with("next", inSameLanguage.text)
    }

    private var inSameLanguage: Link { link(Link(encodedPath: path, query: query)) }

    /// A record of the ledger, by its seq.
    package func record(_ seq: Int) -> HTML {
        "<a class=\"ref nowrap\" href=\"\(link("/ledger/\(seq)"))\">#\(seq)</a>"
    }

    package var isAPI: Bool { path == "/api" || path.hasPrefix("/api/") }
}
