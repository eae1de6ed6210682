package import JSON

/// A value of canonical JSON as it stands in the bytes, with the checks a field needs. Good only
/// as long as the bytes it was found in.
package struct RawValue {
    private let raw: JSONRaw

    package init(_ raw: JSONRaw) { self.raw = raw }

    package var isObject: Bool { raw.bytes.first == UInt8(ascii: "{") }

    package func problem(_ code: FieldProblem.Code, zh: String, en: String) -> FieldProblem {
        FieldProblem(code, path: "", zh: zh, en: en)
    }

    package func text() throws(FieldProblem) -> String {
        do throws(JSONError) { return try raw.string() } catch {
            throw problem(
                .wrongType, zh: "应为带引号的文本，而不是 \(excerpt)",
                en: "must be text in quotes, not \(excerpt)")
        }
    }

    /// What stands between the quotes of a text, escapes and all; nil where it is no text.
    var quoted: UnsafeBufferPointer<UInt8>? { try? raw.quoted() }

    package func integer() throws(FieldProblem) -> Int {
        do throws(JSONError) { return try raw.integer() } catch {
            throw problem(
                .wrongType, zh: "应为整数，而不是 \(excerpt)",
                en: "must be an integer, not \(excerpt)")
        }
    }

    package func boolean() throws(FieldProblem) -> Bool {
        do throws(JSONError) { return try raw.bool() } catch {
            throw problem(
                .wrongType, zh: "应为 true 或 false，而不是 \(excerpt)",
                en: "must be true or false, not \(excerpt)")
        }
    }

    package func elements() throws(FieldProblem) -> [RawValue] {
        do throws(JSONError) {
            var scanner = try raw.array()
            var elements: [RawValue] = []
            while let element = try scanner.next() { elements.append(RawValue(element)) }
            return elements
        } catch {
            throw problem(
                .wrongType, zh: "应为数组，而不是 \(excerpt)", en: "must be an array, not \(excerpt)")
        }
    }

    /// Fills the subject from an object: every field once, none unknown, none missing.
    @inline(__always)
    package func read<Subject: Fielded>(into subject: inout Subject) throws(FieldProblem) {
        try read(into: &subject, besides: 0) { _ in false }
    }

    /// As `read(into:)`; `takes` is offered each member first and may keep it, and must have
    /// kept `besides` of them.
    @inline(__always)
    package func read<Subject: Fielded>(
        into subject: inout Subject, besides: Int, takes: (JSONObjectScanner.Member) -> Bool
    ) throws(FieldProblem) {
        var reader = FieldReader()
        var kept = 0
        do throws(JSONError) {
            var scanner = try raw.object()
            while let member = try scanner.next() {
                if takes(member) { kept += 1 } else { reader.members.append(member) }
            }
        } catch {
            throw problem(
                .wrongType, zh: "应为对象，而不是 \(excerpt)",
                en: "must be an object, not \(excerpt)")
        }
        guard kept == besides else {
            throw problem(.missing, zh: "缺少公共字段", en: "a field of every record is missing")
        }
        try subject.visit(&reader)
        try reader.finish()
    }

    private var excerpt: String {
        String(decoding: raw.bytes.prefix(40), as: UTF8.self)
    }
}

/// Hands each listed field the member of its name. Canonical members are sorted, fields are
/// listed for people; with a dozen of either, looking from where the last one stood is fast.
package struct FieldReader: FieldVisitor {
    fileprivate var members: [JSONObjectScanner.Member] = []
    private var taken: UInt64 = 0
    private var takenCount = 0

    fileprivate init() { members.reserveCapacity(12) }

    @inline(__always)
    private mutating func take(_ name: StaticString) -> RawValue? {
        for index in members.indices where members[index].key.isKey(name) {
            taken |= 1 << UInt64(index & 63)
            takenCount += 1
            return RawValue(members[index].value)
        }
        return nil
    }

    @inline(__always)
    private func read<Value: FieldValue>(
        _ name: StaticString, _ raw: RawValue
    ) throws(FieldProblem) -> Value {
        do throws(FieldProblem) { return try Value(raw: raw) } catch {
            throw error.inside(name.description)
        }
    }

    package mutating func field<Value: FieldValue>(
        _ name: StaticString, _ value: inout Value
    ) throws(FieldProblem) {
        guard let raw = take(name) else {
            throw FieldProblem(
                .missing, path: name.description, zh: "缺少字段“\(name)”",
                en: "the field \"\(name)\" is missing")
        }
        value = try read(name, raw)
    }

    package mutating func optional<Value: FieldValue>(
        _ name: StaticString, _ value: inout Value?
    ) throws(FieldProblem) {
        value = nil
        if let raw = take(name) { value = try read(name, raw) }
    }

    package mutating func list<Value: FieldValue>(
        _ name: StaticString, _ values: inout [Value]
    ) throws(FieldProblem) {
        values = []
        if let raw = take(name) {
            let list: FieldList<Value> = try read(name, raw)
            values = list.elements
        }
    }

    package mutating func flag(
        _ name: StaticString, _ value: inout Bool
    ) throws(FieldProblem) {
        value = false
        if let raw = take(name) { value = try read(name, raw) }
    }

    fileprivate func finish() throws(FieldProblem) {
        guard takenCount != members.count else { return }
        for (index, member) in members.enumerated() where taken & (1 << UInt64(index & 63)) == 0 {
            let name = (try? member.key.key()) ?? "?"
            throw FieldProblem(
                .unknown, path: name, zh: "没有名为“\(name)”的字段",
                en: "there is no field named \"\(name)\"")
        }
        throw FieldProblem(.unknown, path: "", zh: "字段过多", en: "too many fields")
    }
}
