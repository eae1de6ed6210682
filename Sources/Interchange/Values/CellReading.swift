import Delivery
import JSON
import Rulebook

/// Turns a cell into a value of a field.
struct CellReading {
    let field: FieldMapping
    let names: NameIndex
    let files: EvidenceFolder

    enum Outcome {
        case value(JSON)
        /// A day that stands for a span or for 月底: the cell names none.
        case impreciseDay(JSON)
        case omitted
        case problem(Problem)
    }

    /// What is known beside the cell itself.
    struct Context {
        /// The year of a date that names none.
        var year: Int?
    }

    struct Problem {
        var code: ImportIssue.Code
        var words: Words
        /// What the mapping says to do about a value of this kind.
        var policy: FieldMapping.Policy
    }

    func read(_ input: CellInput, _ context: Context) -> Outcome {
        let text = input.text
        if text.isEmpty || field.blanks.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
            let problem = Problem(
                code: .cellBlank,
                words: Words(
                    zh: "空白；请填写，或在映射中写 blank:",
                    en: "blank; fill it in, or say blank: in the mapping"),
                policy: field.blank)
            return settle(.problem(problem), text)
        }
        if case .error = input.origin { return settle(broken(input), text) }
        return settle(value(field.reading, input, context), text)
    }

    private func settle(_ outcome: Outcome, _ text: String) -> Outcome {
        guard case .problem(let problem) = outcome else { return outcome }
        switch problem.policy {
        case .refuse: return outcome
        case .omit: return .omitted
        case .use(let value): return .value(value)
        case .keep(let reason):
            return .value(
                .object([
                    JSON.Member("unknown", .string(reason.rawValue)),
                    JSON.Member("source", .string(text)),
                ]))
        }
    }

    private func broken(_ input: CellInput) -> Outcome {
        input.isUncalculated
            ? unknown(
                .cellUnreadable, zh: "公式没有保存结果；请在电子表格软件中打开并保存后再导入",
                en: "is a formula whose value the file does not keep; open and save it in a "
                    + "spreadsheet program")
            : unknown(
                .cellUnreadable, zh: "公式出错；请改正", en: "is an error of a formula; mend it")
    }

    func value(_ reading: Reading, _ input: CellInput, _ context: Context) -> Outcome {
        let text = input.text
        switch reading {
        case .text(let prefix): return .value(.string(prefix + text))
        case .date(let reading): return day(input, reading, context)
        case .month(let reading): return month(input, reading, context)
        case .period(let reading): return period(input, reading, context)
        case .money(let reading): return money(text, reading)
        case .number(let reading): return number(text, reading)
        case .figure(let reading): return figure(text, reading)
        case .integer(let reading, let range): return integer(text, reading, range)
        case .boolean(let yes, let no): return boolean(input, yes, no)
        case .code(let entries): return code(text, entries)
        case .organization(let kind): return organization(text, kind)
        case .project: return project(text)
        case .indicator: return indicator(text)
        case .shares: return shares(text)
        case .evidence: return evidence(text)
        case .list(let separators, let reading):
            return several(text, separators, reading, context)
        }
    }

    private func boolean(_ input: CellInput, _ yes: [String], _ no: [String]) -> Outcome {
        if case .boolean(let value) = input.origin { return .value(.bool(value)) }
        if yes.contains(where: { $0.utf8.elementsEqual(input.text.utf8) }) {
            return .value(.bool(true))
        }
        if no.contains(where: { $0.utf8.elementsEqual(input.text.utf8) }) {
            return .value(.bool(false))
        }
        return unknown(
            .cellUnreadable, zh: "应为 \((yes + no).joined(separator: "、"))",
            en: "must be one of \((yes + no).joined(separator: ", "))")
    }

    func unknown(_ code: ImportIssue.Code, zh: String, en: String) -> Outcome {
        .problem(Problem(code: code, words: Words(zh: zh, en: en), policy: field.unknown))
    }

    func outside(zh: String, en: String) -> Outcome {
        .problem(
            Problem(code: .outOfRange, words: Words(zh: zh, en: en), policy: field.outside))
    }
}
