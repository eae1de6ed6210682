/// What a page is, before the shell is put around it.
package struct Page: Sendable {
    /// Plain words, for the window and for a bookmark.
    package var title: String
    package var section: Section?
    /// Whether it has figures that a script may draw.
    package var hasCharts: Bool
    /// Where the form is sent that the page is; what is typed into it goes along into the other
    /// language.
    package var form: Link?
    /// A script of ours that this page works better with.
    package var script: String?
    package var body: HTML

    package init(
        title: String, section: Section?, hasCharts: Bool = false, form: Link? = nil,
        script: String? = nil, body: HTML
    ) {
        self.title = title
        self.section = section
        self.hasCharts = hasCharts
        self.form = form
        self.script = script
        self.body = body
    }
}

/// The entries of the navigation, in its order.
package enum Section: CaseIterable, Sendable {
    case overview, lines, commitments, projects, indicators, races, organizations, ledger, about

    package var link: Link {
        switch self {
        case .overview: "/"
        case .lines: "/lines"
        case .commitments: "/commitments"
        case .projects: "/projects"
        case .indicators: "/indicators"
        case .races: "/races"
        case .organizations: "/organizations"
        case .ledger: "/ledger"
        case .about: "/about"
        }
    }

    package var name: Phrase {
        switch self {
        case .overview: .overview
        case .lines: .lines
        case .commitments: .commitments
        case .projects: .projects
        case .indicators: .indicators
        case .races: .races
        case .organizations: .organizations
        case .ledger: .ledger
        case .about: .about
        }
    }
}
