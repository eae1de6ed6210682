import ArgumentParser
import CityHall
import Rulebook
import RulebookJSON
import RulebookYAML

struct ScoreCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: SpokenLanguage.present.of(
            zh: "用规则文件为数据文件评分，不需要数据目录",
            en: "score a file of facts by a rulebook's file; needs no data directory"))

    private static let largestRulebook = 1 << 20
    private static let largestFacts = 4 << 30

    @Argument(help: ArgumentHelp(valueName: "RULEBOOK.yaml")) var rulebook: String
    @Argument(help: ArgumentHelp(valueName: "FACTS.json")) var facts: String
    @OptionGroup var output: StandingsOptions
    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        let rulebookBytes = try InputFile.read(rulebook, atMost: ScoreCommand.largestRulebook)
        let rules = try Rulebook(yaml: rulebookBytes, file: rulebook)
        let factsBytes = try InputFile.read(facts, atMost: ScoreCommand.largestFacts)
        let facts = try Facts(json: factsBytes, file: facts)
        let scored = try ScoredRace(
            rules, rulebookBytes, facts, factsBytes, traces: output.trace)
        try output.print(scored, rules, facts, talk.language)
        return .done
    }
}
