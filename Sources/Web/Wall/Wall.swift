import Delivery
import Ledger
import Rulebook

/// The wall of the dispatch hall: what the overview answers, large and dark, for people who stand
/// far off and touch nothing. It asks again by itself and changes only where the ledger has grown.
struct Wall {
    var model: Overview.Model
    /// The race's past periods, the earliest first.
    var history: [RaceSummary]
    var visit: Visit

    private var t: Localizer { visit.t }
    private var sight: Sight { model.sight }

    var page: Page {
        Page(title: t(.wall), section: nil, hasCharts: true, body: content)
    }

    private var content: HTML {
        let again = visit.link(Link("/wall").with("seen", String(sight.city.size)))
        return """
            <main id="wall" hx-get="\(again)" hx-trigger="every 10s" hx-select="#wall" \
            hx-swap="outerHTML">
            <header class="wall-head"><h1>\(title)</h1><p>\(standsOn)</p></header>
            \(lede)\(legend)
            <div class="wall-groups">\(groups)</div>
            <div class="wall-foot">\(watch)\(targets)\(records)</div>
            </main>
            """
    }

    private var title: HTML {
        let name = sight.city.settings.map { t.data(t($0.name)) } ?? "\(t(.noCityYet))"
        guard let race = model.race else { return name }
        return "\(name) · <span class=\"nowrap\">\(t.period(race.period))</span>"
    }

    private var standsOn: HTML {
        let day = sight.city.day.map { "\(t.day($0)) · " } ?? ""
        let overview = visit.link("/")
        return """
            \(day)<a href="\(overview)">\(t(.ledgerHolds)) \(t.count(sight.city.size)) \
            \(t(.recordsUnit))</a>
            """
    }

    private var lede: HTML { Overview.View(model: model, visit: visit).lede }

    private var legend: HTML {
        guard let race = model.race else { return .empty }
        return StandingsView(
            result: race.summary, before: nil, sight: sight, visit: visit
        ).legend
    }

    private var groups: [HTML] {
        guard let race = model.race else {
            let reason = model.raceRefused ?? .noRulebook
            return ["<div class=\"empty\"><p>\(t.data(t(reason)))</p></div>"]
        }
        let standings = StandingsView(
            result: race.summary, before: model.before, sight: sight, visit: visit)
        let past = RaceHistory(summaries: history, sight: sight, visit: visit)
        return race.groups.map { group in
            """
            <section><h2>\(t.data(group.name))</h2>\(standings.table(group))\
            \(past.chart(of: group.name))</section>

            """
        }
    }

    private var watch: HTML {
        let words = WatchWords(sight: sight, visit: visit)
        let rows = model.watch.items.prefix(4).map { item -> HTML in
            """
            <tr><td class="fit">\(words.light(item.light))</td><td>\(words.subject(item)) \
            <small>\(words.owner(item)) · \(words.reason(item))</small></td>\
            <td class="num">\(words.time(item))</td></tr>

            """
        }
        let counts = WatchList.Light.allCases.map { light -> HTML in
            """
            <span class="light \(light.rawValue)">\(t(light.words)) \
            \(t.count(model.watch.count(light)))</span>
            """
        }
        let content: HTML =
            rows.isEmpty ? "<p>\(t(.nothingToWatch))</p>" : "<table><tbody>\(rows)</tbody></table>"
        return """
            <section><h2>\(t(.toWatch)) <small>\(HTML.joined(counts, by: " "))</small></h2>\
            \(content)</section>
            """
    }

    private var targets: HTML {
        guard let board = model.targets, !board.measures.isEmpty else { return .empty }
        let words = TargetWords(visit: visit)
        let rows = board.measures.compactMap { measure -> HTML? in
            guard let line = measure.whole ?? measure.units.first else { return nil }
            return """
                <tr><td>\(t.data(t(measure.title)))<br><small>\(words.pace(line))</small></td>\
                <td class="wide-bar">\(words.bullet(line))</td>\
                <td class="num">\(words.amounts(line))</td></tr>

                """
        }
        return """
            <section><h2>\(t(.yearlyTargets)) <small>\(t(.markIsSchedule))</small></h2>\
            <table><tbody>\(rows)</tbody></table></section>
            """
    }

    private var records: HTML {
        let rows = model.recent.prefix(5).map { entry -> HTML in
            let record = entry.record
            let who = OrganizationID(record.org).flatMap { sight.city.organizations[$0] }
                .map { t.name($0) }
            return """
                <tr><td class="fit">\(sight.moment(record.at))</td><td>\(who) \
                <b>\(t(EventWords.of(record.type)))</b> \
                \(sight.subject(of: record, visit))</td></tr>

                """
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <section><h2>\(t(.latestRecords))</h2><table><tbody>\(rows)</tbody></table></section>
            """
    }
}
