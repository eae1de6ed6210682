import CityHall
import Delivery
import Rulebook

extension ReckoningPage {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        var t: Localizer { visit.t }
        var result: RaceResult { model.result }
        var line: Standings.Line { model.line }
        private var race: Link { "/races/\(result.rulebook.id)/\(result.period.description)" }
        var here: Link { race.appending(line.unit) }

        package var page: Page {
            let plain =
                OrganizationID(line.unit).map { model.sight.plainName($0, t) } ?? line.unit
            return Page(
                title: "\(plain) \(t.period(result.period))", section: .races,
                body: """
                    <div class="mast"><div>
                    <nav aria-label="\(t(.breadcrumbs))"><small>\
                    <a href="\(visit.link("/races"))">\(t(.races))</a> › \
                    <a href="\(visit.inTime(race))">\(t.period(result.period))</a> › \
                    \(t.data(line.group))</small></nav>
                    <h1>\(heading)</h1></div>
                    <div class="small">\(t(.rulebook)) \
                    <a href="\(visit.inTime(race.appending("rulebook.yaml")))">\
                    \(result.rulebook.version)</a> · \(t(.factsUpTo)) \
                    \(visit.record(max(0, result.prepared.counted - 1)))</div></div>
                    \(asOfNote)
                    \(lede)
                    \(Parts.section(t(.whereEveryPoint), "\(t(.openOne))", table))
                    \(details)
                    \(uncounted)
                    \(Parts.section(t(.whyThisRank), nil, rank))
                    """)
        }

        private var asOfNote: HTML {
            guard let asOf = model.asOf else { return .empty }
            return """
                <p class="note">\(t.sentence(.lookingFrom, [visit.record(asOf)])) \
                <a href="\(visit.link(here))">\(t(.backToLatest))</a></p>
                """
        }

        private var uncounted: HTML {
            let all = visit.inTime(race.with("view", "claims"))
            let claims = UncountedClaims(
                claims: model.uncounted, sight: model.sight, visit: visit, isOfOneUnit: true)
            return Parts.section(
                t(.uncountedClaims), "<a href=\"\(all)\">\(t(.ofTheWholeRace))</a>",
                claims.excerpt(50, all: all))
        }

        func name(_ unit: String) -> HTML {
            OrganizationID(unit).flatMap { model.sight.city.organizations[$0] }.map(t.name)
                ?? t.data(unit)
        }

        private var heading: HTML {
            let total = result.standings.totalText(of: line) ?? "–"
            guard let rank = line.rank else {
                return "\(name(line.unit)) <span class=\"nowrap\">\(t(.notScored))</span>"
            }
            return
                "\(name(line.unit)) <span class=\"nowrap\">\(t(.rankAndTotal(rank, total)))</span>"
        }

        /// What changed since the period before, and how far the neighbours are.
        private var lede: HTML {
            var sentences: [HTML] = []
            if line.veto { sentences.append("\(t(.vetoExplained))") }
            if let change = model.changeOfTotal {
                sentences.append("\(t(.totalChanged(signed(change))))\(changes)")
            }
            for comparison in model.reckoning.rank?.comparisons ?? [] {
                guard let last = comparison.criteria.last, let own = last.own,
                    let theirs = last.theirs
                else { continue }
                let gap = (own - theirs).magnitude.text(places: 2, fixed: true)
                let phrase: Phrase =
                    switch comparison.outcome {
                    case .ahead: .aheadOf(gap)
                    case .behind: .behindOf(gap)
                    case .tied: .tiedWith
                    }
                let link = visit.inTime(race.appending(comparison.unit))
                sentences.append(
                    t.sentence(phrase, ["<a href=\"\(link)\">\(name(comparison.unit))</a>"]))
            }
            guard !sentences.isEmpty else { return .empty }
            let comma: HTML = t.language == .zh ? "；" : "; "
            let stop: HTML = t.language == .zh ? "。" : "."
            return "<p class=\"lede\">\(HTML.joined(sentences, by: comma).capitalized)\(stop)</p>"
        }

        /// The three indicators that moved the total most.
        private var changes: HTML {
            let moved = model.reckoning.indicators.compactMap { indicator -> (HTML, Rational)? in
                guard let change = model.change(of: indicator.id), !change.isZero else {
                    return nil
                }
                let title = t.data(t(result.title(of: indicator.id)))
                return ("<a href=\"\(open(indicator.id))\">\(title)</a> \(signed(change))", change)
            }
            let most = moved.sorted { $1.1.magnitude < $0.1.magnitude }.prefix(3).map(\.0)
            guard !most.isEmpty else { return .empty }
            let colon: HTML = t.language == .zh ? "：" : ": "
            return colon + HTML.joined(most, by: "\(t(.listComma))")
        }

        func signed(_ number: Rational) -> String {
            let text = t.decimal(number.text(places: 2, fixed: true))
            return number.isPositive ? "+" + text : text
        }

        /// This page with an indicator opened.
        func open(_ indicator: String) -> Link {
            visit.link(here.with(visit.query.without("rows").with("show", indicator)))
                .at(indicator)
        }

        private var rank: HTML {
            guard let rank = model.reckoning.rank else {
                return "<p>\(t(.notScored))</p>"
            }
            let rows = rank.comparisons.flatMap { comparison in
                comparison.criteria.map { criterion -> HTML in
                    let link = visit.inTime(race.appending(comparison.unit))
                    return """
                        <tr><th scope="row"><a href="\(link)">\(name(comparison.unit))</a></th>\
                        <td>\(criterionName(criterion.name))</td>\
                        <td class="num">\(criterion.own?.text(places: 6) ?? "–")</td>\
                        <td class="num">\(criterion.theirs?.text(places: 6) ?? "–")</td>\
                        <td>\(t(Self.outcome(comparison.outcome)))</td></tr>
                        """
                }
            }
            return """
                <p>\(t(.rankAmong(rank.rank, rank.among)))</p>
                <div class="scroll" tabindex="0"><table><thead><tr>\
                <th scope="col">\(t(.comparedWith))</th><th scope="col">\(t(.by))</th>\
                <th scope="col" class="num">\(t(.own))</th>\
                <th scope="col" class="num">\(t(.theirs))</th>\
                <th scope="col">\(t(.outcome))</th></tr></thead><tbody>\(rows)</tbody></table></div>
                """
        }

        private func criterionName(_ name: String) -> HTML {
            if name == "total" { return "\(t(.totalScore))" }
            if name == "veto" { return "\(t(.vetoed))" }
            return t.data(t(result.title(of: String(name.dropFirst("score.".count)))))
        }

        private static func outcome(_ outcome: Reckoning.Comparison.Outcome) -> Phrase {
            switch outcome {
            case .ahead: Phrase("在前", "ahead")
            case .behind: Phrase("在后", "behind")
            case .tied: Phrase("并列", "tied")
            }
        }
    }
}
