package import Delivery
import JSON
package import Ledger

/// Folds records into a city, in the order of their seqs.
package struct RecordFold: Sendable {
    package private(set) var city = City()
    package private(set) var head = LedgerHead.empty

    package init() {}

    package init(_ city: City, head: LedgerHead) {
        self.city = city
        self.head = head
    }

    /// Folds one record whose leaf hash is known. Refuses, with its seq, a record that does not
    /// follow the one before or whose type, version or fields this program does not know.
    @inline(__always)
    package mutating func fold(_ record: RecordView, leaf: Hash256) throws(LedgerError) {
        guard record.seq == head.size else {
            throw LedgerError(
                .seqGap, seq: head.size, zh: "应为第 \(head.size) 号记录，实为第 \(record.seq) 号",
                en: "record \(head.size) is expected, not \(record.seq)")
        }
        guard record.prev == head.leaf else {
            throw LedgerError(
                .prevBroken, seq: record.seq, zh: "prev 不是前一条记录的哈希",
                en: "prev is not the hash of the record before")
        }
        try apply(record)
        head = LedgerHead(size: head.size + 1, leaf: leaf)
    }

    private mutating func apply(_ record: RecordView) throws(LedgerError) {
        guard let kind = RecordFold.kind(of: record.type, version: record.v) else {
            throw LedgerError(
                .recordValue, seq: record.seq,
                zh: "未知的记录类型“\(record.type.text)”版本 \(record.v)，请使用更新的程序",
                en: "unknown record type \"\(record.type.text)\" version \(record.v); "
                    + "a newer program wrote it")
        }
        guard let at = Timestamp(utf8: record.at.bytes) else {
            throw LedgerError(
                .recordValue, seq: record.seq, zh: "at 不是时间", en: "at is not a time")
        }
        let occurrence = Occurrence(
            seq: record.seq, day: .epoch, at: at,
            actor: PersonID(unchecked: record.actor.text),
            organization: RecordFold.organization(record.org))
        do throws(FieldProblem) {
            try kind.fold(record.data, into: &city, occurrence)
        } catch {
            throw LedgerError(
                .recordValue, seq: record.seq,
                zh: "data.\(error.path):\(error.words.zh)",
                en: "data.\(error.path): \(error.words.en)")
        }
    }

    /// Who stands at the machine belongs to no organization; records name a place all the same.
    static let noOrganization: StaticString = "console"

    static func organization(_ text: RecordText) -> OrganizationID? {
        text == noOrganization ? nil : OrganizationID(unchecked: text.text)
    }

    @inline(__always)
    static func kind(of type: RecordText, version: Int) -> EventKind? {
        for kind in EventKind.all where type == kind.type && kind.version == version {
            return kind
        }
        return nil
    }
}
