import ArgumentParser
import CityHall
import Delivery
import Foundation
import Interchange

struct TemplateCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: SpokenLanguage.present.of(
            zh: "写一张可填写的空表，及读回它的映射", en: "write an empty sheet to fill in"),
        discussion: SpokenLanguage.present.of(
            zh: """
                KIND 是下列之一；FILE 以 .xlsx 结尾则写填报表，以 .yaml 结尾则写读回它的映射。
                填好后：saima import FILE.xlsx --mapping template:KIND --data DIR

                """,
            en: """
                KIND is one of these. A FILE ending in .xlsx is the sheet, one ending in .yaml the
                mapping that reads it back. When it is filled in:
                saima import FILE.xlsx --mapping template:KIND --data DIR

                """)
            + Template.all.map { "\($0.kind)  \(SpokenLanguage.present.of($0.words))" }
            .joined(separator: "\n"))

    @Argument(help: ArgumentHelp(valueName: "KIND")) var kind: String

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "写入的文件；已有的文件不会覆盖", en: "the file to write; one that is there is kept"),
            valueName: "FILE.xlsx|FILE.yaml"))
    var output: String

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "数据目录：下拉列表中列出该市的组织、项目、指标和主线",
                en: "a data directory, whose organizations, projects, indicators and lines the "
                    + "lists offer"),
            valueName: "DIR"))
    var data: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "以谁的身份：表中预先填好待其办理的行（recognitions、commitment-updates）",
                en: "for whom: the sheet holds what waits for them (recognitions, "
                    + "commitment-updates)"),
            valueName: "PERSON"),
        transform: PersonArgument.read)
    var person: PersonID?

    @OptionGroup var talk: TalkOptions

    func validate() throws {
        if let data, data.isEmpty || data.utf8.contains(0) {
            throw ValidationError(
                SpokenLanguage.present.of(zh: "--data 不能为空", en: "--data must not be empty"))
        }
        guard Template.named(kind) == nil else {
            return try requireEnding()
        }
        let names = Template.all.map(\.kind)
        let list = names.joined(separator: ", ")
        let near = Nearest.choice(to: kind, among: names)
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "没有“\(kind)”这种填报表，可选：\(list)"
                    + (near.map { "；是否要写 \($0)？" } ?? "") + " [template_unknown]",
                en: "there is no template \"\(kind)\"; there are \(list)"
                    + (near.map { "; did you mean \($0)?" } ?? "") + " [template_unknown]"))
    }

    private func requireEnding() throws {
        let name = output.split(separator: "/").last?.lowercased() ?? ""
        guard ![".xlsx", ".yaml"].contains(where: { name.hasSuffix($0) && name != $0 }) else {
            return
        }
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "“\(output)”的扩展名应为 .xlsx（填报表）或 .yaml（映射）[output_ending_unknown]",
                en: "\"\(output)\" must end in .xlsx (the sheet) or .yaml (its mapping) "
                    + "[output_ending_unknown]"))
    }

    func carryOut() async throws -> CommandStatus {
        guard let template = Template.named(kind) else { return .refused }
        let directory = data.map { DataDirectory($0) }
        try directory?.requireMade()
        let file = try OutputFile(output, outside: directory)
        guard file.present(1) == nil else {
            throw Complaint(
                "output_exists", zh: "\(output) 已经存在，可能填有数据，不会覆盖；请换一个文件名",
                en: "\(output) is there already and may be filled in, so it is kept; "
                    + "name another file")
        }
        if output.lowercased().hasSuffix(".yaml") {
            _ = try file.write(Array(template.mappingText.utf8))
        } else {
            let city = try directory.map { try CityLoader(try $0.openReader()).load().city }
            let rows = try rows(of: template, city, directory)
            _ = try file.fill(mode: 0o666) { draft in
                try template.write(
                    to: URL(filePath: draft), lists: city.map { TemplateLists($0) } ?? .init(),
                    rows: rows)
            }
        }
        Terminal.tell(
            talk.language.of(
                zh: "已写入 \(output)；导入时写 --mapping \(template.mappingName)",
                en: "wrote \(output); import it with --mapping \(template.mappingName)"))
        return .done
    }

    /// What waits for the person, where the sheet holds such a thing and a person is named.
    private func rows(
        of template: Template, _ city: City?, _ directory: DataDirectory?
    ) throws -> [FilledRow] {
        guard let filling = template.filling else { return [] }
        guard let city, let directory, let person else {
            Terminal.tell(
                talk.language.of(
                    zh: "写明 --data 和 --as，表中就会填好待该人员办理的行",
                    en: "with --data and --as it would hold what waits for that person"))
            return []
        }
        guard let actor = city.actor(person) else {
            throw Complaint(
                "person_unknown", zh: "没有人员“\(person)”，请先任命",
                en: "there is no person \"\(person)\"; appoint them first")
        }
        let notes = directory.blobs
        let holding = Holding(city, seenBy: actor) { notes.text(of: $0) }
        let rows = filling(TemplateDesk(holding, for: actor, on: city.today))
        Terminal.tell(
            talk.language.of(
                zh: "填好了 \(rows.count) 行",
                en: "it holds \(rows.count) \(rows.count == 1 ? "row" : "rows")"))
        return rows
    }
}
