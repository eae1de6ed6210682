import ArgumentParser
import Delivery
import Foundation
import JSON

struct DoCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "do",
        abstract: SpokenLanguage.present.of(
            zh: "执行命令，每行一条 JSON；逐行给出回执或拒绝原因",
            en: "carry out commands, a JSON line each; a receipt or a refusal a line"),
        discussion: SpokenLanguage.present.of(
            zh: "一行如 {\"cmd\":\"project.register\"，…，\"key\":\"…\"};key 可省略，同一 key 只执行一次。",
            en: #"A line is {"cmd":"project.register",…,"key":"…"}; "#
                + "the key may be left out, and what has the same key happens once."))

    @Argument(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "文件，- 为标准输入", en: "a file; - is standard input"),
            valueName: "FILE.jsonl"))
    var file: String

    @OptionGroup var place: PlaceOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "以谁的身份；console 为本机操作员",
                en: "who asks; console is whoever stands at the machine"),
            valueName: "PERSON"),
        transform: PersonArgument.read)
    var person: PersonID

    @Flag(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "全部执行，或全部不执行", en: "all or nothing")))
    var atomic = false

    @OptionGroup var talk: TalkOptions

    func carryOut() async throws -> CommandStatus {
        let source = try openSource()
        let desk: any CommandDesk = try await place.directory.openDesk(as: person)
        do {
            let run = OrderRun(desk: desk, source: source)
            let refused = try await atomic ? run.together() : run.oneByOne()
            await desk.close()
            return refused ? .refused : .done
        } catch {
            await desk.close()
            throw error
        }
    }

    private func openSource() throws -> LineSource {
        if file == "-" { return LineSource(STDIN_FILENO, name: "-") }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFile.unreadable(file, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw InputFile.isDirectory(file)
        }
        return LineSource(descriptor, name: file)
    }
}

/// A person named on the command line.
enum PersonArgument {
    static func read(_ text: String) throws -> PersonID {
        guard let person = PersonID(text) else {
            throw ValidationError(
                SpokenLanguage.present.of(
                    zh: "“\(text)”不是人员编号", en: "\"\(text)\" is not a person's id"))
        }
        return person
    }
}

/// Where the city is.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "数据目录", en: "the data directory"), valueName: "DIR"))
    var data: String

    var directory: DataDirectory { DataDirectory(data) }

    func validate() throws {
        guard !data.isEmpty, !data.utf8.contains(0) else {
            throw ValidationError(
                SpokenLanguage.present.of(zh: "--data 不能为空", en: "--data must not be empty"))
        }
    }
}
