package import Delivery
package import JSON

/// What one row of a sheet means, and where each field comes from.
package struct Mapping: Sendable {
    package var id: String
    package var title: Words?
    package var sheet: SheetLayout
    /// Columns left out on purpose.
    package var ignored: [ColumnReference]
    /// In the order in which their commands are to be carried out.
    package var records: [RecordMapping]
    package var checks: [ChangeCheck]
}

/// A column by its header; of several with the same one, by its place among them, from 1.
package struct ColumnReference: Sendable, Hashable {
    package var name: String
    /// What it may be headed instead.
    package var others: [String] = []
    package var nth: Int?
    package var line: Int

    package var words: String { nth.map { "\(name) (\($0))" } ?? name }
}

/// One thing that a row speaks of.
package struct RecordMapping: Sendable {
    package var entity: Entity
    package var line: Int
    /// The fields by which a thing in the city is recognised.
    package var key: [String]
    /// Puts the rows about one thing in order, for fields that take the first or the last of them.
    package var order: OrderColumn?
    /// Rows in which one of these columns is blank do not speak of it.
    package var whenFilled: [ColumnReference]
    package var fields: [FieldMapping]
}

package struct OrderColumn: Sendable {
    package var column: ColumnReference
    package var formats: DateFormats
}

package struct FieldMapping: Sendable {
    package var name: String
    package var shape: FieldShape
    package var line: Int
    package var origin: Origin
    /// A blank cell has its value from this column of the same row.
    package var otherwise: ColumnReference?
    package var reading: Reading
    package var blank = Policy.refuse
    package var unknown = Policy.refuse
    package var outside = Policy.refuse
    /// For amounts that are near a number: 约12.
    package var approximate = Policy.refuse
    /// A blank cell takes the value above it.
    package var fillsDown = false
    package var repeats = Repeats.same
    /// Texts that mean nothing is there, beside an empty cell: `NA`, `/`.
    package var blanks: [String] = []

    package enum Origin: Sendable {
        case column(ColumnReference)
        /// Fixed text and columns in turn.
        case template([TemplatePart])
        case constant(JSON)

        package var columns: [ColumnReference] {
            switch self {
            case .column(let column): [column]
            case .template(let parts): parts.compactMap(\.column)
            case .constant: []
            }
        }
    }

    package enum TemplatePart: Sendable {
        case text(String)
        case column(ColumnReference)

        var column: ColumnReference? {
            if case .column(let column) = self { column } else { nil }
        }
    }

    /// What to do where a row has no good value.
    package enum Policy: Sendable, Equatable {
        case refuse
        /// Leave the field out.
        case omit
        /// Keep it as unknown, with the source's words.
        case keep(UnknownReason)
        case use(JSON)
    }

    /// What holds where several rows speak of one thing.
    package enum Repeats: String, Sendable, CaseIterable {
        /// They must agree.
        case same
        case first, last
    }
}

/// A consistency check that only warns: a column that states the change since the row before
/// must be the difference of the two values.
package struct ChangeCheck: Sendable {
    package var entity: String
    package var value: String
    package var change: String
    /// The rows of one of these are compared with each other.
    package var by: String
    package var along: String
    /// Major units of money, or days.
    package var tolerance: Decimal
    package var line: Int
}
