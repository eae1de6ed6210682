import Delivery
import Rulebook

/// Columns that show one thing of a row, with how their cells are taken from it.
struct ColumnGroup<Row>: Sendable {
    let columns: [ExportColumn]
    let cells: @Sendable (Row) -> [TableCell]

    private init(_ columns: [ExportColumn], _ cells: @escaping @Sendable (Row) -> [TableCell]) {
        self.columns = columns
        self.cells = cells
    }

    private init(_ column: ExportColumn, _ cell: @escaping @Sendable (Row) -> TableCell) {
        self.init([column], { [cell($0)] })
    }

    static func text(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .text, zh: zh, en: en, isRequired: required)) {
            .text(value($0))
        }
    }

    /// One of several fixed words.
    static func code(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .code, zh: zh, en: en, isRequired: required)) {
            .text(value($0))
        }
    }

    /// The id of a row of another table. Who stands at the machine belongs to no organization;
    /// an empty id is none.
    static func of(
        _ table: String, _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        let column = ExportColumn(
            name, .text, zh: zh, en: en, isRequired: required, references: table)
        return ColumnGroup(column) { row in
            let id = value(row)
            return .text(id?.isEmpty == true ? nil : id)
        }
    }

    /// The same, where the other table's key is a number.
    static func of(
        _ table: String, _ name: String, _ zh: String, _ en: String,
        number: @escaping @Sendable (Row) -> Int
    ) -> ColumnGroup {
        let column = ExportColumn(
            name, .integer, zh: zh, en: en, isRequired: true, references: table)
        return ColumnGroup(column) { .integer(Int64(number($0))) }
    }

    static func integer(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> Int?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .integer, zh: zh, en: en, isRequired: required)) {
            .integer(value($0))
        }
    }

    static func flag(
        _ name: String, _ zh: String, _ en: String, _ value: @escaping @Sendable (Row) -> Bool
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .flag, zh: zh, en: en, isRequired: true)) {
            .flag(value($0))
        }
    }

    static func day(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> Day?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .day, zh: zh, en: en, isRequired: required)) {
            .day(value($0))
        }
    }

    static func month(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> Month?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .month, zh: zh, en: en, isRequired: required)) {
            .text(value($0)?.description)
        }
    }

    static func time(
        _ name: String, _ zh: String, _ en: String,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .time, zh: zh, en: en)) { .text(value($0)) }
    }

    static func decimal(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .decimal, zh: zh, en: en, isRequired: required)) {
            .text(value($0))
        }
    }

    static func seq(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> Int?
    ) -> ColumnGroup {
        let column = ExportColumn(
            name, .seq, zh: zh, en: en, isRequired: required, references: "records")
        return ColumnGroup(column) { .integer(value($0)) }
    }

    static func hash(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .sha256, zh: zh, en: en, isRequired: required)) {
            .text(value($0))
        }
    }

    static func json(
        _ name: String, _ zh: String, _ en: String,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> ColumnGroup {
        ColumnGroup(ExportColumn(name, .json, zh: zh, en: en)) { .text(value($0)) }
    }
}

extension ColumnGroup {
    /// An amount in major units as exact text, and in minor units as a whole number.
    static func money(
        _ name: String, _ zh: String, _ en: String, required: Bool = false,
        _ value: @escaping @Sendable (Row) -> Money?
    ) -> ColumnGroup {
        ColumnGroup(moneyColumns(name, zh, en, required)) { row in
            let money = value(row)
            return [.text(money?.description), .minor(money)]
        }
    }

    /// An amount that may be unknown, with the reason and the source's own words.
    static func known(
        _ name: String, _ zh: String, _ en: String,
        money value: @escaping @Sendable (Row) -> Known<Money>?
    ) -> ColumnGroup {
        ColumnGroup(moneyColumns(name, zh, en, false) + unknownColumns(name, zh, en)) { row in
            let known = value(row)
            let money = known?.value
            return [.text(money?.description), .minor(money)] + unknownCells(known)
        }
    }

    /// A word or day that may be unknown, with the reason and the source's own words.
    static func known<Value: FieldValue & Hashable>(
        _ name: String, _ kind: ExportColumn.Kind, _ zh: String, _ en: String,
        _ value: @escaping @Sendable (Row) -> Known<Value>?,
        as text: @escaping @Sendable (Value) -> String
    ) -> ColumnGroup {
        let columns = [ExportColumn(name, kind, zh: zh, en: en)] + unknownColumns(name, zh, en)
        return ColumnGroup(columns) { row in
            let known = value(row)
            return [.text(known?.value.map(text))] + unknownCells(known)
        }
    }

    private static func moneyColumns(
        _ name: String, _ zh: String, _ en: String, _ required: Bool
    ) -> [ExportColumn] {
        [
            ExportColumn(name, .money, zh: zh, en: en, isRequired: required),
            ExportColumn(
                name + "_minor", .minor, zh: zh + "（分）", en: en + ", in minor units",
                isRequired: required),
        ]
    }

    private static func unknownColumns(
        _ name: String, _ zh: String, _ en: String
    ) -> [ExportColumn] {
        [
            ExportColumn(
                name + "_unknown", .code, zh: zh + "不详的原因", en: "why that is not known"),
            ExportColumn(
                name + "_source", .text, zh: zh + "不详时来源的原文",
                en: "the source's own words where it is not"),
        ]
    }

    private static func unknownCells<Value>(_ known: Known<Value>?) -> [TableCell] {
        guard case .unknown(let reason, let source) = known else { return [.null, .null] }
        return [.text(reason.rawValue), .text(source)]
    }

    /// Where a thing comes from.
    static func provenance(
        _ value: @escaping @Sendable (Row) -> Provenance
    ) -> ColumnGroup {
        let columns = [
            ExportColumn("provenance", .code, zh: "依据", en: "what it rests on"),
            ExportColumn("source", .text, zh: "来源", en: "where it is from", references: "sources"),
            ExportColumn("reference", .text, zh: "出处", en: "the place in the source"),
            ExportColumn(
                "doubt_sha256", .sha256, zh: "存疑（封存文本）", en: "the sealed text of a doubt"),
        ]
        return ColumnGroup(columns) { row in
            let provenance = value(row)
            return [
                .text(provenance.basis?.rawValue), .text(provenance.source?.text),
                .text(provenance.reference), .text(provenance.doubt?.hash),
            ]
        }
    }
}

extension Note {
    /// Under which its text is kept beside the ledger; the text itself is not exported, since it
    /// may have to be forgotten.
    var hash: String? { if case .sealed(let hash) = self { hash.text } else { nil } }
}
