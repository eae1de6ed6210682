import ArgumentParser
import CityHall
import Delivery
import Foundation
import Ledger
import LedgerSQLite
import Rulebook

/// Which race is asked for: rules, period, and the record to look from.
struct RaceOptions: ParsableArguments {
    private static let largestRulebook = 1 << 20

    @OptionGroup var place: PlaceOptions

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "已采用规则的编号，或规则文件", en: "an adopted rulebook's id, or a file"),
            valueName: "ID|FILE"))
    var rulebook: String

    @Option(
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "期间，如 2024、2024-H1、2024-Q3、2024-10", en: "such as 2024-10 or 2024-Q3"),
            valueName: "PERIOD"),
        transform: { text in
            guard let period = Period(text) else {
                throw ValidationError(
                    SpokenLanguage.present.of(
                        zh: "“\(text)”不是期间，应如 2024、2024-H1、2024-Q3、2024-10",
                        en: "\"\(text)\" is no period such as 2024, 2024-H1, 2024-Q3, 2024-10"))
            }
            return period
        })
    var period: Period

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            SpokenLanguage.present.of(
                zh: "只看到第 SEQ 号记录（含）为止", en: "look at the records up to and with this one"),
            valueName: "SEQ"))
    var asOf: Int?

    func validate() throws { try RecordNumber.check(asOf) }

    private var isFile: Bool {
        FileManager.default.fileExists(atPath: rulebook) || rulebook.hasSuffix(".yaml")
            || rulebook.hasSuffix(".yml")
    }

    /// What is asked, the city to look at, and its past.
    func look() throws -> (question: RaceQuestion, city: City, history: CityHistory) {
        let rules: RaceQuestion.Rules =
            if isFile {
                .text(
                    try InputFile.read(rulebook, atMost: RaceOptions.largestRulebook),
                    file: rulebook)
            } else {
                .adopted(id: rulebook)
            }
        let reader = try place.directory.openReader()
        let size = try RecordNumber.size(upTo: asOf, in: reader)
        let loaded = try CityLoader(reader).load(upTo: size)
        let question = RaceQuestion(rules: rules, period: period)
        return (question, loaded.city, CityHistory(reader, heads: loaded.heads))
    }

    func prepare() throws -> PreparedRace {
        let (question, city, history) = try look()
        return try question.prepare(city, past: history.city)
    }
}
