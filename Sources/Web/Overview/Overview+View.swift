import Delivery
import Ledger
import Rulebook

extension Overview {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var sight: Sight { model.sight }
        private var city: City { sight.city }

        package var page: Page {
            Page(
                title: t(.overview), section: .overview,
                body: """
                    <div class="mast"><div><h1>\(title)</h1><small>\(standsOn)</small></div></div>
                    \(lede)
                    \(stages)
                    <div class="grid cols"><div>\(race)</div>
                    <div>\(watch)\(records)</div></div>
                    """)
        }

        private var title: HTML {
            let name = city.settings.map { t.data(t($0.name)) } ?? "\(t(.noCityYet))"
            guard let day = city.day else { return name }
            return "\(name) · <span class=\"nowrap\">\(t.day(day))</span>"
        }

        private var standsOn: HTML {
            guard city.size > 0 else { return "\(t(.ledgerEmpty))" }
            let size: HTML = "<a href=\"\(visit.link("/ledger"))\">\(t.count(city.size))</a>"
            let signed: HTML =
                model.checkpoint.map { "\(t(.signedUpTo(t.count($0.size))))" }
                ?? "\(t(.noCheckpoint))"
            return "\(t(.ledgerHolds)) \(size) \(t(.recordsUnit)) · \(signed)"
        }

        /// What stands out, in a sentence made of counts and of the race.
        private var lede: HTML {
            guard city.size > 0 else {
                return """
                    <div class="empty"><p>\(t(.emptyCity))</p><p>\(t(.emptyCityAdvice))</p></div>
                    """
            }
            var sentences: [HTML] = []
            let pending = visit.link("/projects").with("pending", "1")
            let projects = visit.link("/projects")
            sentences.append(
                t.sentence(
                    .projectsStand,
                    ["<a href=\"\(projects)\">\(t.count(sight.projects.rows.count))</a>"]))
            if model.pendingCount > 0 {
                sentences.append(
                    t.sentence(
                        .claimsWait, ["<a href=\"\(pending)\">\(t.count(model.pendingCount))</a>"]))
            }
            if let race = model.race {
                for group in race.groups {
                    guard let first = group.lines.first, first.rank == 1 else { continue }
                    sentences.append(
                        t.sentence(.leadsGroup, [t.data(group.name), unit(first, race)]))
                }
            }
            let comma: HTML = t.language == .zh ? "；" : "; "
            let stop: HTML = t.language == .zh ? "。" : "."
            return "<p class=\"lede\">\(HTML.joined(sentences, by: comma).capitalized)\(stop)</p>"
        }

        private func unit(_ line: Standings.Line, _ race: RaceResult) -> HTML {
            let link = visit.link(
                "/races/\(race.rulebook.id)/\(race.period.description)/\(line.unit)")
            let name =
                OrganizationID(line.unit).flatMap { city.organizations[$0] }.map(t.name)
                ?? t.data(line.unit)
            return "<a href=\"\(link)\">\(name)</a>"
        }

        private var stages: HTML {
            .joined(
                model.tracks.map { track in
                    let list = visit.link("/projects").with("track", track.track.rawValue)
                    let figures = track.counts.map { stage, count -> HTML in
                        let link = list.with("stage", stage?.rawValue)
                        return """
                            <div class="figure"><b>\(stage.map { t($0.words) } ?? t(.noStage))</b>\
                            <a class="fig" href="\(link)">\(t.count(count))</a></div>
                            """
                    }
                    return Parts.section(
                        "\(t(track.track.words))",
                        "<a href=\"\(list)\">\(t.count(track.total))</a>",
                        "<div class=\"figures\">\(figures)</div>")
                })
        }

        private var race: HTML {
            guard let race = model.race else {
                let reason = model.raceRefused ?? .noRulebook
                let advice: HTML =
                    model.raceRefused == nil ? "<p>\(t(.noRulebookAdvice))</p>" : ""
                return Parts.section(
                    t(.races), nil,
                    "<div class=\"empty\"><p>\(t.data(t(reason)))</p>\(advice)</div>")
            }
            let title = RaceResult.words(race.rulebook.title, or: race.rulebook.id)
            let link = visit.link("/races/\(race.rulebook.id)/\(race.period.description)")
            let view = StandingsView(
                result: race.summary, before: model.before, sight: sight, visit: visit)
            return """
                <section><header><h2><a href="\(link)">\(t.data(t(title)))</a></h2>\
                <small>\(t.period(race.period)) · \(t(.rulebook)) \(race.rulebook.version) · \
                <a href="\(link)">\(t(.verifyRace))</a></small></header>
                \(view.html)</section>
                """
        }
    }
}
