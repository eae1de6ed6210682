/// How wide each column of a bulletin's tables is, in millimetres; together as wide as the text.
/// All tables of a bulletin have the same columns.
package struct BulletinColumns {
    package let widths: [Double]

    /// Below this a reason takes more lines than the row is worth.
    private static let leastReason = 40.0
    /// Two characters of a head beside each other.
    private static let titledMark = 6.2
    private static let numberedMark = 5.0
    private static let leastMark = 3.8

    package init(_ columns: [BulletinText.Column], in language: ReportLanguage) {
        let isEnglish = language == .en
        let marks = columns.filter { $0.kind == .mark }
        let isNumbered = marks.allSatisfy { $0.head.allSatisfy(\.isNumber) }
        let others = columns.reduce(0) {
            $0 + ($1.kind == .mark ? 0 : BulletinColumns.width(of: $1.kind, isEnglish))
        }
        let room = OfficialPage.textWidth - others - BulletinColumns.leastReason
        let widest = isNumbered ? BulletinColumns.numberedMark : BulletinColumns.titledMark
        let mark = min(
            widest, max(BulletinColumns.leastMark, room / Double(max(1, marks.count))))
        let reason = max(20, OfficialPage.textWidth - others - mark * Double(marks.count))
        let wanted = columns.map { column in
            switch column.kind {
            case .mark: mark
            case .reason: reason
            default: BulletinColumns.width(of: column.kind, isEnglish)
            }
        }
        let sum = wanted.reduce(0, +)
        widths = wanted.map { $0 * OfficialPage.textWidth / sum }
    }

    private static func width(of kind: BulletinText.Column.Kind, _ isEnglish: Bool) -> Double {
        switch kind {
        case .rank: isEnglish ? 9 : 6.6
        case .unit: isEnglish ? 27 : 22
        case .total: 12
        case .movement: isEnglish ? 13 : 8
        case .adjustment: isEnglish ? 12 : 8
        case .claims: isEnglish ? 13 : 7
        case .mark, .reason: 0
        }
    }
}
