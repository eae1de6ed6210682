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
                    <div class="mast"><div><h1>\(title)</h1><small>\(standsOn)</small></div>\
                    <div class="small">\(ways)</div></div>
                    \(lede)
                    \(lines)
                    <div class="grid cols"><div>\(race)\(stages)</div>
                    <div>\(watch)\(targets)\(records)</div></div>
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

        func unit(_ line: Standings.Line, _ race: RaceResult) -> HTML {
            let link = visit.link(
                "/races/\(race.rulebook.id)/\(race.period.description)/\(line.unit)")
            let name =
                OrganizationID(line.unit).flatMap { city.organizations[$0] }.map(t.name)
                ?? t.data(line.unit)
            return "<a href=\"\(link)\">\(name)</a>"
        }

        /// The constructions: what stands on each, and its key figures.
        private var lines: HTML {
            guard let first = city.frames.first else { return .empty }
            return LineBoard(frame: first, sight: sight, visit: visit).html
        }

        /// The race's month before and after, and the wall.
        private var ways: HTML {
            let wall: HTML = "<a href=\"\(visit.link("/wall"))\">\(t(.wall))</a>"
            guard let race = model.race else { return city.size > 0 ? wall : .empty }
            let base = Link("/races/\(race.rulebook.id)")
            let before = model.before.map { before -> HTML in
                let link = visit.link(base.appending(before.period.description))
                return "‹ <a href=\"\(link)\">\(t.period(before.period))</a> &nbsp; "
            }
            let now = visit.link(base.appending(race.period.description))
            return "\(before)<a href=\"\(now)\"><b>\(t.period(race.period))</b></a> · \(wall)"
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
