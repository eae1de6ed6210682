import ArgumentParser
import CityHall
import JSON
import Rulebook

/// How standings are printed, the same for `race` and `score`.
struct StandingsOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(SpokenLanguage.present.of(zh: "输出 JSON", en: "print JSON")))
    var json = false

    @Flag(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "附上每个数字的来历", en: "say where every number comes from")))
    var trace = false

    func print(
        _ race: ScoredRace, _ rulebook: Rulebook, _ facts: Facts, _ language: SpokenLanguage,
        names: [String: String] = [:]
    ) throws {
        if json {
            try Terminal.write(line: race.json.text())
        } else {
            let table = StandingsTable(
                race: race, rulebook: rulebook, facts: facts, language: language,
                names: names)
            try Terminal.write(line: table.text)
        }
    }
}
