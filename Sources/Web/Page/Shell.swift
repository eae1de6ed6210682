package import Delivery

/// What stands around every page: head, skip link, navigation in both its forms, foot.
package struct Shell: Sendable {
    private let assets: Assets
    private let names: @Sendable (PersonID) -> String?
    private let unread: @Sendable (PersonID) -> Int?
    let hasSignIn: Bool
    private let notice: @Sendable () -> Words?

    /// - Parameters:
    ///   - hasSignIn: whether people can sign in here.
    ///   - names: how persons are called.
    ///   - unread: how many notices a person has not read; nil where none are kept.
    ///   - notice: what the city says of its figures on every page.
    package init(
        assets: Assets, hasSignIn: Bool = false,
        names: @escaping @Sendable (PersonID) -> String? = { _ in nil },
        unread: @escaping @Sendable (PersonID) -> Int? = { _ in nil },
        notice: @escaping @Sendable () -> Words? = { nil }
    ) {
        self.assets = assets
        self.hasSignIn = hasSignIn
        self.names = names
        self.unread = unread
        self.notice = notice
    }

    /// How a person is called, where the directory knows them.
    func name(of person: PersonID) -> String? { names(person) }

    /// Of a file that pages need; nil where it is not installed.
    func address(of asset: String) -> String? { assets.link(asset)?.text }

    package func page(_ page: Page, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <!doctype html>
            <html lang="\(visit.language.tag)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · \(t(.product))</title>
            \(styles())
            \(scripts(page))
            </head>
            <body>
            <a class="skip" href="#main">\(t(.skipToContent))</a>
            <header class="bar">
            <a class="mark" href="\(visit.link("/"))">\(t(.product))</a>
            <nav class="wide" aria-label="\(t(.mainNavigation))">\(links(page, visit))</nav>
            \(who(visit))
            \(otherLanguage(page, visit))
            <details class="fold">
            <summary>\(t(.menu))</summary>
            <nav aria-label="\(t(.mainNavigation))">\(links(page, visit))</nav>
            </details>
            </header>
            <p class="out" id="out-of-reach" role="alert" hidden>\(t(.outOfReach))</p>
            \(noticeLine(t))
            \(doneLine(visit))
            <main id="main" tabindex="-1">
            \(page.body)
            </main>
            <footer class="foot"><small>\(t(.footLine))</small></footer>
            </body>
            </html>

            """
    }

    /// A page with nothing around it, dark and large, for the wall.
    package func wall(_ page: Page, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <!doctype html>
            <html lang="\(visit.language.tag)" class="wall">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="dark">
            <noscript><meta http-equiv="refresh" content="60"></noscript>
            <title>\(page.title) · \(t(.product))</title>
            \(styles())
            \(scripts(page))
            </head>
            <body>
            <p class="out" id="out-of-reach" role="alert" hidden>\(t(.outOfReach))</p>
            \(page.body)
            </body>
            </html>

            """
    }

    /// That what was submitted stands on the ledger, with its record.
    private func doneLine(_ visit: Visit) -> HTML {
        guard let seq = visit.query["done"].flatMap({ Int($0) }), seq >= 0 else { return .empty }
        return "<p class=\"done\" role=\"status\">\(visit.t(.recorded)) \(visit.record(seq))</p>"
    }

    func noticeLine(_ t: Localizer) -> HTML {
        guard let notice = notice() else { return .empty }
        return """
            <aside class="notice" aria-label="\(t(.noticeWord))"><small>\(t(notice))</small></aside>
            """
    }

    private func links(_ page: Page, _ visit: Visit) -> HTML {
        .joined(
            Section.allCases.map { section in
                let current: HTML = section == page.section ? " aria-current=\"page\"" : ""
                let name = visit.t(section.name)
                return "<a href=\"\(visit.link(section.link))\"\(current)>\(name)</a>"
            }, by: "\n")
    }

    /// Who is signed in, with the way to their work, their account and out; the way in for guests.
    private func who(_ visit: Visit) -> HTML {
        let t = visit.t
        guard let session = visit.session, session.kind == .cookie else {
            guard hasSignIn else { return "" }
            return "<a class=\"who\" href=\"\(visit.signIn)\">\(t(.signIn))</a>"
        }
        let name = names(session.person) ?? session.person.text
        let isKeeper = visit.viewer.roles.contains(.securityAdministrator)
        let people: HTML =
            isKeeper ? "<a href=\"\(visit.link("/people"))\">\(t(.people))</a>" : ""
        return """
            <nav class="who" aria-label="\(t(.signedInAs))">
            <a href="\(visit.link("/work"))">\(t(.myWork))</a>
            <a href="\(visit.link("/imports"))">\(t(.imports))</a>
            \(bell(session.person, visit))
            \(people)
            <a href="\(visit.link("/account"))">\(t.data(name))</a>
            <form class="lone" method="post" action="\(visit.link("/sign-out"))">\
            \(EntryForm.tokenField(session.csrf))\
            <button type="submit" class="quiet">\(t(.signOut))</button></form>
            </nav>
            """
    }

    private func bell(_ person: PersonID, _ visit: Visit) -> HTML {
        guard let count = unread(person) else { return "" }
        let t = visit.t
        let mark: HTML =
            count == 0
            ? "" : " <b aria-label=\"\(t(.unreadNotices(count)))\">\(t.count(count))</b>"
        return "<a href=\"\(visit.link("/notices"))\">\(t(.notices))\(mark)</a>"
    }

    func otherLanguage(_ page: Page, _ visit: Visit) -> HTML {
        let other = visit.language.other
        let name = other == .zh ? "中文" : "English"
        if let form = page.form {
            return """
                <button class="language quiet" type="submit" form="\(CommandForm.formID)" \
                formaction="\(form.with("lang", other.rawValue))" formnovalidate name="_look" \
                value="1" lang="\(other.tag)">\(name)</button>
                """
        }
        return """
            <a class="language" href="\(visit.inOtherLanguage)" lang="\(other.tag)" \
            hreflang="\(other.tag)">\(name)</a>
            """
    }

    /// - Parameter more: beside those that every page has.
    func styles(_ more: [String] = []) -> HTML {
        let names = ["tokens.css", "saima.css", "pages.css", "account.css", "forms.css"] + more
        return .joined(
            names.compactMap { assets.link($0) }.map {
                "<link rel=\"stylesheet\" href=\"\($0)\">"
            }
                + [assets.link("mark.svg")].compactMap { $0 }.map {
                    "<link rel=\"icon\" type=\"image/svg+xml\" href=\"\($0)\">"
                }, by: "\n")
    }

    /// htmx with what a strict content policy forbids turned off; ECharts where there is something
    /// to draw.
    private func scripts(_ page: Page) -> HTML {
        let htmx = assets.link("htmx.min.js").map { link -> HTML in
            """
            <meta name="htmx-config" \
            content='{"includeIndicatorStyles":false,"allowEval":false,\
            "scrollIntoViewOnBoost":false}'>
            <script src="\(link)" defer></script>
            """
        }
        let charts = page.hasCharts ? assets.link("echarts.min.js") : nil
        return .joined(
            [htmx].compactMap { $0 }
                + [charts, assets.link("saima.js"), page.script.flatMap { assets.link($0) }]
                .compactMap { $0 }.map {
                    "<script src=\"\($0)\" defer></script>"
                }, by: "\n")
    }
}
