/// A tree's size and root under the log's name (C2SP tlog-checkpoint): whoever keeps a signed
/// one can tell for ever whether what was recorded by then was changed.
public struct Checkpoint: Sendable, Equatable {
    /// The log's name.
    public var origin: String
    public var size: Int
    public var root: Hash256
    /// Lines that others may add; this ledger writes none.
    public var extensions: [String] = []

    public init(origin: String, size: Int, root: Hash256) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads a note's text: origin, size, base64 of the root, any further lines.
    public init(text: [UInt8]) throws(LedgerError) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true, lines.count >= 3 else {
            throw SignedNote.malformed(lines.count)
        }
        guard !lines[0].isEmpty else { throw SignedNote.malformed(1) }
        let digits = String(decoding: lines[1], as: UTF8.self)
        guard let size = Int(digits), size >= 0, String(size) == digits else {
            throw SignedNote.malformed(2)
        }
        guard let bytes = Base64.decode(lines[2]), let root = Hash256(bytes) else {
            throw SignedNote.malformed(3)
        }
        for (index, line) in lines.enumerated().dropFirst(3) where line.isEmpty {
            throw SignedNote.malformed(index + 1)
        }
        origin = String(decoding: lines[0], as: UTF8.self)
        self.size = size
        self.root = root
        extensions = lines.dropFirst(3).map { String(decoding: $0, as: UTF8.self) }
    }

    public var text: [UInt8] {
        let lines = [origin, String(size), Base64.encode(root.bytes)] + extensions
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// Reads a signed checkpoint that at least one of the keys has signed. A log's key vouches
    /// for its own name only.
    public static func verify(
        _ note: [UInt8], by keys: [VerifierKey]
    ) throws(LedgerError) -> Checkpoint {
        let signed = try SignedNote(note)
        let signers = try signed.verify(by: keys)
        let checkpoint = try Checkpoint(text: signed.text)
        let foreign = signers.first {
            $0.algorithm == .ed25519 && !$0.name.utf8.elementsEqual(checkpoint.origin.utf8)
        }
        if let foreign {
            throw LedgerError(
                .logDiffers, zh: "检查点属于 \(checkpoint.origin)，签名者为 \(foreign.name)",
                en: "a checkpoint of \(checkpoint.origin) signed by \(foreign.name)")
        }
        return checkpoint
    }

    /// The signed note, with one line for each key.
    public func signed(by keys: [SigningKey]) throws(LedgerError) -> [UInt8] {
        var note = SignedNote(text: text)
        for key in keys { try note.sign(with: key) }
        return note.bytes
    }
}

/// Signs a ledger's tree as it stands.
public struct CheckpointSigner: Sendable {
    public let key: SigningKey

    public init(key: SigningKey) {
        self.key = key
    }

    public func checkpoint(of tree: MerkleFrontier) throws(LedgerError) -> StoredCheckpoint {
        let checkpoint = Checkpoint(origin: key.name, size: tree.size, root: tree.root)
        return StoredCheckpoint(size: tree.size, note: try checkpoint.signed(by: [key]))
    }
}
