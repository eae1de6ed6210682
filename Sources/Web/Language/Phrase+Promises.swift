/// Wordings of what everybody may read.
extension Phrase {
    static let promises = Phrase("公开承诺", "Public promises")
    static let promisesTitle = Phrase("承诺的事，办到哪一步了", "What was promised, and where it stands")
    static let promisesLead = Phrase(
        "这里是向社会公开的承诺清单：答应了什么、什么时候办成、由谁负责、现在怎样、由谁核实。不登录也能看。",
        "These lists are public: what was promised, by when, who answers for it, where it stands "
            + "and who checked it. Nobody needs to sign in.")
    static let noPromises = Phrase(
        "目前还没有向社会公开的清单。", "No list has been made public yet.")
    static let promise = Phrase("承诺事项", "Promise")
    static let promisedResult = Phrase("办成的标准", "Done when")
    static let promisedBy = Phrase("办成时限", "By when")
    static let promiseLead = Phrase("责任单位", "Who answers for it")
    static let promiseStanding = Phrase("现在怎样", "Where it stands")
    static let promiseShare = Phrase("进度", "Share done")
    static let promiseProof = Phrase("核实", "Checked")
    static let promiseMoves = Phrase("时限变动", "Changes of the date")
    static let promisePeriods = Phrase("已办结", "Closed so far")
    static let promiseDone = Phrase("已办结", "done and verified")
    static let promiseLate = Phrase("逾期", "late")
    static let promiseChecking = Phrase("已报完成待核实", "being checked")
    static let promiseUnderWay = Phrase("正在办", "under way")
    static let promiseNotStarted = Phrase("尚未开始", "not started")
    static let promiseSuspended = Phrase("已中止", "suspended")
    static let promiseCancelled = Phrase("已撤销", "cancelled")
    static let promiseColon = Phrase("：", ": ")
    static let comma = Phrase("，", ", ")
    static let promiseTextAway = Phrase("这段文字不在此处。", "This text is not here.")
    static let promiseFirstDue = Phrase("（最初承诺 %）", "(first promised for %)")
    static let promiseThisPeriod = Phrase("（本期 %）", "(this time by %)")
    static let promiseDoneOn = Phrase("% 办成", "done on %")
    static let promiseInTime = Phrase("按承诺时限办成", "within the time first promised")
    static let promiseProven = Phrase(
        "% 由%核实，责任单位提供了 % 份佐证", "on % by %, shown % files")
    static let promiseProvenOnce = Phrase(
        "% 由%核实，责任单位提供了 % 份佐证", "on % by %, shown % file")
    static let promiseProvenApart = Phrase("责任单位以外的组织", "an organization outside it")
    static let promiseClosedOn = Phrase("% 销号", "struck off on %")
    static let promiseMoved = Phrase("由 % 改为 %（% 批准）", "from % to %, approved on %")
    static let promiseLeadNow = Phrase("现由%牵头", "now led by %")
    static let droppedPromises = Phrase("以前公开过、这一版不再列入的", "Public before, and not in this edition")
    static let droppedSince = Phrase("第 % 版列有", "in edition %")
    static let droppedInto = Phrase("并入：%", "now part of: %")
    static let howKnown = Phrase("这些是怎么知道的", "How this is known")
    static let howKnownDone = Phrase(
        "只有责任单位交了佐证、由责任单位以外的组织核实、并且销号的，才算“已办结”；责任单位自己说办完了的，算“待核实”。",
        "Only what its organization has shown, an organization outside it has verified and struck "
            + "off counts as done; what it merely reports as done counts as being checked.")
    static let howKnownLedger = Phrase(
        "每个数字都来自只能添加、不能改动的台账，截至第 % 号记录（%）。最初承诺的时限一直保留，改过的都列在旁边。",
        "Every figure comes from a ledger that is only added to and never changed, up to record % "
            + "(%). The dates first promised stay, with each change beside them.")
    static let howKnownKept = Phrase(
        "佐证文件、经办人员和内部说明不公开。", "The files, the people and internal notes are not public.")
    static let promiseCheck = Phrase("台账可以在这里核对：%。", "The ledger can be checked here: %.")
    static let promiseCheckWord = Phrase("台账核验", "verify the ledger")
    static let howToCite = Phrase(
        "引用时请写明：《%》第 % 版（% 发布），台账第 % 号记录。",
        "To cite: %, edition % (published %), as of ledger record %.")
    static let openData = Phrase("数据下载", "Data")
    static let openTable = Phrase("表格（CSV）", "Table (CSV)")
    static let staffSignIn = Phrase("工作人员登录", "Staff sign-in")
    static let allPromises = Phrase("全部公开清单", "All public lists")
    static let readWithoutSignIn = Phrase("不登录也可以看：", "Open to everybody: ")

    static func promiseCount(_ count: Int) -> Phrase {
        Phrase("\(count) 件承诺", count == 1 ? "1 promise" : "\(count) promises")
    }

    static func promiseOf(_ total: Int) -> Phrase {
        Phrase("/ \(total) 件已办结", "of \(total) done and verified")
    }

    static func promiseAfterFirst(_ days: Int) -> Phrase {
        Phrase(
            "比最初承诺晚 \(days) 天",
            days == 1 ? "1 day later than first promised" : "\(days) days later than first promised"
        )
    }

    static func promiseLateBy(_ days: Int) -> Phrase {
        Phrase("已晚 \(days) 天", days == 1 ? "by 1 day" : "by \(days) days")
    }

    static func promisePeriodsClosed(_ count: Int) -> Phrase {
        Phrase("\(count) 期", count == 1 ? "1 period" : "\(count) periods")
    }
}
