package import Delivery
import JSON
package import Ledger

/// A record read for folding. Its bytes are not needed any more, so it can be made on one
/// thread and folded on another.
package struct DecodedRecord: Sendable {
    let prev: Hash256
    package let body: any EventBody
    package let occurrence: Occurrence

    /// Refuses a type, version or field that this program does not know.
    package init(_ record: RecordView) throws(LedgerError) {
        guard let kind = Self.kind(of: record.type, version: record.v) else {
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
        do throws(FieldProblem) {
            let event = try kind.read(record.data)
            body = event.body
            prev = record.prev
            occurrence = Occurrence(
                seq: record.seq, day: event.day, at: at,
                actor: PersonID(unchecked: record.actor.text),
                organization: RecordFold.organization(record.org))
        } catch {
            throw LedgerError(
                .recordValue, seq: record.seq,
                zh: "data.\(error.path)：\(error.words.zh)",
                en: "data.\(error.path): \(error.words.en)")
        }
    }

    /// What the durable record of a seq cites by hash; nil where there is none.
    package static func cited(by seq: Int, in reader: any LedgerReader) -> Cited? {
        guard seq >= 0, seq < Int.max else { return nil }
        var batch = RecordBatch()
        do throws(LedgerError) { try reader.read(seq..<seq + 1, into: &batch) } catch {
            return nil
        }
        return batch.count == 1 ? cited(in: batch.record(0), at: seq) : nil
    }

    /// The same of a record's bytes; nil where they are none of seq `seq`.
    package static func cited(in bytes: [UInt8], at seq: Int) -> Cited? {
        bytes.withUnsafeBufferPointer { bytes in
            do throws(LedgerError) {
                return Cited(in: [try DecodedRecord(try RecordView(bytes, at: seq)).body])
            } catch {
                return nil
            }
        }
    }

    /// Few types have names of the same length, so few are compared.
    private static let kinds: [[EventKind]] = {
        let longest = EventKind.all.map(\.type.utf8CodeUnitCount).max() ?? 0
        return (0...longest).map { length in
            EventKind.all.filter { $0.type.utf8CodeUnitCount == length }
        }
    }()

    private static func kind(of type: RecordText, version: Int) -> EventKind? {
        guard kinds.indices.contains(type.bytes.count) else { return nil }
        return kinds[type.bytes.count].first { type == $0.type && version == $0.version }
    }
}
