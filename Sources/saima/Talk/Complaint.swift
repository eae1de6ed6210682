import Accounts
import CityHall
import Delivery
import Foundation
import Interchange
import JSON
import Ledger
import OpenID
import Reports
import ReportsSQLite
import Rulebook
import Sheets

/// Why a command of the line is not carried out: a stable code, and a sentence in both languages.
struct Complaint: Error {
    var code: String
    var words: Words

    init(_ code: String, zh: String, en: String) {
        self.code = code
        words = Words(zh: zh, en: en)
    }

    /// `no such file: a.yaml [file_missing]`
    func text(_ language: SpokenLanguage) -> String { "\(language.of(words)) [\(code)]" }

    var json: JSON {
        .object([
            .init("code", .string(code)), .init("zh", .string(words.zh)),
            .init("en", .string(words.en)),
        ])
    }
}

extension Complaint {
    /// Whatever went wrong, as a sentence.
    init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let refusal as Refusal: self.init(refusal)
        case let refusal as AccountRefusal:
            self.init(refusal.code.rawValue, zh: refusal.words.zh, en: refusal.words.en)
        case let refusal as OpenIDRefusal:
            self.init(refusal.code.rawValue, zh: refusal.zh, en: refusal.en)
        case let error as LedgerError: self.init(error)
        case let error as RaceRefusal: self.init(error)
        case let problems as Problems: self.init(problems, code: nil)
        case let error as BatchRefusal: self.init(error)
        case let error as JSONError:
            self.init(
                error.code, zh: "第 \(error.line) 行第 \(error.column) 列：\(error.zh)",
                en: "line \(error.line), column \(error.column): \(error.en)")
        case let error as ImportFailure: self.init(error)
        case let problems as MappingProblems: self.init(ImportFailure.mapping(problems))
        case let failure as BulletinFailure: self.init(failure)
        case let error as ArchiveError: self.init(error)
        case let error as WorkbookError: self.init(error)
        case let error as TableFileError: self.init(error)
        case let error as SheetWriteError:
            self.init(error.code.rawValue, zh: error.zh, en: error.en)
        default:
            let reason = error.localizedDescription
            self.init("failed", zh: "未能完成：\(reason)", en: "it could not be done: \(reason)")
        }
    }

    init(_ refusal: Refusal) {
        let field = refusal.field.map { " (\($0))" } ?? ""
        self.init(
            refusal.code.rawValue, zh: refusal.words.zh + field, en: refusal.words.en + field)
    }

    init(_ error: LedgerError) {
        let zh = error.seq.map { "第 \($0) 号记录：" } ?? ""
        let en = error.seq.map { "record \($0): " } ?? ""
        self.init(error.code.rawValue, zh: zh + error.zh, en: en + error.en)
    }

    init(_ batch: BatchRefusal) {
        guard let first = batch.refusals.first else {
            self.init("refused", zh: "命令被拒绝", en: "the commands were refused")
            return
        }
        self.init(first.refusal)
        let place = first.index + 1
        words.zh = "第 \(place) 条命令：\(words.zh)"
        words.en = "command \(place): \(words.en)"
    }

    init(_ problems: Problems, code: String?) {
        let shown = problems.all.prefix(50)
        let rest = problems.all.count - shown.count
        let first = shown.first?.code ?? "refused"
        self.init(
            code ?? first,
            zh: shown.map { "\($0.place): \($0.zh)" }.joined(separator: "\n")
                + (rest > 0 ? "\n另有 \(rest) 处" : ""),
            en: shown.map { "\($0.place): \($0.en)" }.joined(separator: "\n")
                + (rest > 0 ? "\nand \(rest) more" : ""))
    }

    init(_ refusal: RaceRefusal) {
        switch refusal {
        case .rulebookUnknown(let id, let period, let adopted):
            let names = adopted.isEmpty ? "—" : adopted.joined(separator: ", ")
            self.init(
                "rulebook_unknown", zh: "\(period) 没有生效的规则“\(id)”；已采用：\(names)",
                en: "no rulebook \"\(id)\" is in force in \(period); adopted are: \(names)")
        case .rulebookMalformed(let problems): self.init(problems, code: "rulebook_malformed")
        case .factsRefused(let problems): self.init(problems, code: nil)
        case .groupsDiffer(let words): self.init("groups_differ", zh: words.zh, en: words.en)
        case .city(let refusal): self.init(refusal)
        case .ledger(let error): self.init(error)
        }
    }

    init(_ failure: ImportFailure) {
        switch failure {
        case .mapping(let problems):
            self.init(
                problems.code, zh: problems.text(.zh, endsWithCode: false),
                en: problems.text(.en, endsWithCode: false))
        case .sheet(let file, let error):
            self.init(
                error.code.rawValue,
                zh: "\(file)" + (error.place.map { "," + $0.zh } ?? "") + ":\(error.zh)",
                en: "\(file)" + (error.place.map { ", " + $0.en } ?? "") + ": \(error.en)")
        }
    }
}
