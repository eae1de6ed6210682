/// A length on paper.
struct WordLength: Sendable, Hashable, Comparable {
    /// Twentieths of a point, in which WordprocessingML measures.
    var twips: Int

    static func millimetres(_ value: Double) -> WordLength {
        WordLength(twips: Int((value * 1440 / 25.4).rounded()))
    }

    static func points(_ value: Double) -> WordLength {
        WordLength(twips: Int((value * 20).rounded()))
    }

    static func < (left: WordLength, right: WordLength) -> Bool { left.twips < right.twips }
}

/// Where text stands on a page by GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm,
/// 22 lines of 28 characters.
enum OfficialPage {
    static let width = WordLength.millimetres(210)
    static let height = WordLength.millimetres(297)
    static let top = WordLength.millimetres(37)
    static let left = WordLength.millimetres(28)
    static let right = WordLength.millimetres(26)
    static let bottom = WordLength.millimetres(35)
    /// From the page's lower edge to the page number, whose dash stands 7 mm below the text area.
    static let footer = WordLength.millimetres(22)
    static let textWidth = 156.0
    /// 行距: 28 points.
    static let pitch = WordLength.points(28)
}
