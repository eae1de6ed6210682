import HashTreeCollections
import Rulebook

package struct ProposePurge: ProposingCommand {
    package static let name: StaticString = "blob.proposePurge"
    package static let title = Words(
        zh: "提请清除文本或佐证文件（须由另一类管理员确认）",
        en: "Propose to purge a text or a file of evidence, which an administrator of another kind"
            + " must confirm")
    package static let may = Role.administrators
    package static let refusals: [Refusal.Code] = [
        .recordUnknown, .notCited, .purgePending, .blobPurged,
    ]
    package static let example = ProposePurge {
        $0.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
        $0.record = 20
        $0.reason = .personal
        $0.note = .text("照片中有群众正面像")
    }

    package var proposed = PurgeProposed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try proposed.note.requireFresh(field: "note")
        let hash = proposed.sha256
        if let purge = city.purges[hash] {
            if let step = purge.tombstone { throw .purged(hash, step, field: "sha256") }
            guard !purge.isOpen else {
                throw Refusal(
                    .purgePending, field: "sha256",
                    zh: "第 \(purge.proposed.seq) 号记录已提请清除，请等另一类管理员确认或不予清除",
                    en: "record \(purge.proposed.seq) proposes this already; an administrator of"
                        + " another kind is to confirm or decline it")
            }
        }
        guard let cited = asked.cited(proposed.record) else {
            throw Refusal(
                .recordUnknown, field: "record",
                zh: "台账没有第 \(proposed.record) 号记录，请写引用它的那条记录的编号",
                en: "the ledger has no record \(proposed.record); give the number of the record"
                    + " that cites it")
        }
        guard cited.hashes.contains(hash) else {
            throw Refusal(
                .notCited, field: "sha256",
                zh: "第 \(proposed.record) 号记录没有引用这个文本或文件，请核对哈希和记录编号",
                en: "record \(proposed.record) cites no text or file of this hash; compare both"
                    + " with the record's page")
        }
    }
}

package struct ConfirmPurge: ProposingCommand {
    package static let name: StaticString = "blob.confirmPurge"
    package static let title = Words(
        zh: "确认清除：文本或文件从此不可恢复", en: "Confirm a purge: the text or file is gone for good")
    package static let may: Set<Role> = [.securityAdministrator, .auditAdministrator]
    package static let refusals = SettlingPurge.refusals
    package static let example = ConfirmPurge {
        $0.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
    }

    package var proposed = BlobPurged()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try proposed.note.requireFresh(field: "note")
        try SettlingPurge.check(proposed.sha256, city, asked)
    }
}

package struct DeclinePurge: ProposingCommand {
    package static let name: StaticString = "blob.declinePurge"
    package static let title = Words(zh: "不予清除", en: "Decline a purge")
    package static let may: Set<Role> = [.securityAdministrator, .auditAdministrator]
    package static let refusals = SettlingPurge.refusals
    package static let example = DeclinePurge {
        $0.sha256 = SHA256Text(String(repeating: "0", count: 64)) ?? .blank
        $0.note = .text("已有遮挡，可以保留")
    }

    package var proposed = PurgeDeclined()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try proposed.note.requireFresh(field: "note")
        try SettlingPurge.check(proposed.sha256, city, asked)
    }
}

/// What both answers to a proposal ask for: it is open, and who answers is another person and
/// another kind of administrator than who proposed.
private enum SettlingPurge {
    static let refusals: [Refusal.Code] = [.purgeUnknown, .blobPurged, .samePerson, .sameRole]

    static func check(_ hash: SHA256Text, _ city: City, _ asked: Asked) throws(Refusal) {
        guard let purge = city.purges[hash] else { throw Self.unknown }
        if let step = purge.tombstone { throw .purged(hash, step, field: "sha256") }
        guard purge.isOpen else { throw Self.unknown }
        guard purge.proposed.by != asked.actor.person else {
            throw Refusal(
                .samePerson, field: "sha256", zh: "清除由“\(purge.proposed.by)”提请，须由他人决定",
                en: "\"\(purge.proposed.by)\" proposed the purge; somebody else must decide")
        }
        if let kind = purge.proposed.kind, asked.actor.roles.contains(kind) {
            throw Refusal(
                .sameRole, field: "sha256",
                zh: "清除由\(kind.words.zh)提请，须由另一类管理员决定",
                en: "a \(kind.words.en) proposed the purge; an administrator of another kind must"
                    + " decide")
        }
    }

    private static let unknown = Refusal(
        .purgeUnknown, field: "sha256", zh: "没有待决定的清除提请，请先提请（blob.proposePurge）",
        en: "no purge of this is proposed; propose it first (blob.proposePurge)")
}

extension Refusal {
    /// Of what is gone: it cannot be purged again, and is not taken back.
    package static func purged(
        _ hash: SHA256Text, _ step: Purge.Step, field: String?
    ) -> Refusal {
        Refusal(
            .blobPurged, field: field,
            zh: "\(hash.text.prefix(16))… 已于 \(step.day) 按第 \(step.seq) 号记录清除，不再收存",
            en: "\(hash.text.prefix(16))… was purged on \(step.day) by record \(step.seq) and is"
                + " not kept any more")
    }
}
