/// What somebody typed into a command's form, by the path of the field: `credits[1].share`.
package struct TypedForm: Sendable, Equatable {
    /// In the order in which they came; checkboxes of one name send several.
    private(set) var values: [String: [String]] = [:]

    package init() {}

    /// Names that begin with an underscore are the form's own.
    package init(_ items: [Query.Item]) {
        for item in items where !item.name.hasPrefix("_") && item.name != "csrf" {
            values[item.name, default: []].append(item.value)
        }
    }

    package subscript(path: String) -> String {
        get { values[path]?.first ?? "" }
        set { values[path] = [newValue] }
    }

    package func all(_ path: String) -> [String] {
        (values[path] ?? []).filter { !$0.isEmpty }
    }

    mutating func set(_ path: String, to all: [String]) { values[path] = all }

    package var isEmpty: Bool { values.isEmpty }

    /// Whether nothing but blanks stands at the path and below it.
    func isBlank(_ path: String) -> Bool {
        values.allSatisfy { name, all in
            !Self.is(name, atOrBelow: path) || all.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        }
    }

    /// How many rows of a list the form showed.
    func rowCount(_ list: String) -> Int {
        (values.keys.compactMap { Self.row($0, of: list)?.index }.max() ?? -1) + 1
    }

    mutating func addRow(_ list: String, field: String) {
        values["\(list)[\(rowCount(list))]\(field)"] = [""]
    }

    /// Takes a row out; those after it move up.
    mutating func removeRow(_ list: String, _ gone: Int) {
        var moved: [String: [String]] = [:]
        for (name, all) in values {
            guard let row = Self.row(name, of: list) else {
                moved[name] = all
                continue
            }
            guard row.index != gone else { continue }
            moved["\(list)[\(row.index > gone ? row.index - 1 : row.index)]\(row.rest)"] = all
        }
        values = moved
    }

    /// Takes out the rows of a list in which nothing stands, so that places in the form are
    /// places in the command.
    mutating func dropBlankRows(_ list: String) {
        for index in (0..<rowCount(list)).reversed() where isBlank("\(list)[\(index)]") {
            removeRow(list, index)
        }
    }

    /// Fills in what stands nowhere yet.
    mutating func fill(_ other: TypedForm) {
        values.merge(other.values) { mine, _ in mine }
    }

    private static func `is`(_ name: String, atOrBelow path: String) -> Bool {
        guard name.hasPrefix(path) else { return false }
        let next = name.dropFirst(path.count).first
        return next == nil || next == "." || next == "["
    }

    /// A longer list than any form shows is cut off: the index is typed by whoever asks.
    private static let mostRows = 200

    private static func row(_ name: String, of list: String) -> (index: Int, rest: String)? {
        guard name.hasPrefix(list + "["), let end = name.dropFirst(list.count).firstIndex(of: "]")
        else { return nil }
        let digits = name[name.index(name.startIndex, offsetBy: list.count + 1)..<end]
        guard let index = Int(digits), (0..<mostRows).contains(index) else { return nil }
        return (index, String(name[name.index(after: end)...]))
    }
}
