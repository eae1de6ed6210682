import ArgumentParser
import Ledger

/// The record that a question is looked at from, as a user names it.
enum RecordNumber {
    static func check(_ asOf: Int?) throws {
        guard let asOf, asOf < 0 else { return }
        throw ValidationError(
            SpokenLanguage.present.of(
                zh: "--as-of 应为记录号，从 0 起", en: "--as-of is a record's number, from 0"))
    }

    /// How many records to look at: up to and with the one named, or all.
    static func size(upTo asOf: Int?, in reader: some LedgerReader) throws -> Int {
        let size = try reader.head().size
        guard let asOf else { return size }
        guard asOf < size else {
            throw Complaint(
                "record_unknown",
                zh: size == 0 ? "台账还没有记录" : "没有第 \(asOf) 号记录；最后一条是第 \(size - 1) 号",
                en: size == 0
                    ? "the ledger has no records yet"
                    : "there is no record \(asOf); the last one is \(size - 1)")
        }
        return asOf + 1
    }
}
