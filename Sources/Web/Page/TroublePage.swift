import HTTPTypes

/// The page that is shown where another could not be: what is wrong, what would be right, and
/// where to go on.
struct TroublePage {
    var trouble: Trouble
    var visit: Visit

    var page: Page {
        let t = visit.t
        let places: [(Link, Phrase)] =
            PublicPath.holds(visit.path)
            ? [("/public", .allPromises)] : Section.allCases.map { ($0.link, $0.name) }
        let ways = places.map { link, name -> HTML in
            "<li><a href=\"\(visit.link(link))\">\(t(name))</a></li>"
        }
        return Page(
            title: t(trouble.title), section: nil,
            body: """
                <div class="mast"><div>
                <small>\(trouble.status.code)</small>
                <h1>\(t(trouble.title))</h1>
                </div></div>
                <p class="lede">\(t(trouble.detail))</p>
                <nav aria-label="\(t(.goOn))"><h2>\(t(.goOn))</h2><ul class="ways">\(ways)</ul>\
                </nav>
                """)
    }
}
