import Crypto
import Foundation
import JSON

/// Closes attempts so that their own browser can carry them, and nobody can read, make or change
/// one: whoever only begins costs no memory. The key is gone with the process.
struct AttemptSeal: Sendable {
    /// Bytes; more is no cookie of ours.
    private static let longest = 4_096
    private let key = SymmetricKey(size: .bits256)

    func close(_ attempt: Attempt) -> String? {
        let box = try? AES.GCM.seal(Array(attempt.json.text().utf8), using: key)
        return box?.combined.map { Base64URL.text($0) }
    }

    func open(_ text: String) -> Attempt? {
        guard text.utf8.count <= Self.longest, let bytes = Base64URL.bytes(text),
            let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: key),
            let json = try? JSON.parse(Array(opened))
        else { return nil }
        return Attempt(json)
    }
}
