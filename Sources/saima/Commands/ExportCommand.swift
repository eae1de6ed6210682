import ArgumentParser

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: SpokenLanguage.present.of(
            zh: "导出：通报，或全部数据表", en: "export a bulletin, or everything as tables"),
        subcommands: [ExportBulletinCommand.self, ExportTablesCommand.self])
}

/// Where an export goes, the same for all of them.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "写入的文件；已有的同名文件写好后才被替换",
                en: "the file to write; one that is there is replaced once the new one is whole"),
            valueName: "FILE"))
    var output: String

    /// The ending of the name, one of those given.
    func requireEnding(_ endings: [String]) throws {
        let name = output.split(separator: "/").last ?? ""
        let lower = name.lowercased()
        let isKnown = endings.contains { lower.hasSuffix("." + $0) && lower.count > $0.count + 1 }
        guard !isKnown else { return }
        let list = endings.map { "." + $0 }
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "“\(output)”的扩展名应为 \(list.joined(separator: "、")) [output_ending_unknown]",
                en: "\"\(output)\" must end in \(list.joined(separator: ", ")) "
                    + "[output_ending_unknown]"))
    }

    var ending: String { output.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func tell(replaced: Bool, _ language: SpokenLanguage) {
        Terminal.tell(
            replaced
                ? language.of(
                    zh: "已写入 \(output)，替换了原有的文件", en: "wrote \(output), replacing the one there")
                : language.of(zh: "已写入 \(output)", en: "wrote \(output)"))
    }
}
