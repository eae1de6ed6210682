/// What amounts are counted in, as Chinese sheets say it in heads and cells.
enum MoneyUnit {
    /// Longest first, so that `亿` is not found in `万亿`. Powers of ten of a yuan.
    private static let powers: [(word: String, exponent: Int)] = [
        ("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5),
        ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
    ]
    private static let foreign = ["美元", "欧元", "日元", "港元", "英镑", "韩元", "卢布", "港币", "美金"]

    /// Takes the unit off the end of an amount: `3000万元`, `1.2亿`, `12元`.
    ///
    /// - Returns: the rest and the power of ten of a yuan; nil where no unit ends the text.
    static func cut(_ text: String) -> (rest: String, exponent: Int)? {
        var rest = Trimming.trimmed(text)
        for word in ["人民币", "RMB", "CNY"] where rest.hasSuffix(word) {
            rest = String(rest.dropLast(word.count))
        }
        let isYuan = rest.hasSuffix("元") || rest.hasSuffix("圆")
        if isYuan { rest = String(rest.dropLast()) }
        if let power = powers.first(where: { rest.hasSuffix($0.word) }) {
            return (Trimming.trimmed(String(rest.dropLast(power.word.count))), power.exponent)
        }
        return isYuan ? (Trimming.trimmed(rest), 0) : nil
    }

    enum Stated: Equatable {
        case none
        case one(Int)
        /// More than one, or another currency's.
        case unclear
    }

    /// The unit that a head names: `总投资（亿元）`, `完成额/万元`. A bare `元` counts only in brackets or
    /// at the end: 元 is also a part of other words.
    static func stated(in head: String) -> Stated {
        var text = NameForm.folded(head)
        if foreign.contains(where: text.contains) { return .unclear }
        var found: Set<Int> = []
        for power in powers where text.contains(power.word + "元") {
            found.insert(power.exponent)
            text = text.replacing(power.word + "元", with: "|")
        }
        for power in powers where text.contains("(\(power.word))") { found.insert(power.exponent) }
        let bare = ["(元)", "[元]", "单位:元", "/元", "人民币元"]
        if bare.contains(where: text.contains) { found.insert(0) }
        if found.isEmpty { return .none }
        return found.count == 1 ? .one(found.first ?? 0) : .unclear
    }

    /// The unit that stands above a sheet: `单位：万元`.
    static func stated(above lines: [String]) -> Stated {
        let named = lines.map(NameForm.folded).filter { $0.contains("单位") }
        let found: [Stated] = named.map { line in
            let after = line.split(separator: "单位").last.map(String.init) ?? line
            return stated(in: "单位" + after)
        }.filter { $0 != Stated.none }
        guard let first = found.first else { return .none }
        return found.allSatisfy { $0 == first } ? first : .unclear
    }

    static func word(_ exponent: Int) -> String {
        let power = powers.first { $0.exponent == exponent }?.word ?? (exponent == 0 ? "" : "?")
        return power + "元"
    }
}
