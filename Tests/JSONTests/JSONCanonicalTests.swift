import JSON
import Testing

@Suite("Canonical JSON")
struct JSONCanonicalTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try JSON.parse(Array(text.utf8)).canonical(), as: UTF8.self)
    }

    @Test("Keys are sorted by UTF-16 code units, as in RFC 8785, 3.2.3")
    func order() throws {
        let text = """
            {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet",
            "1":"One","\\ud83d\\ude00":"Emoji","\\u0080":"Control","\\u00f6":"Latin"}
            """

        let keys = try JSON.parse(Array(canonical(text).utf8)).objectValue?.map(\.key)

        #expect(keys == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
    }

    @Test("Only what must be escaped is escaped, the short way where there is one")
    func escapes() throws {
        let text = #"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\b\f\t\r\u007f"]"#

        #expect(
            try canonical(text) == #"["€$\u000f\nA'B\"\\\\\"/\b\f\t\r"# + "\u{7F}\"]")
    }

    @Test(
        "Integers below 2^53 are written, other numbers refused",
        arguments: [
            ("0", true), ("-0", true), ("9007199254740991", true), ("-9007199254740991", true),
            ("9007199254740992", false), ("-9007199254740992", false), ("1.0", false),
            ("1e2", false), ("99999999999999999999999", false),
        ])
    func numbers(literal: String, fine: Bool) throws {
        if fine {
            #expect(try canonical(literal) == (literal == "-0" ? "0" : literal))
        } else {
            let error = #expect(throws: JSONError.self) { try canonical(literal) }
            #expect(error?.code == "json_not_integer")
        }
    }

    @Test("A tree built by hand with a bad literal or a doubled key is refused")
    func builtByHand() {
        #expect(throws: JSONError.self) { try JSON.number("007").canonical() }
        #expect(throws: JSONError.self) { try JSON.number("").canonical() }
        #expect(throws: JSONError.self) { try JSON.number("--1").canonical() }
        #expect(throws: JSONError.self) {
            try JSON.object([.init("a", .null), .init("a", .null)]).canonical()
        }
    }

    @Test(
        "The check refuses what is JSON but not canonical",
        arguments: [
            #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, "[1, 2]", " 1", "1 ", "-0", "01", "1.0", "1e2",
            "9007199254740992", #""\u0041""#, #""\/""#, #""\u000A""#, #""\u000a""#, #""\u001F""#,
            "{\"\u{FB33}\":1,\"😀\":2}", #"{"\t":1,"\b":2}"#, "", "[1", "tru", "\"\\ud83d\\ude00\"",
        ])
    func notCanonical(text: String) {
        #expect(throws: JSONError.self) { try JSON.checkCanonical(Array(text.utf8)) }
    }

    @Test("The check agrees with reading and writing again, on random values and on damage")
    func checkAgrees() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let bytes = try RandomJSON.value(&random, depth: 4).canonical()
            #expect(throws: Never.self, "seed \(seed)") { try JSON.checkCanonical(bytes) }
            for _ in 0..<20 {
                var damaged = bytes
                let place = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
                case 1: damaged.remove(at: place)
                default: damaged.insert(Array("{}[],:\"\\0-9e ".utf8).randomElement()!, at: place)
                }
                let again = try? JSON.parse(damaged).canonical()
                let passes = (try? JSON.checkCanonical(damaged)) != nil
                #expect(passes == (again == damaged), "seed \(seed): \(damaged)")
                Self.scan(damaged)
            }
        }
    }

    /// Walks through whatever is there; the point is that it ends.
    private static func scan(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { scan(JSONRaw($0), depth: 0) }
    }

    private static func scan(_ raw: JSONRaw, depth: Int) {
        _ = try? raw.string()
        _ = try? raw.integer()
        _ = try? raw.bool()
        guard depth < 20 else { return }
        if var object = try? raw.object() {
            while let member = try? object.next() {
                _ = try? member.key.key()
                scan(member.value, depth: depth + 1)
            }
        }
        if var array = try? raw.array() {
            while let element = try? array.next() { scan(element, depth: depth + 1) }
        }
    }
}
