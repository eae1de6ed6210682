/// A text with signatures under it (C2SP signed-note).
public struct SignedNote: Sendable, Equatable {
    /// One line `— name base64(hash ‖ signature)`.
    public struct Signature: Sendable, Equatable {
        public var name: String
        /// Which of the name's keys.
        public var hash: [UInt8]
        public var bytes: [UInt8]
    }

    /// Ends with a line break.
    public let text: [UInt8]
    public private(set) var signatures: [Signature]

    private static let dash = Array("— ".utf8)
    private static let mostSignatures = 100

    init(text: [UInt8]) {
        self.text = text
        signatures = []
    }

    /// Reads a note; `note_malformed` where it has no text, no signature, or a byte that a
    /// note cannot have. Whose signatures they are is not looked at.
    public init(_ note: [UInt8]) throws(LedgerError) {
        guard note.count <= 1_000_000, String(validating: note, as: UTF8.self) != nil,
            note.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }), note.last == 0x0A
        else { throw Self.malformed(1) }
        var start = note.count - 1
        while start > 1, !(note[start - 1] == 0x0A && note[start - 2] == 0x0A) { start -= 1 }
        guard start > 1, start < note.count - 1 else { throw Self.malformed(1) }
        text = Array(note[..<(start - 1)])
        signatures = []
        let lines = note[start..<(note.count - 1)].split(
            separator: 0x0A, omittingEmptySubsequences: false)
        let before = text.count { $0 == 0x0A } + 1
        guard lines.count <= Self.mostSignatures else { throw Self.malformed(before) }
        for (index, line) in lines.enumerated() {
            guard let signature = Self.signature(line) else {
                throw Self.malformed(before + index + 1)
            }
            signatures.append(signature)
        }
    }

    private static func signature(_ line: ArraySlice<UInt8>) -> Signature? {
        guard line.starts(with: dash) else { return nil }
        let parts = line.dropFirst(dash.count).split(
            separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(UInt8(ascii: "+")),
            let bytes = Base64.decode(parts[1]), bytes.count >= 5
        else { return nil }
        return Signature(
            name: String(decoding: parts[0], as: UTF8.self), hash: Array(bytes.prefix(4)),
            bytes: Array(bytes.dropFirst(4)))
    }

    static func malformed(_ line: Int) -> LedgerError {
        LedgerError(
            .noteMalformed, zh: "签名文本第 \(line) 行格式不正确",
            en: "line \(line) is not as a signed note has it")
    }

    public var bytes: [UInt8] {
        var note = text + [0x0A]
        for signature in signatures {
            note += Self.dash
            note += Array(signature.name.utf8)
            note += [0x20]
            note += Array(Base64.encode(signature.hash + signature.bytes).utf8)
            note += [0x0A]
        }
        return note
    }

    /// Adds a signature. A witness says when, in seconds since 1970; a log does not.
    public mutating func sign(with key: SigningKey, at time: UInt64 = 0) throws(LedgerError) {
        let signature: [UInt8]
        switch key.algorithm {
        case .ed25519:
            signature = try key.signature(of: text)
        case .cosignature:
            let moment = (0..<8).map { UInt8(time >> (56 - 8 * UInt64($0)) & 255) }
            signature = moment + (try key.signature(of: cosigned(at: time)))
        }
        signatures.append(
            Signature(name: key.name, hash: key.verifier.hash, bytes: signature))
    }

    private func cosigned(at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text
    }

    /// Which of `keys` have signed. Signatures of other keys are ignored; one that claims to
    /// be of a given key and is not is `note_forged`, and none at all `note_unsigned`.
    @discardableResult
    public func verify(by keys: [VerifierKey]) throws(LedgerError) -> [VerifierKey] {
        var signers: [VerifierKey] = []
        for signature in signatures {
            let signer = keys.first {
                $0.name.utf8.elementsEqual(signature.name.utf8) && $0.hash == signature.hash
            }
            guard let signer else { continue }
            guard isGenuine(signature, of: signer) else {
                throw LedgerError(
                    .noteForged, zh: "\(signer.name) 的签名与内容不符",
                    en: "the signature of \(signer.name) does not fit the text")
            }
            if !signers.contains(signer) { signers.append(signer) }
        }
        if signers.isEmpty {
            let names = keys.map(\.name).joined(separator: ", ")
            throw LedgerError(
                .noteUnsigned, zh: "没有 \(names) 的签名", en: "there is no signature of \(names)")
        }
        return signers
    }

    private func isGenuine(_ signature: Signature, of key: VerifierKey) -> Bool {
        switch key.algorithm {
        case .ed25519:
            return key.verifies(signature.bytes, of: text)
        case .cosignature:
            guard signature.bytes.count == 72 else { return false }
            let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return key.verifies(signature.bytes.dropFirst(8), of: cosigned(at: time))
        }
    }
}
