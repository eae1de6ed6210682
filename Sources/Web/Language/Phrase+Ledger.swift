extension Phrase {
    static let headOfLedger = Phrase("台账之首", "Head of the ledger")
    static let size = Phrase("记录数", "Records")
    static let leafHash = Phrase("叶哈希", "Leaf hash")
    static let previousHash = Phrase("前一条的叶哈希", "Leaf hash before")
    static let root = Phrase("树根", "Root")
    static let log = Phrase("台账名", "Log")
    static let signedSize = Phrase("签名覆盖的记录数", "Records signed for")
    static let checkpoint = Phrase("检查点", "Checkpoint")
    static let noCheckpoint = Phrase("尚未签名", "none signed yet")
    static let downloadNote = Phrase("下载签名文本", "signed note")
    static let ledgerEmpty = Phrase("台账还是空的。", "The ledger is still empty.")
    static let noRecordMatches = Phrase(
        "没有符合这些条件的记录。", "No record meets these conditions.")
    static let recordedAt = Phrase("记录时间", "Recorded")
    static let what = Phrase("事项", "What")
    static let organization = Phrase("单位", "Organization")
    static let subject = Phrase("关于", "About")
    static let actor = Phrase("经手", "By")
    static let console = Phrase("本机", "console")
    static let projectNumber = Phrase("项目编号", "Project number")
    static let recordBytes = Phrase("记录内容", "The record")
    static let downloadBytes = Phrase("下载原始字节", "The exact bytes")
    static let bytesNote = Phrase(
        "叶哈希是 SHA-256(00 ‖ 原始字节)。", "The leaf hash is SHA-256(00 ‖ these bytes).")
    static let typeAndVersion = Phrase("类型", "Type")
    static let command = Phrase("命令", "Command")
    static let siblings = Phrase("同一命令的记录", "Records of the command")
    static let inclusion = Phrase("它在台账里的证明", "Proof that it stands in the ledger")
    static let notSignedYet = Phrase(
        "最近一次签名还没有覆盖这条记录，请稍后刷新。",
        "The last checkpoint does not cover this record yet. Reload in a moment.")
    static let proven = Phrase("已核验：在签名的树中", "Verified: in the signed tree")
    static let notProven = Phrase("核验不通过", "Not verified")

    static func ledgerLead(_ count: Int) -> Phrase {
        let count = Localizer(.zh).count(count)
        return Phrase(
            "\(count) 条记录，只增不改，每条都由后一条的哈希锁住。",
            "\(count) records, only ever added to, each locked in by the hash of the next.")
    }
    static func bytes(_ count: Int) -> Phrase { Phrase("\(count) 字节", "\(count) bytes") }
    static func siblingsCount(_ index: Int, of count: Int) -> Phrase {
        Phrase("共 \(count) 条，这是第 \(index) 条：", "\(index) of \(count):")
    }
    static func proofSteps(_ count: Int) -> Phrase {
        Phrase("\(count) 步证明", "\(count) steps of proof")
    }
}
