import Foundation
package import JSON
import Ledger

extension RecordPage.Model {
    /// The proof as a file that anyone can check without this server: the record's exact bytes,
    /// the hashes from its leaf up, and the root that was signed. Of a withheld record without its
    /// bytes. Nil before it was signed for.
    package var proofJSON: JSON? {
        guard let checkpoint else { return nil }
        return .object([
            .init("log", .string(checkpoint.origin)),
            .init("seq", .integer(entry.record.seq)),
            .init(
                "record",
                entry.isWithheld ? .null : .string(Data(entry.bytes).base64EncodedString())),
            .init("leaf", .string(entry.leaf.hex)),
            .init("inclusion", .array(proof.map { .string($0.hex) })),
            .init("size", .integer(checkpoint.size)),
            .init("root", .string(checkpoint.root.hex)),
            .init("checkpoint", .string(String(decoding: note, as: UTF8.self))),
            .init("how", .string(Self.how)),
        ])
    }

    private static let how =
        "RFC 9162, 2.1.3.2: leaf = SHA-256(00 || record), node = SHA-256(01 || left || right); "
        + "the leaf at seq and the inclusion hashes give root, which the checkpoint signs"

    /// A program of the standard library alone that checks the file.
    package static let checkingProgram = """
        import base64, hashlib, json
        proof = json.load(open("proof.json"))
        digest = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
        node = digest(b"\\0", base64.b64decode(proof["record"]))
        place, last = proof["seq"], proof["size"] - 1
        for sibling in map(bytes.fromhex, proof["inclusion"]):
            if place % 2 == 1 or place == last:
                node = digest(b"\\1", sibling, node)
                while place % 2 == 0 and place != 0:
                    place, last = place // 2, last // 2
            else:
                node = digest(b"\\1", node, sibling)
            place, last = place // 2, last // 2
        signed = base64.b64decode(proof["checkpoint"].split("\\n")[2])
        print("proven" if last == 0 and node == signed else "NOT PROVEN")
        """
}
