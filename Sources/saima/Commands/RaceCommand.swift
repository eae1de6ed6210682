import ArgumentParser
import CityHall

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
        try output.print(scored, prepared.rulebook, prepared.facts, talk.language)
        return .done
    }
}
