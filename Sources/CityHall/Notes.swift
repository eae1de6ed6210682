package import Delivery
import Foundation
import JSON
import Ledger

/// A free text on its way out of a command: its bytes are kept beside the ledger under the hash
/// that the record cites. The salt keeps short texts from being guessed from their hashes.
package struct SealedText: Sendable, Hashable {
    package var hash: SHA256Text
    /// 16 bytes of salt, then the text in UTF-8.
    package var bytes: [UInt8]

    package init(hash: SHA256Text, bytes: [UInt8]) {
        self.hash = hash
        self.bytes = bytes
    }
}

/// Takes the free texts out of events and leaves their hashes.
struct NoteSealer: CitationVisitor {
    private(set) var sealed: [SealedText] = []
    /// Files that the events cite.
    private(set) var files: [SHA256Text] = []

    mutating func note(_ note: inout Note) { note = seal(note) }

    mutating func evidence(_ evidence: inout Evidence) { files.append(evidence.sha256) }

    /// The salt stands in the blob alone, so that with the blob it is gone too.
    private mutating func seal(_ note: Note) -> Note {
        guard case .text(let text) = note else { return note }
        let bytes = Nonce.random().bytes + Array(text.utf8)
        let hex = bytes.withUnsafeBytes { Merkle.sha256($0) }.hex
        guard let hash = SHA256Text(hex) else { return note }
        sealed.append(SealedText(hash: hash, bytes: bytes))
        return .sealed(hash)
    }
}

/// Keeps texts by their hashes. What was purged is gone, and the records that cite it stand.
package protocol BlobStore: Sendable {
    /// Returns once all are durable. Keeping the same bytes twice is no error.
    func keep(_ texts: [SealedText]) throws
    func bytes(of hash: SHA256Text) throws -> [UInt8]?
    /// Returns once the bytes are gone for good; removing what is not there is no error.
    func remove(_ hash: SHA256Text) throws
}

extension BlobStore {
    /// The text of a note; nil where it was purged or cannot be read.
    package func text(of note: Note) -> String? {
        switch note {
        case .text(let text): text
        case .sealed(let hash):
            (try? bytes(of: hash)).flatMap { $0 }.map {
                String(decoding: $0.dropFirst(16), as: UTF8.self)
            }
        }
    }
}
