extension JSON {
    /// For people to read: members keep their order and numbers their literal. On one line,
    /// or with `indent` spaces a level.
    public func text(indent: Int? = nil) -> String {
        var writer = JSONTextWriter(indent: indent.map { max(0, $0) })
        writer.write(self, level: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

private struct JSONTextWriter {
    let indent: Int?
    var bytes: [UInt8] = []

    init(indent: Int?) {
        self.indent = indent
    }

    mutating func write(_ value: JSON, level: Int) {
        switch value {
        case .null: add("null")
        case .bool(let value): add(value ? "true" : "false")
        case .number(let literal): add(literal)
        case .string(let text): quote(text)
        case .array(let elements):
            list("[", "]", elements, level: level) { writer, element in
                writer.write(element, level: level + 1)
            }
        case .object(let members):
            list("{", "}", members, level: level) { writer, member in
                writer.quote(member.key)
                writer.add(writer.indent == nil ? ":" : ": ")
                writer.write(member.value, level: level + 1)
            }
        }
    }

    private mutating func list<Element>(
        _ opening: String, _ closing: String, _ elements: [Element], level: Int,
        write: (inout JSONTextWriter, Element) -> Void
    ) {
        add(opening)
        for (index, element) in elements.enumerated() {
            if index > 0 { add(",") }
            newLine(level + 1)
            write(&self, element)
        }
        if !elements.isEmpty { newLine(level) }
        add(closing)
    }

    private mutating func newLine(_ level: Int) {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
    }

    private mutating func quote(_ text: String) {
        var buffer = JSONBuffer(capacity: text.utf8.count + 2)
        buffer.string(text)
        bytes.append(contentsOf: buffer.bytes)
    }

    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
