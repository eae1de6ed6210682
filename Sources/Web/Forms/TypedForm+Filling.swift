import Delivery
import JSON

extension TypedForm {
    /// A command's JSON as it would have been typed.
    ///
    /// - Parameter text: the text that a sealed note stands for.
    init(
        _ json: JSON, _ fields: [FieldDescription], unit: MoneyUnit,
        text: (SHA256Text) -> String?
    ) {
        for field in fields {
            guard let value = json[field.name] else { continue }
            fill(field.name, field.shape, value, unit, text)
        }
    }

    private mutating func fill(
        _ path: String, _ shape: FieldShape, _ value: JSON, _ unit: MoneyUnit,
        _ text: (SHA256Text) -> String?
    ) {
        switch shape {
        case .boolean: if value.boolValue == true { self[path] = "true" }
        case .integer: self[path] = value.intValue.map { String($0) } ?? ""
        case .note: fillNote(path, value, text)
        case .money:
            self[path] = value.stringValue.flatMap { Money($0) }.map(unit.text) ?? ""
        case .figure: fillFigure(path, value)
        case .period:
            self[path] = value.stringValue ?? ""
            self[path + ".undated"] = value["undated"]?.stringValue ?? ""
        case .known(let inner):
            guard let reason = value["unknown"]?.stringValue else {
                return fill(path, inner, value, unit, text)
            }
            self[path + ".unknown"] = reason
            self[path + ".source"] = value["source"]?.stringValue ?? ""
        case .list(let inner):
            guard case .array(let rows) = value else { return }
            if case .code = inner { return set(path, to: rows.compactMap(\.stringValue)) }
            for (index, row) in rows.enumerated() {
                fill("\(path)[\(index)]", inner, row, unit, text)
            }
        case .structure(let fields):
            for field in fields {
                guard let part = value[field.name] else { continue }
                fill("\(path).\(field.name)", field.shape, part, unit, text)
            }
        default: self[path] = value.stringValue ?? ""
        }
    }

    private mutating func fillNote(
        _ path: String, _ value: JSON, _ text: (SHA256Text) -> String?
    ) {
        guard let hash = value["blob"]?.stringValue.flatMap({ SHA256Text($0) }) else {
            self[path] = value.stringValue ?? ""
            return
        }
        self[path] = text(hash) ?? ""
        self[path + ".blob"] = hash.text
    }

    private mutating func fillFigure(_ path: String, _ value: JSON) {
        if let exact = value.stringValue {
            self[path] = exact
            return
        }
        for kind in ["at_least", "more_than", "up_to", "class"] {
            guard let bound = value[kind]?.stringValue else { continue }
            self[path] = bound
            self[path + ".kind"] = kind
        }
        guard let low = value["from"]?.stringValue else { return }
        self[path] = low
        self[path + ".to"] = value["to"]?.stringValue ?? ""
        self[path + ".kind"] = "range"
    }
}
