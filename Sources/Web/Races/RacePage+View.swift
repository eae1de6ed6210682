import CityHall
import Delivery
import Rulebook

extension RacePage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var result: RaceResult { model.result }
        var here: Link { "/races/\(result.rulebook.id)/\(result.period.description)" }
        private var title: Phrase {
            RaceResult.words(result.rulebook.title, or: result.rulebook.id)
        }

        package var page: Page {
            visit.query["view"] == "claims" ? claimsPage : standingsPage
        }

        private var standingsPage: Page {
            Page(
                title: "\(t(title)) \(t.period(result.period))", section: .races, hasCharts: true,
                body: """
                    \(mast)
                    \(Parts.section(t(.standings), standsAside, standings.html))
                    \(Parts.section(t(.history), "\(t(.historyAside))", history.html))
                    \(uncounted)
                    \(scores)
                    \(Parts.section(t(.otherTimes), nil, "\(months)\(chooser)"))
                    \(verification)
                    """)
        }

        private var claimsPage: Page {
            let view = UncountedClaims(claims: model.uncounted, sight: model.sight, visit: visit)
            let table = TableQuery(visit.query, sortable: [])
            let api = Link("/api/v1/races/\(result.rulebook.id)/\(result.period.description)")
            let export = visit.inTime(api.appending("claims.csv"))
            return Page(
                title: "\(t(.uncountedClaims)) \(t.period(result.period))", section: .races,
                body: """
                    \(mast)
                    \(Parts.section(
                        t(.uncountedClaims),
                        "<a href=\"\(visit.inTime(here))\">\(t(.standings))</a>",
                        "<p class=\"small\">\(t(.uncountedLead))</p>"
                            + view.page(table, export: export)))
                    """)
        }

        package var claimsCSV: String {
            UncountedClaims(claims: model.uncounted, sight: model.sight, visit: visit).csv
        }

        private var mast: HTML {
            """
            <div class="mast"><div>
            <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/races"))">\
            \(t(.races))</a> › \(result.rulebook.id)</small></nav>
            <h1>\(t.data(t(title))) · <span class="nowrap">\(t.period(result.period))</span></h1>
            <small>\(t(.raceLead(result.standings.lines.count, result.groups.count))) · \
            \(t(.rulebook)) <a href="\(visit.inTime(here.appending("rulebook.yaml")))">\
            \(result.rulebook.version)</a> · \(standsOn)</small>
            </div><div class="small">\(steps)<br>\(bulletin)</div></div>
            \(asOfNote)
            """
        }

        private var bulletin: HTML {
            let page = visit.inTime(here.appending("bulletin"))
            let files = ["docx", "xlsx"].map { ending -> HTML in
                let link = visit.inTime(here.appending("bulletin.\(ending)"))
                return " <a href=\"\(link)\" download>\(ending.uppercased())</a>"
            }
            return "<a href=\"\(page)\">\(t(.bulletin))</a>\(files)"
        }

        /// Said where the page looks from an earlier record than the last.
        private var asOfNote: HTML {
            guard let asOf = model.asOf else { return .empty }
            let latest = visit.link(here)
            return """
                <p class="note">\(t.sentence(.lookingFrom, [visit.record(asOf)])) \
                <a href="\(latest)">\(t(.backToLatest))</a></p>
                """
        }

        private var standings: StandingsView {
            StandingsView(
                result: result.summary, before: model.before, sight: model.sight, visit: visit)
        }

        private var standsAside: HTML? {
            model.before.map { t.sentence(.movementSince, ["\(t.period($0.period))"]) }
        }

        private var history: RaceHistory {
            RaceHistory(summaries: model.history, sight: model.sight, visit: visit)
        }

        private var standsOn: HTML {
            let last = result.prepared.counted - 1
            return last < 0 ? "" : "\(t(.factsUpTo)) \(visit.record(last))"
        }

        private var steps: HTML {
            let places = model.periods
            let here = places.firstIndex(of: result.period)
            let before = here.flatMap { places.indices.contains($0 + 1) ? places[$0 + 1] : nil }
            let after = here.flatMap { $0 > 0 ? places[$0 - 1] : nil }
            return """
                ‹ \(before.map { link(to: $0, t.period($0)) }) &nbsp; \
                <b>\(t.period(result.period))</b> &nbsp; \
                \(after.map { link(to: $0, t.period($0)) }) ›
                """
        }

        private func link(to period: Period, _ words: String) -> HTML {
            let link = visit.inTime("/races/\(result.rulebook.id)/\(period.description)")
            return "<a href=\"\(link)\">\(words)</a>"
        }

        private var uncounted: HTML {
            let all = visit.inTime(here.with("view", "claims"))
            let view = UncountedClaims(claims: model.uncounted, sight: model.sight, visit: visit)
            return Parts.section(
                t(.uncountedClaims), "<a href=\"\(all)\">\(t.count(model.uncounted.count))</a>",
                view.excerpt(8, all: all))
        }

        /// Every period that can be looked at, by year.
        private var months: HTML {
            let years = Set(model.periods.map(\.year)).sorted(by: >)
            let rows = years.map { year -> HTML in
                let links = model.periods.reversed().filter { $0.year == year }.map { period in
                    let words =
                        period.unit == .month
                        ? t.monthName(period.firstMonth) : t.period(period)
                    return period == result.period
                        ? "<li><b aria-current=\"true\">\(words)</b></li>"
                        : "<li>\(link(to: period, words))</li>" as HTML
                }
                return """
                    <li><b>\(t(Phrase("\(year)年", "\(year)")))</b><ul>\(links)</ul></li>
                    """
            }
            return "<ul class=\"months\">\(rows)</ul>"
        }

        private var chooser: HTML {
            """
            <form class="filter" method="get" action="/races/\(result.rulebook.id)">\
            \(visit.languageField)
            <label>\(t(.period))<input name="period" value="\(result.period.description)" \
            required maxlength="7" pattern="[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?" \
            title="2024, 2024-H1, 2024-Q3, 2024-10"></label>
            <label>\(t(.asOfRecord)) (\(t(.asOfNow)))<input name="as_of" inputmode="numeric" \
            pattern="[0-9]{1,15}" value="\(visit.query["as_of"] ?? "")"></label>
            <button type="submit">\(t(.apply))</button></form>
            """
        }
    }
}
