extension Phrase {
    static let lists = Phrase("提升清单", "Lists")
    static let listsLead = Phrase(
        "每份清单按版发布；任何两版可以逐行比较。",
        "A list is published in editions; any two of them can be compared line by line.")
    static let noList = Phrase(
        "还没有清单。用命令 list.open 建立一份。", "There is no list yet. Open one with list.open.")
    static let noEdition = Phrase(
        "尚未发布第一版。", "Its first edition has not been published yet.")
    static let editionsAndLists = Phrase("清单各版与修订", "Lists, their editions and revisions")
    static let keeper = Phrase("编制单位", "Kept by")
    static let editions = Phrase("各版", "Editions")
    static let editionWord = Phrase("版次", "Edition")
    static let latestEdition = Phrase("最近一版", "Latest edition")
    static let itemCount = Phrase("事项数", "Items")
    static let position = Phrase("序号", "No.")
    static let publishedOn = Phrase("发布日", "Published")
    static let approvedBy = Phrase("批准", "Approved by")
    static let compare = Phrase("比较", "Compare")
    static let compareTitle = Phrase("两版比较", "Two editions compared")
    static let compareFrom = Phrase("从", "From")
    static let compareTo = Phrase("到", "To")
    static let withPrevious = Phrase("与上一版比较", "Compare with the one before")
    static let whatBecame = Phrase("变化", "What became of it")
    static let before = Phrase("原为", "Before")
    static let after = Phrase("现为", "After")
    static let onlyChanges = Phrase("只看变化", "Only what changed")
    static let everyLine = Phrase("看全部", "Every line")
    static let nothingDiffers = Phrase(
        "这两版没有不同。", "The two editions do not differ.")
    static let whyWord = Phrase("理由", "Why")
    static let revisionNow = Phrase("正在进行的修订", "The revision under way")
    static let noRevision = Phrase("目前没有修订。", "No revision is under way.")
    static let revisionHidden = Phrase(
        "改动在发布之前只有编制单位和批准人可见。",
        "Until they are published its changes are seen only by its keeper and approvers.")
    static let openedFor = Phrase("因由", "Opened for")
    static let changesDrawn = Phrase("拟定的改动", "Changes drawn up")
    static let earlierRevisions = Phrase("历次修订", "Revisions")
    static let clausesAnswered = Phrase("条款落实情况", "Clauses and what answers them")
    static let notOnThisList = Phrase("本清单没有对应事项", "by no item of this list")
    static let openClausesWarning = Phrase(
        "还有 % 条没有事项落实。可以发布，但请先看一看。",
        "% of the clauses are taken up by no item. It may be published; look at them first.")
    static let editionsOpenClauses = Phrase(
        "发布时有 % 条没有事项落实：", "% of the clauses were taken up by no item when it was published: ")
    static let takeUpClause = Phrase("草拟落实第 % 条的事项", "Draft an item for clause %")
    static let onList = Phrase("所在清单", "On the list")
    static let leftList = Phrase("已离开清单", "Left the list")

    static func edition(_ number: Int) -> Phrase { Phrase("第 \(number) 版", "Edition \(number)") }

    static func revision(_ number: Int) -> Phrase {
        Phrase("第 \(number) 次修订", "Revision \(number)")
    }

    static func leftBy(_ number: Int) -> Phrase {
        Phrase("由第 \(number) 版移出", "removed by edition \(number)")
    }

    static func mergedBy(_ number: Int) -> Phrase {
        Phrase("由第 \(number) 版并入：", "merged by edition \(number) into ")
    }

    static func splitBy(_ number: Int) -> Phrase {
        Phrase("由第 \(number) 版拆分为：", "split by edition \(number) into ")
    }

    static func since(_ number: Int) -> Phrase {
        Phrase("自第 \(number) 版", "since edition \(number)")
    }
}
