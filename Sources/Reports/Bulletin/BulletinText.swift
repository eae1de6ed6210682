/// A bulletin put into the words of one language, in the order of a 公文, ready to be set as a
/// page or a document. The forms differ in how they set it, not in what it says.
package struct BulletinText: Sendable, Hashable {
    package var language: ReportLanguage
    package var issuer: String
    package var number: String?
    package var title: String
    /// What every reader must know of the figures.
    package var notice: String?
    package var opening: String
    package var tables: [Table]
    /// What the numbered heads of the tables stand for; nil where the heads say it themselves.
    package var legend: String?
    package var sections: [Section]
    package var notes: [String]
    package var date: String

    package struct Section: Sendable, Hashable {
        package var heading: String
        package var paragraph: String
    }

    /// One group's standings under its heading.
    package struct Table: Sendable, Hashable {
        package var heading: String
        package var columns: [Column]
        /// As many cells as there are columns.
        package var rows: [[String]]
    }

    package struct Column: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case rank, unit, total, movement, mark, adjustment, claims, reason
        }

        package var kind: Kind
        package var head: String
        /// What neighbouring columns have in common: 增数量 over 新签约完成率 and 新签约增速.
        package var over: String?

        package init(kind: Kind, head: String, over: String? = nil) {
            self.kind = kind
            self.head = head
            self.over = over
        }
    }
}

extension BulletinText.Table {
    /// Neighbouring columns with the same words over them, or a column by itself.
    struct Span {
        var range: Range<Int>
        var over: String?
    }

    var spans: [Span] {
        var spans: [Span] = []
        for (place, column) in columns.enumerated() {
            if let over = column.over, spans.last?.over == over {
                let start = spans[spans.count - 1].range.lowerBound
                spans[spans.count - 1].range = start..<place + 1
            } else {
                spans.append(Span(range: place..<place + 1, over: column.over))
            }
        }
        return spans
    }
}
