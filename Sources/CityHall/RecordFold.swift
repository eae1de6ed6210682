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
    package mutating func fold(_ record: RecordView, leaf: Hash256) throws(LedgerError) {
        try fold(DecodedRecord(record), leaf: leaf)
    }

    /// The same for a record decoded before.
    package mutating func fold(_ record: DecodedRecord, leaf: Hash256) throws(LedgerError) {
        let seq = record.occurrence.seq
        guard seq == head.size else {
            throw LedgerError(
                .seqGap, seq: head.size, zh: "应为第 \(head.size) 号记录，实为第 \(seq) 号",
                en: "record \(head.size) is expected, not \(seq)")
        }
        guard record.prev == head.leaf else {
            throw LedgerError(
                .prevBroken, seq: seq, zh: "prev 不是前一条记录的哈希",
                en: "prev is not the hash of the record before")
        }
        city.apply(record.body, record.occurrence)
        head = LedgerHead(size: head.size + 1, leaf: leaf)
    }

    /// Who stands at the machine belongs to no organization; records name a place all the same.
    static let noOrganization: StaticString = "console"

    static func organization(_ text: RecordText) -> OrganizationID? {
        text == noOrganization ? nil : OrganizationID(unchecked: text.text)
    }
}
