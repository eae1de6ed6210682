import Delivery
import Rulebook

extension RaceList {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }

        package var page: Page {
            Page(
                title: t(.races), section: .races,
                body: """
                    <div class="mast"><div><h1>\(t(.races))</h1>
                    <small>\(t(.racesLead))</small></div></div>
                    \(list)
                    """)
        }

        private var list: HTML {
            guard !model.races.isEmpty else {
                return """
                    <div class="empty"><p>\(t(.noRulebook))</p><p>\(t(.noRulebookAdvice))</p></div>
                    """
            }
            return .joined(model.races.map(race), by: "\n")
        }

        private func race(_ race: Model.Race) -> HTML {
            let heading = race.versions[0].heading
            let title = heading.title ?? Phrase(heading.id, heading.id)
            let rows = race.versions.map { adopted -> HTML in
                """
                <tr><th scope="row">\(adopted.heading.version)</th><td>\(force(adopted.heading))\
                </td>\
                <td class="num">\(visit.record(adopted.seq))</td></tr>
                """
            }
            return """
                <section><header><h2>\(t.data(t(title)))</h2><small>\(heading.id)</small></header>
                \(periods(race, heading.id))
                <div class="scroll" tabindex="0"><table><thead><tr>\
                <th scope="col">\(t(.version))</th><th scope="col">\(t(.inForce))</th>\
                <th scope="col" class="num">\(t(.record))</th></tr></thead>
                <tbody>\(rows)</tbody></table></div></section>
                """
        }

        private func periods(_ race: Model.Race, _ id: String) -> HTML {
            var period = race.latestPeriod
            var links: [HTML] = []
            while let one = period, links.count < 12,
                model.sight.city.rulebook(id, inForceOn: one.end) != nil
            {
                let link = visit.link("/races/\(id)/\(one.description)")
                links.append("<li><a href=\"\(link)\">\(t.period(one))</a></li>")
                period = one.previous
            }
            return "<ul class=\"ways\">\(links)</ul>"
        }

        private func force(_ heading: RulebookHeading) -> HTML {
            let from = heading.effectiveFrom.map(t.day) ?? "…"
            let until = heading.effectiveUntil?.adding(days: -1).map(t.day) ?? "…"
            return "\(from) – \(until)"
        }
    }
}
