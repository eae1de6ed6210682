/// Collects the rows of one table, each belonging to a unit.
public struct TableBuilder: Sendable {
    public let name: String
    public let fields: [String]
    private(set) var columns: [ColumnBuilder]
    /// The ids of the units that rows name, in order of appearance.
    private(set) var unitNames: [String] = []
    private(set) var units: [Int32] = []
    private var unitIndex: [ExactText: Int32] = [:]

    /// `fields` leaves out `unit`, which every row has.
    public init(_ name: String, fields: [String]) {
        (self.name, self.fields) = (name, fields)
        columns = fields.map { _ in ColumnBuilder() }
    }

    public var rowCount: Int { units.count }

    /// Cells stand in the order of `fields`; what is left out at the end is null.
    public mutating func append(unit: String, _ cells: [Cell]) {
        let key = ExactText(unit)
        if let index = unitIndex[key] {
            units.append(index)
        } else {
            let index = Int32(truncatingIfNeeded: unitNames.count)
            unitIndex[key] = index
            unitNames.append(unit)
            units.append(index)
        }
        for index in columns.indices {
            columns[index].append(index < cells.count ? cells[index] : .null)
        }
    }
}
