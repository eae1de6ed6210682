import Delivery
import Rulebook

/// One cell of an exported table.
package enum TableCell: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)

    static func text(_ text: String?) -> TableCell { text.map { .text($0) } ?? .null }

    static func integer(_ number: Int?) -> TableCell { number.map { .integer(Int64($0)) } ?? .null }

    static func flag(_ value: Bool) -> TableCell { .integer(value ? 1 : 0) }

    static func day(_ day: Day?) -> TableCell { .text(day?.description) }

    static func minor(_ money: Money?) -> TableCell { money.map { .integer($0.minor) } ?? .null }
}

/// Takes the rows of exported tables.
package protocol TableSink: AnyObject {
    func write(_ cells: [TableCell], to table: ExportTable) throws
}
