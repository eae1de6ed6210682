import ArgumentParser
import CityHall

struct FactsCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: SpokenLanguage.present.of(
            zh: "某期间赛马所用的数据（规范 JSON）", en: "the facts a race would use, as canonical JSON"),
        discussion: SpokenLanguage.present.of(
            zh: "输出即是被哈希的字节，末尾没有换行。",
            en: "What is printed is what is hashed: no line's end follows."))

    @OptionGroup var race: RaceOptions

    @Flag(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "规范 JSON（总是如此）", en: "canonical JSON, as always")))
    var json = false

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        try Terminal.write(try race.prepare().factsBytes)
        return .done
    }
}
