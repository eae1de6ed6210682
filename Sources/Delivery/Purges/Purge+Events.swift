import HashTreeCollections
import Rulebook

package struct PurgeProposed: EventBody {
    package static let type: StaticString = "blob.purge_proposed"
    package var sha256 = SHA256Text.blank
    package var record = 0
    package var reason = PurgeReason.personal
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("sha256", &sha256)
        try visitor.field("record", &record)
        try visitor.field("reason", &reason)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.purges.propose(
            Purge(
                sha256: sha256, record: record, reason: reason, note: note,
                proposed: city.purgeStep(at), outcome: .open))
    }
}

/// The tombstone: what had this hash is removed once the record is durable.
package struct BlobPurged: EventBody {
    package static let type: StaticString = "blob.purged"
    package var sha256 = SHA256Text.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("sha256", &sha256)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.purges.settle(sha256, as: .purged(city.purgeStep(at), note: note))
    }
}

package struct PurgeDeclined: EventBody {
    package static let type: StaticString = "blob.purge_declined"
    package var sha256 = SHA256Text.blank
    package var note: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("sha256", &sha256)
        try visitor.optional("note", &note)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.purges.settle(sha256, as: .declined(city.purgeStep(at), note: note))
    }
}

extension City {
    fileprivate func purgeStep(_ at: Occurrence) -> Purge.Step {
        // The kinds of administrators exclude one another, so there is at most one.
        let kind = actor(at.actor)?.roles.first { Role.administrators.contains($0) }
        return Purge.Step(day: at.day, by: at.actor, kind: kind, seq: at.seq)
    }
}
