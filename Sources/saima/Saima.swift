import ArgumentParser
import Foundation

@main
struct Saima: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saima",
        abstract: SpokenLanguage.present.of(
            zh: "赛马：把承诺变成可核验的交付", en: "Saima: turns what was promised into what is proven"),
        discussion: SpokenLanguage.present.of(
            zh: "退出码：0 完成；1 被拒绝或核验未通过；64 用法有误。",
            en: "Exit status: 0 done; 1 refused or not verified; 64 usage."),
        subcommands: [
            SampleCommand.self, ServeCommand.self, ImportCommand.self, ScoreCommand.self,
            FactsCommand.self, RaceCommand.self, VerifyCommand.self, DoCommand.self,
            CommandsCommand.self, NewCommand.self, ExportCommand.self, TemplateCommand.self,
            PeopleCommand.self,
        ])

    static func main() async {
        Terminal.prepare()
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            if Saima.exitCode(for: error) == .validationFailure {
                let words = SpokenLanguage.present.of(
                    zh: "用法有误；saima help 列出全部命令。", en: "the command line is not right.")
                Terminal.tell("saima: \(words) [usage]")
            }
            Saima.exit(withError: error)
        }
    }
}

/// A command of the line: it ends with a status, or with a complaint that is told to the user.
protocol SaimaCommand: AsyncParsableCommand {
    var talk: TalkOptions { get }
    func carryOut() async throws -> CommandStatus
}

enum CommandStatus: Int32 {
    case done = 0
    case refused = 1
}

extension SaimaCommand {
    func run() async throws {
        let status: CommandStatus
        do {
            status = try await carryOut()
        } catch let error as Terminal.Closed {
            // Nobody reads what is printed any more, so nothing is said about it either.
            _ = error
            throw ExitCode(CommandStatus.refused.rawValue)
        } catch let error as ValidationError {
            throw error
        } catch {
            let complaint = Complaint(error)
            Terminal.tell("saima: \(complaint.text(talk.language))")
            throw ExitCode(CommandStatus.refused.rawValue)
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

struct TalkOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "界面语言，默认按 LANG", en: "the language to speak"),
            valueName: "zh|en"))
    var spoken: SpokenLanguage?

    var language: SpokenLanguage { spoken ?? .present }
}
