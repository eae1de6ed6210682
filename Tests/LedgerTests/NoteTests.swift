import Ledger
import Testing

@Suite("Signed checkpoints")
struct NoteTests {
    private func published() throws -> (note: [UInt8], keys: [VerifierKey]) {
        let lines = try Files.fixture("vkeys.txt").split(separator: 0x0A)
        let keys = try lines.map { try VerifierKey(String(decoding: $0, as: UTF8.self)) }
        return (try Files.fixture("checkpoint.note"), keys)
    }

    private func witness() throws -> SigningKey {
        try SigningKey(
            name: "witness.audit.example/w1", seed: (32..<64).map { UInt8($0) },
            algorithm: .cosignature)
    }

    @Test("The published checkpoint is signed by the log and by its witness")
    func publishedNote() throws {
        let (note, keys) = try published()

        let checkpoint = try Checkpoint.verify(note, by: keys)
        let signers = try SignedNote(note).verify(by: keys)

        #expect(checkpoint.origin == Samples.log)
        #expect(checkpoint.size == 3)
        #expect(
            checkpoint.root.hex
                == "6c342f74fb0ae49f7f14812bf0fe1a31dc09b7600d94e523f857c3f3bde9216f")
        #expect(signers == keys)
        #expect(try Checkpoint.verify(note, by: [keys[1]]) == checkpoint)
    }

    @Test("The same keys make the same note again, byte by byte")
    func madeAgain() throws {
        let (note, keys) = try published()
        let checkpoint = try Checkpoint.verify(note, by: keys)

        var again = try SignedNote(try checkpoint.signed(by: [Samples.key()]))
        try again.sign(with: witness(), at: 1_767_225_600)

        #expect(again.bytes == note)
        #expect(try Samples.key().verifier == keys[0])
        #expect(try witness().verifier == keys[1])
        #expect(try SigningKey(Samples.key().text).verifier == keys[0])
    }

    @Test("Every changed, missing or added byte of a log's note is noticed")
    func everyByte() throws {
        let key = try Samples.key()
        let root = Merkle.leaf([1])
        let note = try Checkpoint(origin: Samples.log, size: 12, root: root).signed(by: [key])

        for place in note.indices {
            for bit in 0..<8 {
                var changed = note
                changed[place] ^= 1 << bit
                #expect(throws: LedgerError.self) {
                    try Checkpoint.verify(changed, by: [key.verifier])
                }
            }
            var shorter = note
            shorter.remove(at: place)
            #expect(throws: LedgerError.self) {
                try Checkpoint.verify(shorter, by: [key.verifier])
            }
            for byte in Samples.bytes("\n a=0") {
                var longer = note
                longer.insert(byte, at: place)
                #expect(throws: LedgerError.self) {
                    try Checkpoint.verify(longer, by: [key.verifier])
                }
            }
        }
    }

    @Test("Signatures of unknown keys are ignored, none at all is refused")
    func unknownKeys() throws {
        let stranger = try SigningKey.random(name: "other.example/log")
        let checkpoint = Checkpoint(origin: Samples.log, size: 0, root: Merkle.emptyRoot)

        let both = try checkpoint.signed(by: [stranger, Samples.key()])
        let strangers = try checkpoint.signed(by: [stranger])
        let keys = [try Samples.key().verifier]

        #expect(try Checkpoint.verify(both, by: keys) == checkpoint)
        let error = #expect(throws: LedgerError.self) { try Checkpoint.verify(strangers, by: keys) }
        #expect(error?.code == .noteUnsigned)
        let foreign = #expect(throws: LedgerError.self) {
            try Checkpoint.verify(strangers, by: [stranger.verifier])
        }
        #expect(foreign?.code == .logDiffers)
    }

    @Test("A forged signature of a known key is refused even beside a good one")
    func forged() throws {
        let good = try Checkpoint(origin: Samples.log, size: 1, root: .zero)
            .signed(by: [Samples.key()])
        let other = try Checkpoint(origin: Samples.log, size: 2, root: .zero)
            .signed(by: [Samples.key()])
        let line = other.split(separator: 0x0A).last.map { Array($0) + [0x0A] } ?? []

        let error = #expect(throws: LedgerError.self) {
            try Checkpoint.verify(good + line, by: [Samples.key().verifier])
        }

        #expect(error?.code == .noteForged)
    }

    @Test(
        "A malformed key is refused",
        arguments: [
            "", "a", "a+49356657+AQ==",
            "ledger+00000000+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "ledger.city.example/main+49356657+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG5=",
            "ledger.city.example/main+4935665G+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "ledger.city.example/main+49356657+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "ledger city+49356657+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        ])
    func malformedKeys(text: String) {
        let error = #expect(throws: LedgerError.self) { try VerifierKey(text) }

        #expect(error?.code == .keyMalformed)
    }
}
