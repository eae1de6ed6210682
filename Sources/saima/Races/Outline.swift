import JSON

/// A JSON value as indented lines, without its punctuation. What is small stands on one line.
struct Outline {
    private let json: JSON

    init(_ json: JSON) { self.json = json }

    func lines(indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        switch json {
        case .object(let members):
            return members.flatMap { member in
                Outline(member.value).labelled("\(member.key): ", space, indent)
            }
        case .array(let elements):
            return elements.flatMap { Outline($0).labelled("- ", space, indent) }
        default: return [space + scalar]
        }
    }

    private func labelled(_ label: String, _ space: String, _ indent: Int) -> [String] {
        if let line { return [space + label + line] }
        let head = label.last == " " ? String(label.dropLast()) : label
        return [space + head] + lines(indent: indent + 2)
    }

    /// The whole on one line; nil where that would not be read.
    private var line: String? {
        switch json {
        case .object(let members):
            guard members.count <= 6, members.allSatisfy({ Outline($0.value).isScalar }) else {
                return nil
            }
            if members.count == 1, let only = members.first { return Outline(only.value).scalar }
            return members.map { "\($0.key) \(Outline($0.value).scalar)" }.joined(separator: ", ")
        case .array(let elements):
            let parts = elements.map { Outline($0) }
            guard parts.allSatisfy({ $0.isScalar || $0.isSingle }) else { return nil }
            return parts.compactMap(\.line).joined(separator: ", ")
        default: return scalar
        }
    }

    private var isSingle: Bool {
        guard case .object(let members) = json, members.count == 1 else { return false }
        return Outline(members[0].value).isScalar
    }

    private var isScalar: Bool {
        switch json {
        case .object, .array: false
        default: true
        }
    }

    private var scalar: String { json.stringValue ?? json.text() }
}
