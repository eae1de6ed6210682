package import JSON

/// A `Fielded` that can stand as the value of a field.
package protocol FieldStructure: Fielded, FieldValue {}

extension FieldStructure {
    package static var blank: Self { Self() }
    package static var shape: FieldShape { .structure(FieldDescription.of(Self.self)) }

    package init(raw: RawValue) throws(FieldProblem) {
        self.init()
        try raw.read(into: &self)
    }
}

extension Fielded {
    /// As one canonical JSON object.
    package func write(to out: inout JSONBuffer) {
        var writer = FieldWriter()
        var copy = self
        // A writer has nothing to refuse.
        try? copy.visit(&writer)
        writer.finish(to: &out)
    }
}

/// Collects the members as they are listed, then writes them in canonical order.
package struct FieldWriter: FieldVisitor {
    private var members: [(name: StaticString, value: [UInt8])] = []

    package init() {}

    package mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
        add(name, value)
    }

    package mutating func optional<Value: FieldValue>(_ name: StaticString, _ value: inout Value?) {
        if let value { add(name, value) }
    }

    package mutating func list<Value: FieldValue>(_ name: StaticString, _ values: inout [Value]) {
        if !values.isEmpty { add(name, FieldList(values)) }
    }

    package mutating func flag(_ name: StaticString, _ value: inout Bool) {
        if value { add(name, value) }
    }

    package mutating func add<Value: FieldValue>(_ name: StaticString, _ value: Value) {
        var out = JSONBuffer()
        value.write(to: &out)
        members.append((name, out.bytes))
    }

    /// Field names are ASCII, so byte order is RFC 8785's order.
    package mutating func finish(to out: inout JSONBuffer) {
        members.sort { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
        out.beginObject()
        for member in members {
            out.key(member.name)
            out.canonical(member.value)
        }
        out.endObject()
    }
}

extension StaticString {
    package var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}

/// Several values as a JSON array.
package struct FieldList<Element: FieldValue>: FieldValue {
    package let elements: [Element]

    package init(_ elements: [Element]) { self.elements = elements }

    package static var blank: FieldList { FieldList([]) }
    package static var shape: FieldShape { .list(Element.shape) }

    package init(raw: RawValue) throws(FieldProblem) {
        var elements: [Element] = []
        let values = try raw.elements()
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do throws(FieldProblem) {
                elements.append(try Element(raw: value))
            } catch {
                throw error.inside("[\(index)]")
            }
        }
        self.elements = elements
    }

    package func write(to out: inout JSONBuffer) {
        out.beginArray()
        for element in elements { element.write(to: &out) }
        out.endArray()
    }
}
