import Delivery
import JSON

extension ImportPreview {
    /// For people.
    ///
    /// - Parameter changesShown: of each entity; the rest is counted. Rejected rows are all shown.
    package func text(_ language: PreviewLanguage, changesShown: Int = 20) -> String {
        var lines = [head(language)]
        lines += entities.map { tally($0, language) }
        lines += changeLines(language, shown: changesShown)
        if !unknowns.isEmpty {
            lines.append(language == .zh ? "留作未知：" : "Kept as unknown:")
            lines += unknowns.map { tally in
                let reason = language.of(tally.reason.words)
                return "  \(tally.entity).\(tally.field) · \(reason): \(tally.count)"
            }
        }
        lines += notes.map { "  " + language.of($0.words) }
        lines += section(warnings, language == .zh ? "提醒" : "Warnings", language)
        lines += section(rejected, language == .zh ? "拒绝" : "Rejected", language)
        lines.append(verdict(language))
        return lines.joined(separator: "\n")
    }

    private func head(_ language: PreviewLanguage) -> String {
        if let sheet {
            return language == .zh
                ? "\(file)，按映射 \(mapping)：\(rows) 行，工作表“\(sheet)”"
                : "\(file) by the mapping \(mapping): \(rows) rows, sheet \"\(sheet)\""
        }
        let encoding = encoding ?? ""
        return language == .zh
            ? "\(file)，按映射 \(mapping)：\(rows) 行，编码 \(encoding)"
            : "\(file) by the mapping \(mapping): \(rows) rows, \(encoding)"
    }

    private func tally(_ tally: EntityTally, _ language: PreviewLanguage) -> String {
        let name = language.of(tally.words)
        return language == .zh
            ? "  \(name)：新增 \(tally.new)，变更 \(tally.changed)，不变 \(tally.unchanged)"
            : "  \(name): \(tally.new) new, \(tally.changed) changed, \(tally.unchanged) unchanged"
    }

    private func changeLines(_ language: PreviewLanguage, shown: Int) -> [String] {
        let changed = changes.filter { !$0.isNew }
        guard !changed.isEmpty else { return [] }
        var lines = [language == .zh ? "变更：" : "Changed:"]
        for change in changed.prefix(shown) {
            lines.append("  \(change.entity) \(change.key)")
            lines += change.fields.map { field in
                "    \(field.field): \(short(field.from)) → \(short(field.to))"
            }
        }
        let rest = changed.count - shown
        if rest > 0 { lines.append(language == .zh ? "  另有 \(rest) 项" : "  and \(rest) more") }
        return lines
    }

    private func short(_ value: JSON?) -> String {
        guard let text = value?.text() else { return "∅" }
        return text.count > 80 ? text.prefix(79) + "…" : text
    }

    private func section(
        _ issues: [ImportIssue], _ title: String, _ language: PreviewLanguage
    ) -> [String] {
        guard !issues.isEmpty else { return [] }
        return ["\(title) \(issues.count):"] + issues.map { "  " + $0.text(language) }
    }

    private func verdict(_ language: PreviewLanguage) -> String {
        if !isAcceptable {
            return language == .zh
                ? "有 \(rejected.count) 处问题，整个文件不予导入。"
                : "\(rejected.count) problems: nothing of this file is taken in."
        }
        if isUnchanged {
            return language == .zh ? "与现有内容相同，没有变化。" : "Nothing would change."
        }
        return language == .zh
            ? "可以导入：\(commands) 条命令，整体生效。"
            : "Ready: \(commands) commands, all or none."
    }
}

extension ImportIssue {
    /// `row 12 (line 14), Forecast Completion "31/31/2019": …`
    package func text(_ language: PreviewLanguage) -> String {
        let isChinese = language == .zh
        var place = isChinese ? "第 \(row) 行" : "row \(row)"
        if line != row { place += isChinese ? "（文件第 \(line) 行）" : " (line \(line))" }
        if let column { place += isChinese ? "“\(column)”" : ", \(column)" }
        if let value {
            let shown = value.count > 60 ? value.prefix(59) + "…" : value
            place += isChinese ? "的值“\(shown)”" : " \"\(shown)\""
        }
        let reason = refusal?.rawValue ?? code.rawValue
        return place + (isChinese ? ":" : ": ") + language.of(words) + " [\(reason)]"
    }
}
