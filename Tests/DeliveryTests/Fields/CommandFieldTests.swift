import Delivery
import JSON
import Rulebook
import Testing

@Suite("Fields of commands")
struct CommandFieldTests {
    private func read(_ text: String) -> Refusal? {
        do throws(Refusal) {
            _ = try CommandKind.read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("a command that cannot be read is refused with its field's path")
    func paths() {
        let cases: [(String, Refusal.Code, String?)] = [
            (#"[]"#, .fieldWrongType, nil),
            (#"{}"#, .fieldMissing, "cmd"),
            (#"{"cmd":1}"#, .fieldWrongType, nil),
            (#"{"cmd":"project.fly"}"#, .commandUnknown, "cmd"),
            (#"{"claim":1,"cmd":"project.withdrawClaim"}"#, .fieldMissing, "project"),
            (
                #"{"claim":"1","cmd":"project.withdrawClaim","project":"p"}"#, .fieldWrongType,
                "claim"
            ),
            (
                #"{"claim":1,"cmd":"project.withdrawClaim","note":"x","project":"p"}"#,
                .fieldUnknown, "note"
            ),
            (
                #"{"claim":1,"cmd":"project.withdrawClaim","project":"-p"}"#, .fieldMalformed,
                "project"
            ),
            (
                #"{"cmd":"project.credit","credits":[{"organization":"a","share":"1"},"#
                    + #"{"organization":"b","share":"2"}],"from":"2024-01-01","project":"p"}"#,
                .fieldMalformed, "credits[1].share"
            ),
            (
                #"{"cmd":"project.credit","credits":[{"organization":"a"}],"from":"2024-01-01","#
                    + #""project":"p"}"#, .fieldMissing, "credits[0].share"
            ),
            (
                #"{"cmd":"project.credit","from":"2024-02-30","project":"p"}"#, .fieldMalformed,
                "from"
            ),
            (
                #"{"amount":"1.005","cmd":"project.planYear","project":"p","year":2024}"#,
                .fieldMalformed, "amount"
            ),
            (
                #"{"as_of":"2024-01-31","cmd":"project.report","project":"p","#
                    + #""stage":{"source":"","unknown":"no"}}"#, .fieldMalformed, "stage.unknown"
            ),
        ]
        for (text, code, path) in cases {
            let refusal = read(text)
            #expect(refusal?.code == code, "\(text): \(String(describing: refusal))")
            #expect(refusal?.field == path || path == nil, "\(text): \(refusal?.field ?? "")")
        }
    }

    @Test("a text may be 4,096 bytes long and a note 16,384, not one more")
    func lengths() {
        func register(_ field: String, _ count: Int) -> Refusal? {
            var command = RegisterProject.example
            let text =
                String(repeating: "字", count: count / 3) + String(repeating: "a", count: count % 3)
            if field == "name" { command.proposed.profile.name = text }
            if field == "description" { command.proposed.profile.description = .text(text) }
            return read(String(decoding: CommandKind.canonical(command), as: UTF8.self))
        }
        #expect(register("name", 4_096) == nil)
        #expect(register("name", 4_097)?.code == .fieldTooLong)
        #expect(register("name", 4_097)?.field == "name")
        #expect(register("description", 16_384) == nil)
        #expect(register("description", 16_385)?.code == .fieldTooLong)
    }

    @Test(
        "each example is canonical and read back to the same bytes",
        arguments: CommandKind.all.map(\.name))
    func examples(_ name: String) throws {
        let example = try #require(CommandKind.named(name)).example()
        try JSON.checkCanonical(example)
        let command = try CommandKind.read(example)
        #expect(canonical(command) == example)
    }

    private func canonical(_ command: some Command) -> [UInt8] { CommandKind.canonical(command) }

    @Test("amounts are exact to the minor unit and never beyond the bound")
    func amounts() {
        #expect(Money("0.01")?.minor == 1)
        #expect(Money("-12.5")?.minor == -1_250)
        #expect(Money("9999999999999999.99")?.minor == Money.bound - 1)
        for text in [
            "10000000000000000", "0.001", "1e3", "", ".5", "5.", "1,000", "１", "+1", "--1",
        ] {
            #expect(Money(text) == nil, "\(text)")
        }
        #expect(MoneyUnit.yi.text(Money(minor: 238_945_000_000)) == "23.8945")
        #expect(MoneyUnit.yi.text(Money(minor: -1)) == "-0.0000000001")
    }

    @Test("decimals keep their value and lose their trailing zeros")
    func decimals() {
        for (text, shown) in [
            ("1.50", "1.5"), ("-0.05", "-0.05"), ("100", "100"), ("-0", "0"), ("0.000", "0"),
            ("999999999999999999", "999999999999999999"), ("007", "7"),
        ] {
            #expect(Decimal(text)?.description == shown)
        }
        for text in ["1234567890123456789", "0.1234567890123", "-", ".", "1.", "1.2.3", "１"] {
            #expect(Decimal(text) == nil, "\(text)")
        }
    }
}
