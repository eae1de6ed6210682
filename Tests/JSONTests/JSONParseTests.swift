import JSON
import Testing

@Suite("Reading JSON")
struct JSONParseTests {
    @Test("A text of every kind of value is read as it was written")
    func everyKind() throws {
        let text = #" {"a":[1,-0.50e+2,true,false,null],"é":"\u00e9\n\ud83d\ude00/","":{}} "#

        let value = try JSON.parse(Array(text.utf8))

        #expect(
            value
                == .object([
                    .init(
                        "a",
                        .array([
                            .number("1"), .number("-0.50e+2"), .bool(true), .bool(false), .null,
                        ])),
                    .init("é", .string("é\n😀/")),
                    .init("", .object([])),
                ]))
    }

    @Test(
        "What is not JSON is refused with its code",
        arguments: [
            ("", "json_empty"), ("  ", "json_empty"), ("[", "json_unexpected_end"),
            ("[1,]", "json_unexpected_byte"), ("{\"a\" 1}", "json_unexpected_byte"),
            ("{\"a\":1,}", "json_unexpected_byte"), ("{a:1}", "json_unexpected_byte"),
            ("nul", "json_unexpected_end"), ("nulL", "json_unexpected_byte"),
            ("1 2", "json_trailing"), ("01", "json_number"), ("1.", "json_unexpected_end"),
            ("1.x", "json_number"), ("-", "json_unexpected_end"), ("1e+", "json_unexpected_end"),
            ("+1", "json_unexpected_byte"), (".5", "json_unexpected_byte"),
            ("\"abc", "json_unexpected_end"), ("\"\\", "json_unexpected_end"),
            ("\"a\u{1}\"", "json_control"), (#""\x""#, "json_escape"),
            (#""\u12G4""#, "json_escape"), (#""\ud800""#, "json_surrogate"),
            (#""\udc00x""#, "json_surrogate"), (#""\ud800\u0041""#, "json_surrogate"),
            (#"{"a":1,"a":2}"#, "json_duplicate_key"),
            (#"{"a":1,"\u0061":2}"#, "json_duplicate_key"), ("\u{FEFF}1", "json_unexpected_byte"),
            ("[1}", "json_unexpected_byte"), ("//", "json_unexpected_byte"),
        ])
    func refused(text: String, code: String) {
        let error = #expect(throws: JSONError.self) { try JSON.parse(Array(text.utf8)) }

        #expect(error?.code == code)
        #expect(error?.zh.isEmpty == false)
        #expect(error?.en.isEmpty == false)
    }

    @Test(
        "Bytes that are not UTF-8 are refused in strings",
        arguments: [
            [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xFF], [0xE4, 0xB8], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        let text = [UInt8(ascii: "\""), UInt8(ascii: "a")] + bytes + [UInt8(ascii: "\"")]

        let read = #expect(throws: JSONError.self) { try JSON.parse(text) }
        let checked = #expect(throws: JSONError.self) { try JSON.checkCanonical(text) }

        #expect(read?.code == "json_utf8")
        #expect(read?.offset == 2)
        #expect(checked?.code == "json_utf8")
    }

    @Test("An error tells line, column in scalars and offset in bytes")
    func place() {
        let error = #expect(throws: JSONError.self) {
            try JSON.parse(Array("{\n  \"指标\": x\n}".utf8))
        }

        #expect(error?.line == 2)
        #expect(error?.column == 9)
        #expect(error?.offset == 14)
    }

    @Test("Depth and length are limited")
    func limits() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth)
                + Array(repeating: UInt8(ascii: "]"), count: depth)
        }

        _ = try JSON.parse(nested(64))
        let deep = #expect(throws: JSONError.self) { try JSON.parse(nested(65)) }
        let long = #expect(throws: JSONError.self) {
            try JSON.parse(Array("[1,2]".utf8), limits: JSONLimits(bytes: 4))
        }
        let unclosed = #expect(throws: JSONError.self) {
            try JSON.parse(Array(repeating: UInt8(ascii: "["), count: 100_000))
        }

        #expect(deep?.code == "json_too_deep")
        #expect(long?.code == "json_too_long")
        #expect(unclosed?.code == "json_too_deep")
    }

    @Test("Keys are compared by bytes, not by what Unicode calls equivalent")
    func keysByBytes() throws {
        let value = try JSON.parse(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))

        #expect(value["\u{E9}"] == .number("1"))
        #expect(value["e\u{301}"] == .number("2"))
        #expect(JSON.string("\u{E9}") != .string("e\u{301}"))
        #expect(value["absent"] == nil)
        #expect(JSON.null["a"] == nil)
    }

    @Test("A key that stands twice among many is found")
    func manyKeys() {
        let keys = (0..<40).map { "\"k\($0)\":0" } + ["\"k3\":0"]
        let text = "{" + keys.joined(separator: ",") + "}"

        let error = #expect(throws: JSONError.self) { try JSON.parse(Array(text.utf8)) }

        #expect(error?.code == "json_duplicate_key")
    }

    @Test("The text for people keeps order and literals")
    func textForPeople() throws {
        let value = try JSON.parse(Array(#"{"b":[1.50,{}],"a":"x\"y"}"#.utf8))

        #expect(value.text() == #"{"b":[1.50,{}],"a":"x\"y"}"#)
        #expect(
            value.text(indent: 2) == """
                {
                  "b": [
                    1.50,
                    {}
                  ],
                  "a": "x\\"y"
                }
                """)
    }
}
