import ArgumentParser
import CityHall
import Foundation
import LedgerSQLite
import Reports
import ReportsSQLite

struct ExportTablesCommand: SaimaCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: SpokenLanguage.present.of(
            zh: "把城市的全部内容和每期赛马的数据写成 SQLite 数据表",
            en: "write the whole city and every race's facts as tables of an SQLite file"),
        discussion: SpokenLanguage.present.of(
            zh: """
                每行写明所依据的台账记录号；各表各列的含义见 docs/tables.md 和文件内的表 columns。
                已有的同名文件只有也是这样导出的（或为空），才会被替换。
                """,
            en: """
                Each row says which records it stands on; docs/tables.md and the table columns in
                the file say what tables and columns hold. A file that is there is replaced only if
                it was exported like this, or is empty.
                """))

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "只看到第 SEQ 号记录（含）为止", en: "look at the records up to and with this one"),
            valueName: "SEQ"))
    var asOf: Int?

    @OptionGroup var talk: TalkOptions

    func validate() throws {
        try output.requireEnding(["sqlite"])
        try RecordNumber.check(asOf)
    }

    func carryOut() async throws -> CommandStatus {
        try place.directory.requireMade()
        let file = try OutputFile(output.output, outside: place.directory)
        try requireReplaceable(file)
        let reader = try place.directory.openReader()
        let size = try RecordNumber.size(upTo: asOf, in: reader)
        let loaded = try CityLoader(reader).load(upTo: size)
        let source = TableSource(
            loaded.city, head: loaded.head, history: CityHistory(reader, heads: loaded.heads),
            reader: reader)
        defer { Terminal.endProgress() }
        let replaced = try file.fill(mode: 0o600) { draft in
            try TableFile.write(source, to: draft) { Terminal.progress(text(of: $0)) }
        }
        Terminal.endProgress()
        output.tell(replaced: replaced, talk.language)
        return .done
    }

    /// Nobody's database is lost to a mistyped name, nor one that somebody has open.
    private func requireReplaceable(_ file: OutputFile) throws {
        let beside = ["-wal", "-journal"].first(where: file.hasBeside)
        if let beside {
            throw Complaint(
                "output_in_use", zh: "\(output.output)\(beside) 存在，说明该数据库正在使用；请换一个文件名",
                en: "\(output.output)\(beside) is there, so the database is in use; "
                    + "name another file")
        }
        guard let head = file.present(72), !head.isEmpty, !TableFile.isExport(head) else { return }
        throw Complaint(
            "output_not_an_export", zh: "\(output.output) 不是由 saima 导出的数据表，不会覆盖；请换一个文件名",
            en: "\(output.output) was not exported by saima and is not overwritten; "
                + "name another file")
    }

    private func text(of step: CityTables.Step) -> String {
        switch step {
        case .records(let done, let all):
            talk.language.of(zh: "台账记录 \(done)/\(all)", en: "records \(done) of \(all)")
        case .nouns: talk.language.of(zh: "城市", en: "the city")
        case .races(let done, let all):
            talk.language.of(zh: "赛马 \(done)/\(all)", en: "races \(done) of \(all)")
        }
    }
}
