public import JSON
public import Rulebook

extension Facts {
    /// Reads facts from JSON; throws all that is wrong with them.
    ///
    /// `file` is the name that errors cite.
    public init(json bytes: [UInt8], file: String) throws(Problems) {
        let json: JSON
        do throws(JSONError) {
            json = try JSON.parse(bytes)
        } catch {
            let problem = Problem(
                file: file, line: error.line, column: error.column, code: error.code,
                zh: error.zh, en: error.en)
            throw Problems([problem])
        }
        try self.init(json: json, file: file)
    }

    public init(json: JSON, file: String) throws(Problems) {
        var reader = FactsReader(file: file)
        let builder = reader.builder(json)
        guard let builder, reader.problems.isEmpty else { throw Problems(reader.problems) }
        self = try builder.build()
    }

    /// Canonical JSON (RFC 8785), every number a decimal string.
    public func canonicalJSON() throws(JSONError) -> [UInt8] { try json().canonical() }

    /// The same facts as a JSON value.
    public func json() -> JSON {
        let units = self.units.map { unit in
            var members = [JSON.Member("id", .string(unit.id))]
            if let name = unit.name { members.append(.init("name", .string(name))) }
            if let group = unit.group { members.append(.init("group", .string(group))) }
            return JSON.object(members)
        }
        let values = valueCells.map { name, cells in
            JSON.Member(name, .object(cells.map { .init($0.unit, .string($0.text)) }))
        }
        let tables = tableNames.map { JSON.Member($0, .array(rows(of: $0))) }
        return .object([
            .init("schema", .number("1")), .init("period", .string(period.description)),
            .init("units", .array(units)), .init("values", .object(values)),
            .init("tables", .object(tables)),
        ])
    }

    private func rows(of table: String) -> [JSON] {
        var rows: [JSON] = []
        rows.reserveCapacity(rowCount(of: table))
        forEachRow(of: table) { unit, cells in
            var members = [JSON.Member("unit", .string(unit))]
            for (field, cell) in cells { members.append(.init(field, cell.json)) }
            rows.append(.object(members))
        }
        return rows
    }
}

extension Cell {
    fileprivate var json: JSON {
        if case .bool(let value) = self { return .bool(value) }
        return text.map(JSON.string) ?? .null
    }
}
