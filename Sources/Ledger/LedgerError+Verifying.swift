/// What verifying finds wrong.
extension LedgerError {
    /// The records wanted are not those found: the first seq that is not where it belongs.
    static func seqGap(_ wanted: Range<Int>, _ found: [Int]) -> LedgerError {
        let good = zip(wanted, found).prefix { $0 == $1 }.count
        let seq = min(wanted.lowerBound + good, wanted.upperBound)
        let there = found.dropFirst(good).first
        return LedgerError(
            .seqGap, seq: seq,
            zh: "应为第 \(seq) 号记录，" + (there.map { "实为第 \($0) 号" } ?? "此处没有记录"),
            en: "record \(seq) is expected, "
                + (there.map { "but \($0) follows" } ?? "but there is none"))
    }

    static func leafDiffers(_ seq: Int) -> LedgerError {
        LedgerError(
            .leafDiffers, seq: seq, zh: "第 \(seq) 号记录的内容与其哈希不符",
            en: "the bytes of record \(seq) do not have the hash kept with them")
    }

    static func prevBroken(_ seq: Int) -> LedgerError {
        LedgerError(
            .prevBroken, seq: seq, zh: "第 \(seq) 号记录的 prev 不是前一条记录的哈希",
            en: "the prev of record \(seq) is not the hash of the record before")
    }

    static func commandBroken(_ seq: Int) -> LedgerError {
        LedgerError(
            .commandBroken, seq: seq, zh: "第 \(seq) 号记录与其命令的其他记录不连续或不一致",
            en: "record \(seq) does not continue its command, or lacks the rest of it")
    }

    static func commandsDiffer(_ seq: Int) -> LedgerError {
        LedgerError(
            .commandsDiffer, seq: seq, zh: "命令索引与第 \(seq) 号起的记录不一致",
            en: "the index of commands does not fit the records from \(seq)")
    }

    static func logDiffers(_ seq: Int) -> LedgerError {
        LedgerError(
            .logDiffers, seq: seq, zh: "第 \(seq) 号记录属于另一台账",
            en: "record \(seq) belongs to another log")
    }
}
