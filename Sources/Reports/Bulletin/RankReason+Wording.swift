import Delivery
import Rulebook

extension RankReason {
    /// One line, such as 投资序时完成率落后12.34分.
    ///
    /// - Parameter name: what an indicator is called.
    package func text(in language: ReportLanguage, name: (String) -> String) -> String {
        switch self {
        case .vetoed: return language.of(zh: "一票否决", en: "vetoed")
        case .notScored: return language.of(zh: "没有适用的指标", en: "no indicator applies")
        case .nothingEarned: return language.of(zh: "各项均未得分", en: "nothing earned")
        case .alone: return language.of(zh: "组内仅此一家", en: "the only one of its group")
        case .level: return language.of(zh: "与比较对象持平", en: "level with its rival")
        case .leads(.penalty, let by):
            let points = RankReason.points(by)
            return language.of(zh: "扣分少\(points)分", en: "\(points) less in penalties")
        case .leads(let factor, let by):
            let (points, name) = (RankReason.points(by), factor.name(in: language, name))
            return language.of(
                zh: "\(name)领先\(points)分", en: "\(name): \(points) ahead")
        case .trails(.penalty, let by):
            let points = RankReason.points(by)
            return language.of(zh: "扣分多\(points)分", en: "\(points) more in penalties")
        case .trails(let factor, let by):
            let (points, name) = (RankReason.points(by), factor.name(in: language, name))
            return language.of(
                zh: "\(name)落后\(points)分", en: "\(name): \(points) behind")
        }
    }

    /// Two decimals, or as many as it takes to tell the difference from none.
    private static func points(_ difference: Rational) -> String {
        let short = difference.text(places: 2, fixed: true)
        return short == "0.00" ? difference.text() : short
    }
}

extension RankReason.Factor {
    fileprivate func name(in language: ReportLanguage, _ name: (String) -> String) -> String {
        switch self {
        case .bonus: language.of(zh: "加分", en: "bonus")
        case .penalty: language.of(zh: "扣分", en: "penalties")
        case .indicator(let id): name(id)
        }
    }
}
