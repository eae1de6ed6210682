/// A sentence that promises without saying what will be there: 加快推进, with no number, date or
/// thing to show. It is a warning; nothing is refused for it.
package struct WordingWarning: Sendable, Hashable {
    /// The words that say a direction and no result, in the order of the sentence.
    package var vague: [String]
    package var sentence: String

    package var words: Words {
        let list = vague.joined(separator: "、")
        return Words(
            zh: "“\(sentence)”只有“\(list)”，没有数量、时间或成果；请写明做到什么程度、何时、见到什么",
            en: "\"\(sentence)\" says \(list) and no number, date or thing to show; "
                + "say how much, by when, and what will be there")
    }
}

/// Looks at the wording of a commitment's title and criterion, sentence by sentence.
package enum WordingCheck {
    private static let vague = [
        "推进", "推动", "加快", "加强", "加大", "深化", "强化", "优化", "完善", "提升", "提高", "促进",
        "健全", "落实", "抓好", "做好", "统筹", "着力", "大力", "积极", "promote", "advance",
        "accelerate", "strengthen", "deepen", "improve", "enhance", "optimise", "optimize",
    ]

    /// What can be shown when it is there.
    private static let results = [
        "出台", "印发", "制定", "发布", "签约", "开工", "竣工", "投产", "投用", "建成", "验收", "交付",
        "通车", "开街", "启用", "挂牌", "获批", "批复", "入库", "注册", "清零", "办结", "完工", "上线",
        "报告", "方案", "办法", "细则", "条例", "台账", "平台", "证书", "许可", "合同", "名单", "issue",
        "publish", "sign", "open", "complete", "build", "deliver", "report", "plan", "contract",
        "permit", "platform",
    ]

    private static let times = [
        "年底", "月底", "年内", "季度", "上半年", "下半年", "年前", "每月", "每年", "每周", "monthly",
        "quarterly", "yearly", "by the end",
    ]

    private static let stops: Set<Character> = [
        "。", "；", "！", "？", "\n", ";", "!", "?",
    ]

    /// In the order of the sentences; the same sentence is warned of once.
    package static func warnings(_ texts: String...) -> [WordingWarning] {
        var warnings: [WordingWarning] = []
        for text in texts {
            for sentence in sentences(of: text) {
                guard let warning = warning(of: sentence), !warnings.contains(warning) else {
                    continue
                }
                warnings.append(warning)
            }
        }
        return warnings
    }

    private static func sentences(of text: String) -> [String] {
        text.split { stops.contains($0) }.map { part in
            var part = part.drop(while: \.isWhitespace)
            while part.last?.isWhitespace == true { part.removeLast() }
            return String(part)
        }
    }

    private static func warning(of sentence: String) -> WordingWarning? {
        let lower = sentence.lowercased()
        let found = vague.compactMap { word in
            lower.firstRange(of: word).map { (word, $0.lowerBound) }
        }
        guard !found.isEmpty, !hasNumber(lower), !has(results, lower), !has(times, lower) else {
            return nil
        }
        let inOrder = found.sorted { $0.1 < $1.1 }.map(\.0)
        return WordingWarning(vague: inOrder, sentence: sentence)
    }

    private static func has(_ words: [String], _ text: String) -> Bool {
        words.contains { text.contains($0) }
    }

    /// Digits, half or full width, or a Chinese number that counts something: 二十个, 三项.
    private static func hasNumber(_ text: String) -> Bool {
        let digits: Set<Character> = Set("一二三四五六七八九十百千万亿两")
        let measures: Set<Character> = Set("个项家件户人条座处次倍成亿万套台艘亩吨公平月年天日")
        if text.contains(where: { ("0"..."9").contains($0) || ("０"..."９").contains($0) }) {
            return true
        }
        return zip(text, text.dropFirst()).contains { digits.contains($0) && measures.contains($1) }
            || text.contains("百分之")
    }
}
