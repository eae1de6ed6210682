extension Phrase {
    static let whatSaimaIs = Phrase(
        "赛马是政府抓落实的软件：把承诺的事变成证实的事，让各地区公平地比。每个数字都来自一条谁也不能悄悄改动的记录，每个名次输的一方都能自己算一遍。",
        "Saima is delivery software for governments. It turns what a city has promised into what "
            + "it has proven, and lets the city's districts race on it fairly. Every figure has "
            + "a record nobody can quietly change, and every rank can be recomputed by the one "
            + "who lost.")
    static let howToVerify = Phrase("如何核验", "How to verify")
    static let verifyLedger = Phrase(
        "整本台账：逐条哈希、整棵树、各检查点，并重新推演一遍。",
        "The whole ledger: every hash, the tree, the checkpoints, and the fold made again.")
    static let verifyCheckpoint = Phrase(
        "检查点：留一份签名文本，以后任何改动都能被发现。",
        "The checkpoint: keep a signed note, and no later change can go unseen.")
    static let verifyRecord = Phrase(
        "一条记录：打开它，可见从它到签名树根的证明。",
        "One record: open it to see the proof from it up to the signed root.")
    static let verifyRanks = Phrase(
        "一次排名：下载规则和事实，自己再算一遍，结果逐字节相同。",
        "A rank: download rules and facts and compute it again; the bytes are the same.")
}
