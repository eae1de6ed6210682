import Delivery
import JSON

/// Values that are names of something: codes, organizations, projects, and lists of them.
extension CellReading {
    func code(_ text: String, _ entries: [CodeEntry]) -> Outcome {
        guard let entry = entry(text, entries) else {
            let known = entries.map(\.text)
            let near = Nearest.choice(to: text, among: known)
            let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
            return problem(
                .codeUnknown,
                zh: "不在代码表中" + (near.map { "，是否为“\($0)”？" } ?? "(\(list))")
                    + "；请改正，或在映射的 values: 中加上",
                en: "is not in the list"
                    + (near.map { ", did you mean \"\($0)\"?" } ?? " (\(list))")
                    + "; mend it, or add it to values: in the mapping")
        }
        switch entry.outcome {
        case .use(let value): return .value(value)
        case .omit: return .omitted
        case .refuse, .keep:
            return .problem(
                Problem(
                    code: .codeUnknown, words: Words(zh: "不被接受", en: "is not accepted"),
                    policy: entry.outcome))
        }
    }

    /// To the letter; else the only one that is written the same but for spaces and wide signs.
    private func entry(_ text: String, _ entries: [CodeEntry]) -> CodeEntry? {
        if let exact = entries.first(where: { $0.text.utf8.elementsEqual(text.utf8) }) {
            return exact
        }
        let folded = NameForm.folded(text)
        let alike = entries.filter { NameForm.folded($0.text).utf8.elementsEqual(folded.utf8) }
        return alike.count == 1 ? alike[0] : nil
    }

    func organization(_ text: String, _ kind: OrganizationKind?) -> Outcome {
        let found = names.organizations(text, kind: kind)
        if found.count == 1 { return .value(.string(found[0].text)) }
        guard found.isEmpty else {
            let ids = found.map(\.text).joined(separator: ", ")
            return problem(
                .organizationAmbiguous, zh: "有 \(found.count) 个组织叫这个名字：\(ids)；请改写编号",
                en: "\(found.count) organizations go by this name: \(ids); write the id")
        }
        let near = names.nearestOrganization(to: text)
        return problem(
            .organizationUnknown,
            zh: "没有这个组织" + (near.map { "，是否为“\($0)”？" } ?? "") + "；请改正，或先登记、加别名",
            en: "is no organization here" + (near.map { ", did you mean \"\($0)\"?" } ?? "")
                + "; mend it, or register it or an alias first")
    }

    func project(_ text: String) -> Outcome {
        let found = names.projects(text)
        if found.count == 1 { return .value(.string(found[0].text)) }
        guard found.isEmpty else {
            let ids = found.map(\.text).joined(separator: ", ")
            return problem(
                .projectAmbiguous, zh: "有 \(found.count) 个项目叫这个名字：\(ids)；请改写编号",
                en: "\(found.count) projects go by this name: \(ids); write the id")
        }
        return problem(
            .projectUnknown, zh: "没有这个项目；请改正，或先登记",
            en: "is no project here; mend it, or register it first")
    }

    func indicator(_ text: String) -> Outcome {
        let found = names.indicators(text)
        if found.count == 1 { return .value(.string(found[0].text)) }
        guard found.isEmpty else {
            let ids = found.map(\.text).joined(separator: ", ")
            return problem(
                .indicatorAmbiguous, zh: "有 \(found.count) 个指标叫这个名字：\(ids)；请改写编号",
                en: "\(found.count) indicators go by this name: \(ids); write the id")
        }
        let near = names.nearestIndicator(to: text)
        return problem(
            .indicatorUnknown,
            zh: "没有这个指标" + (near.map { "，是否为“\($0)”？" } ?? "") + "；请改正，或先登记",
            en: "is no indicator here" + (near.map { ", did you mean \"\($0)\"?" } ?? "")
                + "; mend it, or register it first")
    }

    func problem(_ code: ImportIssue.Code, zh: String, en: String) -> Outcome {
        .problem(Problem(code: code, words: Words(zh: zh, en: en), policy: field.unknown))
    }

    /// Each part by itself; the first that is wrong speaks for all.
    func several(
        _ text: String, _ separators: [String], _ reading: Reading, _ context: Context
    ) -> Outcome {
        var parts = [text]
        for separator in separators {
            parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
        }
        var values: [JSON] = []
        for part in parts.map(Trimming.trimmed) where !part.isEmpty {
            switch value(reading, CellInput(text: part), context) {
            case .value(.array(let several)): values += several
            case .value(let one), .impreciseDay(let one): values.append(one)
            case .omitted: continue
            case .problem(let problem):
                var named = problem
                named.words = Words(
                    zh: "“\(part)”\(problem.words.zh)", en: "\"\(part)\" \(problem.words.en)")
                return .problem(named)
            }
        }
        return .value(.array(values))
    }
}
