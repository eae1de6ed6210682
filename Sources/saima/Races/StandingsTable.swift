import CityHall
import JSON
import Rulebook
import RulebookJSON

/// Standings for people: a table for each group, and the reckoning of each line if it was asked
/// for.
struct StandingsTable {
    let race: ScoredRace
    let rulebook: Rulebook
    let facts: Facts
    let language: SpokenLanguage
    /// Of units, in the language, where a city is at hand that knows them.
    var names: [String: String] = [:]

    var text: String {
        let standings = race.standings
        let title = language == .zh ? rulebook.title.zh : rulebook.title.en
        var lines = [
            [title ?? rulebook.title.zh ?? standings.rulebook, standings.period.description]
                .joined(separator: "  "),
            say("规则", "rulebook") + " \(standings.rulebook) \(standings.version)"
                + "  sha256 \(race.rulebookHash)",
            say("数据", "facts") + "  sha256 \(race.factsHash)",
        ]
        var groups: [String] = []
        for line in standings.lines where groups.last != line.group { groups.append(line.group) }
        for group in groups {
            lines += ["", group]
            lines += table(of: standings.lines.filter { $0.group == group })
        }
        for line in standings.lines where line.reckoning != nil { lines += reckoning(of: line) }
        return lines.joined(separator: "\n")
    }

    private func say(_ zh: String, _ en: String) -> String { language.of(zh: zh, en: en) }

    private func name(_ unit: String) -> String {
        names[unit] ?? facts.units.first { $0.id.utf8.elementsEqual(unit.utf8) }?.name ?? unit
    }

    private func title(of indicator: String) -> String {
        let found = rulebook.indicators.first { $0.id.utf8.elementsEqual(indicator.utf8) }
        let title = language == .zh ? found?.title.zh : found?.title.en
        return title ?? indicator
    }

    private func table(of group: [Standings.Line]) -> [String] {
        let indicators = group.first?.scores.map(\.indicator) ?? []
        var table = TextTable(
            [(say("名次", "rank"), .right), (say("地区", "unit"), .left)]
                + [(say("总分", "total"), .right), (say("基础分", "base"), .right)]
                + [(say("加分", "bonus"), .right), (say("扣分", "penalty"), .right)]
                + indicators.map { (title(of: $0), .right) })
        for line in group {
            let veto = line.veto ? say("（否决）", " (veto)") : ""
            table.append(
                [
                    line.rank.map(String.init) ?? "—", name(line.unit) + veto,
                    race.standings.totalText(of: line) ?? "—",
                    line.base.text(places: 2, fixed: true),
                    line.bonus.text(places: 2, fixed: true),
                    line.penalty.text(places: 2, fixed: true),
                ] + line.scores.map { $0.earned?.points.text(places: 2, fixed: true) ?? "—" })
        }
        return table.lines
    }

    /// What the line's numbers come from, as an outline of its trace.
    private func reckoning(of line: Standings.Line) -> [String] {
        let all = race.json["standings"]?.arrayValue ?? []
        let found = all.first {
            $0["unit"]?.stringValue?.utf8.elementsEqual(line.unit.utf8) == true
        }
        var lines = ["", say("计算依据：", "Reckoning of ") + name(line.unit)]
        if let trace = found?["trace"] { lines += Outline(trace).lines(indent: 2) }
        for score in line.scores {
            guard let trace = found?["scores"]?[score.indicator]?["trace"] else { continue }
            lines.append("  " + title(of: score.indicator))
            lines += Outline(trace).lines(indent: 4)
        }
        return lines
    }
}
