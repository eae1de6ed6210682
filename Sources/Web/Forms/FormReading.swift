import Delivery
import JSON

/// Makes a command's JSON of what was typed. What is missing or is not the kind of thing it
/// should be is told at its field, all of it at once.
struct FormReading {
    private var typed: TypedForm
    private let unit: MoneyUnit
    /// The text that a sealed note stands for.
    private let text: (SHA256Text) -> String?
    private(set) var problems: [String: Words] = [:]

    init(_ typed: TypedForm, unit: MoneyUnit, text: @escaping (SHA256Text) -> String?) {
        self.typed = typed
        self.unit = unit
        self.text = text
    }

    mutating func members(_ fields: [FieldDescription], below prefix: String = "") -> [JSON.Member]
    {
        fields.compactMap { field in
            let path = prefix + field.name
            if let value = value(field.shape, path) { return JSON.Member(field.name, value) }
            guard field.isRequired, problems[path] == nil else { return nil }
            if field.shape == .boolean { return JSON.Member(field.name, .bool(false)) }
            problems[path] = Words(zh: "请填写", en: "This is needed")
            return nil
        }
    }

    private mutating func value(_ shape: FieldShape, _ path: String) -> JSON? {
        let plain = Self.trimmed(typed[path])
        switch shape {
        case .boolean: return plain.isEmpty ? nil : .bool(true)
        case .note: return note(path)
        case .known(let inner): return known(inner, path)
        case .figure: return figure(path)
        case .period: return period(path)
        case .list(let inner): return list(inner, path)
        case .structure(let fields):
            guard !typed.isBlank(path) else { return nil }
            return .object(members(fields, below: path + "."))
        default: break
        }
        guard !plain.isEmpty else { return nil }
        switch shape {
        case .integer: return Int(plain).map { .integer($0) } ?? .string(plain)
        case .decimal: return .string(Self.ungrouped(plain))
        case .money: return money(plain, path)
        default: return .string(plain)
        }
    }

    /// A text that was not touched stays the sealed note it is.
    private func note(_ path: String) -> JSON? {
        let written = typed[path].replacing("\r\n", with: "\n")
        guard !written.allSatisfy(\.isWhitespace) else { return nil }
        if let hash = SHA256Text(typed[path + ".blob"]), text(hash) == written {
            return .object([.init("blob", .string(hash.text))])
        }
        return .string(written)
    }

    private mutating func known(_ shape: FieldShape, _ path: String) -> JSON? {
        if let value = value(shape, path) { return value }
        let reason = typed[path + ".unknown"]
        guard !reason.isEmpty else { return nil }
        return .object([
            .init("unknown", .string(reason)), .init("source", .string(typed[path + ".source"])),
        ])
    }

    private func figure(_ path: String) -> JSON? {
        let value = Self.ungrouped(Self.trimmed(typed[path]))
        let upper = Self.ungrouped(Self.trimmed(typed[path + ".to"]))
        guard !value.isEmpty || !upper.isEmpty else { return nil }
        switch typed[path + ".kind"] {
        case "", "exact": return .string(value)
        case "range":
            return .object([.init("from", .string(value)), .init("to", .string(upper))])
        case "class": return .object([.init("class", .string(Self.trimmed(typed[path])))])
        case let kind: return .object([.init(kind, .string(value))])
        }
    }

    private func period(_ path: String) -> JSON? {
        let written = Self.trimmed(typed[path])
        if !written.isEmpty { return .string(written) }
        let reason = typed[path + ".undated"]
        return reason.isEmpty ? nil : .object([.init("undated", .string(reason))])
    }

    private mutating func money(_ written: String, _ path: String) -> JSON? {
        let minor = Decimal(Self.ungrouped(written))?.scaled(to: unit.places)
        guard let minor, minor.magnitude < Money.bound.magnitude else {
            problems[path] = Words(
                zh: "应为数字，单位\(unit.zh)，不细于分", en: "must be a number of \(unit.en), to the cent")
            return nil
        }
        return .string(Money(minor: minor).description)
    }

    private mutating func list(_ shape: FieldShape, _ path: String) -> JSON? {
        if case .code = shape {
            let chosen = typed.all(path)
            return chosen.isEmpty ? nil : .array(chosen.map(JSON.string))
        }
        let rows = (0..<typed.rowCount(path)).compactMap { value(shape, "\(path)[\($0)]") }
        return rows.isEmpty ? nil : .array(rows)
    }

    private static func trimmed(_ text: String) -> String {
        let rest = text.drop(while: \.isWhitespace)
        return String(rest.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Numbers as people group them: `1,234.5`, and with the full-width digits of Chinese
    /// keyboards.
    private static func ungrouped(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
                    switch scalar.value {
                    case 0x2C, 0xFF0C, 0x20: nil
                    case 0xFF0E: "."
                    case 0x2212, 0xFF0D: "-"
                    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
                    default: scalar
                    }
                }))
    }
}
