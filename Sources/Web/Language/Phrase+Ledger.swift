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
    static let cites = Phrase("引用", "Cites")
    static let command = Phrase("命令", "Command")
    static let siblings = Phrase("同一命令的记录", "Records of the command")
    static let inclusion = Phrase("它在台账里的证明", "Proof that it stands in the ledger")
    static let notSignedYet = Phrase(
        "最近一次签名还没有覆盖这条记录，请稍后刷新。",
        "The last checkpoint does not cover this record yet. Reload in a moment.")
    static let proven = Phrase("已核验：在签名的树中", "Verified: in the signed tree")
    static let notProven = Phrase("核验不通过", "Not verified")

    static let until = Phrase("至", "To")
    static let subjectID = Phrase("关于（编号）", "About (number)")
    static let subjectHint = Phrase(
        "项目、单位或发现的编号", "of a project, organization or finding")
    static let downloadProof = Phrase("下载证明（JSON）", "The proof (JSON)")
    static let howToCheck = Phrase("怎样不靠本站核对", "How to check it without this site")
    static let howToCheckLead = Phrase(
        "把证明存为 proof.json，用任何一台装有 Python 的机器运行下面的程序；检查点的签名另用公钥核对。",
        "Save the proof as proof.json and run this on any machine with Python; "
            + "the checkpoint's signature is checked with the public key.")
    static let verifyTitle = Phrase("核验整本台账", "Verify the ledger")
    static let verifyLead = Phrase("逐条重算，当场出结果", "every record is computed again, now")
    static let noKeysHere = Phrase(
        "本服务没有公钥，不能在这里核验；请按下面的办法自己核验。",
        "This server has no public key to verify with; verify it yourself as below.")
    static let lookAgain = Phrase("再看一次", "Look again")
    static let ledgerIsSound = Phrase("台账完好", "The ledger is sound")
    static let ledgerIsUnsound = Phrase("台账有问题，从这里起：", "The ledger is not sound, from here on:")
    static let whatToDoUnsound = Phrase(
        "停止写入，保留整个数据目录，用 saima verify 复核，并与别处保存的检查点对照。",
        "Stop writing, keep the whole data directory, verify again with saima verify, and compare "
            + "with checkpoints kept elsewhere.")
    static let recordsWhat = Phrase(
        "逐条哈希相符，前后相连，没有缺号",
        "each with the hash it should have, chained to the one before, none missing")
    static let commandsWhat = Phrase("命令完整，回执相符", "commands, whole and with their receipts")
    static let verifyYourself = Phrase("自己核验", "Verify it yourself")
    static let keepCheckpoint = Phrase(
        "把检查点存到别处：以后谁改动了已签的任何一条，都会被它发现。",
        "Keep a checkpoint elsewhere: "
            + "it tells for ever whether anything signed by then was changed.")
    static let publicKey = Phrase("台账的公钥：", "The ledger's public key:")
    static let verifyByProgram = Phrase(
        "在数据目录的副本上运行核验程序；它还重放每一条，并核对所引的文本和佐证。",
        "Run the verifier on a copy of the data directory; it also folds every record again and "
            + "checks the texts and evidence cited.")
    static let verifyOneRecord = Phrase(
        "只核对一条：打开它，下载证明，按那里的程序核对。",
        "For one record, open it, download its proof and check it by the program there.")
    static let verifyOneRank = Phrase(
        "只核对一次排名：下载规则和事实，用 saima score 重算，结果逐字节相同。",
        "For a rank, download rules and facts and compute it again with saima score.")

    static func verifying(_ count: String) -> Phrase {
        Phrase("正在核验 \(count) 条记录……", "Verifying \(count) records …")
    }
    static func checkpointsWhat(_ vouched: String) -> Phrase {
        Phrase(
            "签名与树根相符，覆盖前 \(vouched) 条",
            "signed, with the tree's roots; they vouch for the first \(vouched)")
    }
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
    static let recordWithheld = Phrase(
        "这条记录属于其他单位尚未公开的内容。它在台账中的位置、时间、哈希和证明照常可查。",
        "This record belongs to what another organization has not published. Its place in the "
            + "ledger, its time, its hash and its proof are open as ever.")
}
