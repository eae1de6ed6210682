import ArgumentParser
import CityHall
import Delivery
import Reports
import Rulebook

struct ExportBulletinCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: SpokenLanguage.present.of(
            zh: "某期“赛马”情况的通报：DOCX 公文、XLSX 工作簿或 HTML 网页",
            en: "the bulletin of a period's race, as a DOCX, XLSX or HTML file"),
        discussion: SpokenLanguage.present.of(
            zh: """
                FILE 的扩展名决定格式：.docx 按 GB/T 9704-2012 排版，.xlsx 每组一张表，.html 可打印。
                发文机关默认为市政府，成文日期默认为台账最近一条记录的日期；同一台账、同样参数，
                导出的文件逐字节相同。
                """,
            en: """
                The ending of FILE says the form: .docx is laid out by GB/T 9704-2012, .xlsx has a
                sheet for each group, .html prints. The city's government issues it, on the day of
                the ledger's latest record, unless told otherwise. The same ledger and options give
                the same bytes.
                """))

    private static let longestText = 60

    @OptionGroup var race: RaceOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "发文字号，如“〔2024〕10号”", en: "the document's number, such as 〔2024〕10号"),
            valueName: "TEXT"))
    var number: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "发文机关", en: "who issues it"), valueName: "TEXT"))
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "成文日期，如 2024-11-06", en: "its date, such as 2024-11-06"),
            valueName: "DAY"),
        transform: { text in
            guard let day = Day(text) else {
                throw ValidationError(
                    SpokenLanguage.present.of(
                        zh: "“\(text)”不是日期，应如 2024-11-06",
                        en: "\"\(text)\" is no day such as 2024-11-06"))
            }
            return day
        })
    var date: Day?

    @Flag(
        help: ArgumentHelp(
            SpokenLanguage.present.of(zh: "写成英文（默认为中文）", en: "write it in English, not Chinese")))
    var english = false

    @OptionGroup var talk: TalkOptions

    func validate() throws {
        try output.requireEnding(["docx", "xlsx", "html"])
        for (name, text) in [("number", number), ("issuer", issuer)] {
            guard let text else { continue }
            let isLine = !text.allSatisfy(\.isWhitespace) && !text.contains(where: \.isNewline)
            guard isLine, text.count <= ExportBulletinCommand.longestText else {
                throw ValidationError(
                    SpokenLanguage.present.of(
                        zh: "--\(name) 应为一行文字，不超过 \(ExportBulletinCommand.longestText) 字",
                        en: "--\(name) is one line of at most "
                            + "\(ExportBulletinCommand.longestText) characters"))
            }
        }
    }

    func carryOut() async throws -> CommandStatus {
        try race.place.directory.requireMade()
        let file = try OutputFile(output.output, outside: race.place.directory)
        let sight = try race.look()
        var head = Bulletin.Head(in: sight.city)
        if let issuer { head.issuer = Words(zh: issuer, en: issuer) }
        if let date { head.date = date }
        head.number = number
        let bulletin = try Bulletin(
            of: sight.question, in: sight.city, past: sight.history, head: head)
        let language: ReportLanguage = english ? .en : .zh
        let bytes =
            switch output.ending {
            case "docx": try bulletin.docx(in: language)
            case "xlsx": try bulletin.xlsx(in: language)
            default: Array(bulletin.html(in: language).utf8)
            }
        output.tell(replaced: try file.write(bytes), talk.language)
        return .done
    }
}
