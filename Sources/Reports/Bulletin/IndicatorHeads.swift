import Delivery

/// How the columns of the indicators are headed: by their titles where these fit a narrow column,
/// else by numbers with a legend.
struct IndicatorHeads {
    let columns: [BulletinText.Column]
    let legend: String?
    private var names: [String: String] = [:]

    /// Above this a title in a column of two characters a line makes the head too high.
    private static let longestTitle = 10
    private static let mostTitled = 9
    /// 增数量·新签约完成率: what stands before the point is common to neighbours.
    private static let point: Character = "·"

    init(_ indicators: [Bulletin.Indicator], in language: ReportLanguage) {
        let titles = indicators.map { IndicatorHeads.own($0.title, in: language) }
        let fits =
            language == .zh && indicators.count <= IndicatorHeads.mostTitled
            && titles.allSatisfy { $0.count <= IndicatorHeads.longestTitle }
        if fits {
            columns = zip(indicators, titles).map { indicator, title in
                BulletinText.Column(
                    kind: .mark, head: title, over: IndicatorHeads.common(indicator.title.zh))
            }
            legend = nil
            for (indicator, title) in zip(indicators, titles) { names[indicator.id] = title }
        } else {
            columns = indicators.indices.map {
                BulletinText.Column(kind: .mark, head: "\($0 + 1)")
            }
            let entries = indicators.enumerated().map { place, indicator in
                "\(place + 1) \(language.of(indicator.title))"
            }
            let colon = language.of(zh: "指标：", en: "Indicators: ")
            let separator = language.of(zh: "；", en: "; ")
            let end = language.of(zh: "。", en: ".")
            legend =
                indicators.isEmpty ? nil : colon + entries.joined(separator: separator) + end
            for (place, indicator) in indicators.enumerated() {
                names[indicator.id] = language.of(zh: "指标", en: "indicator ") + "\(place + 1)"
            }
        }
    }

    /// What an indicator is called in a sentence beside the table.
    func name(_ id: String) -> String { names[id] ?? id }

    /// A title without what it has in common with its neighbours.
    static func own(_ title: Words, in language: ReportLanguage) -> String {
        let text = language.of(title)
        guard let point = text.lastIndex(of: point), common(text) != nil else { return text }
        return String(text[text.index(after: point)...])
    }

    private static func common(_ title: String) -> String? {
        guard let point = title.lastIndex(of: point), point > title.startIndex,
            title.index(after: point) < title.endIndex
        else { return nil }
        return String(title[..<point])
    }
}
