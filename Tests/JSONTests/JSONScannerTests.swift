import JSON
import Testing

@Suite("Scanning and writing without a tree")
struct JSONScannerTests {
    @Test("The scanner yields an object's members in order, raw")
    func members() throws {
        let bytes = Array(
            #"{"a":"x\n指","b":-12,"c":[1,"]",{"}":[]}],"d":true,"e":{},"f":null}"#.utf8)

        try bytes.withUnsafeBufferPointer { buffer in
            var scanner = try JSONObjectScanner(buffer)
            var values: [String: String] = [:]
            while let member = try scanner.next() {
                values[try member.key.key()] = String(
                    decoding: member.value.bytes, as: UTF8.self)
            }
            #expect(
                values == [
                    "a": #""x\n指""#, "b": "-12", "c": #"[1,"]",{"}":[]}]"#, "d": "true",
                    "e": "{}", "f": "null",
                ])
        }
    }

    @Test("Raw values are decoded as what they are, and as nothing else")
    func decoding() throws {
        func raw<T>(_ text: String, _ body: (JSONRaw) throws -> T) throws -> T {
            try Array(text.utf8).withUnsafeBufferPointer { try body(JSONRaw($0)) }
        }

        #expect(try raw(#""x\u0001\"指""#) { try $0.string() } == "x\u{1}\"指")
        #expect(try raw("-9007199254740991") { try $0.integer() } == -9_007_199_254_740_991)
        #expect(try raw("0") { try $0.integer() } == 0)
        #expect(try raw("false") { try $0.bool() } == false)
        #expect(try raw("null") { $0.isNull })
        for text in ["", "-", "00", "-0", "1.0", "9007199254740992", "12345678901234567", "\"1\""] {
            #expect(throws: JSONError.self) { try raw(text) { try $0.integer() } }
        }
        for text in ["", "\"", "x", "\"a", "\"\u{1}\""] {
            #expect(throws: JSONError.self) { try raw(text) { try $0.string() } }
        }
        #expect(throws: JSONError.self) { try raw("1") { try $0.bool() } }
        #expect(throws: JSONError.self) { try raw("[]") { _ = try $0.object() } }
        #expect(throws: JSONError.self) { try raw("{}") { _ = try $0.array() } }
    }

    @Test("Array elements come one by one")
    func elements() throws {
        try Array("[1,[2,3],\"a\"]".utf8).withUnsafeBufferPointer { buffer in
            var scanner = try JSONRaw(buffer).array()
            var elements: [String] = []
            while let element = try scanner.next() {
                elements.append(String(decoding: element.bytes, as: UTF8.self))
            }
            #expect(elements == ["1", "[2,3]", "\"a\""])
        }
    }

    @Test("The buffer writes the same bytes as the tree")
    func buffer() throws {
        var buffer = JSONBuffer()
        buffer.beginObject()
        buffer.key("a")
        buffer.beginArray()
        buffer.integer(0)
        buffer.integer(-42)
        buffer.integer(JSON.largestInteger)
        buffer.null()
        buffer.beginObject()
        buffer.endObject()
        buffer.endArray()
        buffer.key("b\u{1}")
        buffer.string("x\"\\\n\u{1F}指")
        buffer.key("c")
        buffer.bool(true)
        buffer.key("d")
        buffer.canonical(Array("[1]".utf8))
        buffer.endObject()

        let bytes = try buffer.finish()

        #expect(try JSON.parse(bytes).canonical() == bytes)
        let expected =
            #"{"a":[0,-42,9007199254740991,null,{}],"#
            + #""b\u0001":"x\"\\\n\u001f指","c":true,"d":[1]}"#
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(
        "An integer that is too large is refused when the writing ends",
        arguments: [Int.max, Int.min, 9_007_199_254_740_992])
    func largeIntegers(value: Int) {
        var buffer = JSONBuffer()
        buffer.integer(value)

        #expect(throws: JSONError.self) { try buffer.finish() }
    }
}
