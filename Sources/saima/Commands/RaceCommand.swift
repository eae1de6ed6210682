import ArgumentParser
import CityHall
import Delivery
import Rulebook

struct RaceCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "race",
        abstract: SpokenLanguage.present.of(
            zh: "按规则计算某期间的积分与名次", en: "scores and ranks of a period"))

    @OptionGroup var race: RaceOptions
    @OptionGroup var output: StandingsOptions
    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        let prepared = try race.prepare()
        let scored = try prepared.score(traces: output.trace)
        try output.print(
            scored, prepared.rulebook, prepared.facts, talk.language, names: names(prepared))
        return .done
    }

    /// Facts name units in Chinese; the city knows them in English too.
    private func names(_ prepared: PreparedRace) -> [String: String] {
        guard talk.language == .en else { return [:] }
        var names: [String: String] = [:]
        for unit in prepared.facts.units {
            let known = OrganizationID(unit.id).flatMap { prepared.city.organizations[$0] }
            names[unit.id] = known?.nameEn
        }
        return names
    }
}
