import ArgumentParser
import Delivery
import JSON

struct CommandsCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands",
        abstract: SpokenLanguage.present.of(
            zh: "全部命令：字段、可提出者、可能的拒绝、示例",
            en: "every command: its fields, who may, refusals, an example"))

    @Flag(help: ArgumentHelp(SpokenLanguage.present.of(zh: "输出 JSON", en: "print JSON")))
    var json = false

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        if json {
            try Terminal.write(line: CommandKind.catalogue.text(indent: 2))
        } else {
            let language: KeyPath<Words, String> = talk.language == .zh ? \.zh : \.en
            try Terminal.write(line: CommandKind.documentation(in: language))
        }
        return .done
    }
}
