import Delivery

extension Phrase {
    static let templates = Phrase("填报表", "Sheets to fill in")
    static let templatesLead = Phrase(
        "下载填写，先预览再导入；下拉列表里是本市的组织、项目、指标和主线。YAML 是读回它的映射。",
        "Download one, fill it in, preview, then import it. Its lists offer the city's own "
            + "organizations, projects, indicators and lines; the YAML is its mapping."
    )
}

/// Wordings of the pages on which sheets are imported.
extension Phrase {
    static let imports = Phrase("导入", "Import")
    static let importsLead = Phrase(
        "上传表格，先看它会改什么，再决定是否导入。导入前什么都不会写入台账。",
        "Upload a sheet and see what it would change before you decide. "
            + "Nothing is written to the ledger until you apply it.")
    static let importSheet = Phrase("表格文件", "Sheet")
    static let importKind = Phrase("表里是什么", "What it holds")
    static let importOwnMapping = Phrase(
        "其他表格，用自己的映射（YAML）读", "another sheet, read by my own mapping")
    static let importMappingFile = Phrase("映射文件（YAML）", "Mapping file (YAML)")
    static let importMappingHint = Phrase(
        "只在上面选“自己的映射”时上传。", "Only where your own mapping is chosen above.")
    static let importEvidence = Phrase("佐证文件", "Evidence files")
    static let importEvidenceHint = Phrase(
        "表中佐证列写的文件名，与这里上传的文件名一致；可选多个。",
        "The sheet's evidence column names files as they are called here; choose any number.")
    static let importUpload = Phrase("上传并预览", "Upload and preview")
    static let importNoSheetYet = Phrase(
        "还没有表？下载填报表：", "No sheet yet? Download one to fill in:")
    static let importFilled = Phrase("上传填好的表", "Upload a filled-in sheet")
    static let importsWaiting = Phrase("您的导入", "Your imports")
    static let importState = Phrase("状态", "State")
    static let importDiscard = Phrase("放弃", "Discard")
    static let importAnother = Phrase("再导入一张", "Import another")
    static let importAgain = Phrase("重新核对", "Check again")
    static let importApply = Phrase("确认导入", "Apply")
    static let importPreview = Phrase("预览", "Preview")
    static let importRefused = Phrase("没有导入，请重新核对", "Not applied; check again")
    static let importFilesNotKept = Phrase(
        "佐证文件没有存好，因此没有导入；请重试，仍如此请告诉管理员",
        "The evidence files could not be kept, so nothing was applied; try again, and if it stays "
            + "tell the administrator")

    static let importReading = Phrase("正在读表并核对", "Being read and checked")
    static let importReadingLead = Phrase(
        "大表要等一会儿；本页会自己更新，也可以先离开，过后从“导入”页回来。",
        "A large sheet takes a while. This page renews itself; you may also leave and come back "
            + "from the page of imports.")
    static let importApplying = Phrase("正在导入", "Being applied")
    static let importApplied = Phrase("已导入", "Applied")
    static let importFailed = Phrase("读不了这张表", "This sheet cannot be read")
    static let importLookNow = Phrase("现在就看", "Look now")
    static let importKept = Phrase("保留两小时", "Kept for two hours")

    static let importChangedTitle = Phrase(
        "预览之后情况有变，没有导入", "It has changed since the preview: not applied")
    static let importChangedLead = Phrase(
        "下面是按最新情况的预览；请再看一遍再确认。",
        "Below is the preview on the newest state. Look at it again before you apply it.")
    static let importNotApplied = Phrase("没有导入", "Not applied")

    static let importNew = Phrase("新增", "New")
    static let importChanged = Phrase("变更", "Changed")
    static let importUnchanged = Phrase("不变", "Unchanged")
    static let importRejected = Phrase("拒绝", "Rejected")
    static let importWarnings = Phrase("提醒", "Warnings")
    static let importUnknowns = Phrase("留作未知的", "Kept as unknown")
    static let importNotes = Phrase("读表时的处理", "What was done with the sheet")
    static let importWhat = Phrase("对象", "What")
    static let importRow = Phrase("行", "Row")
    static let importRows = Phrase("表中行", "Rows")
    static let importColumn = Phrase("列", "Column")
    static let importValue = Phrase("表中的值", "Value")
    static let importWhy = Phrase("原因与应为", "Why, and what would be right")
    static let importField = Phrase("字段", "Field")
    static let importFrom = Phrase("原值", "From")
    static let importTo = Phrase("新值", "To")
    static let importCode = Phrase("代码", "Code")
    static let importThing = Phrase("编号", "Key")
    static let importCount = Phrase("数目", "Count")
    static let importNothingHere = Phrase("这一类没有内容。", "There is nothing of this kind.")
    static let importUnchangedVerdict = Phrase(
        "与台账现有内容相同，没有要导入的。", "The ledger says the same already; nothing would change.")
    static let importReceipt = Phrase("回执", "Receipt")
    static let importRecords = Phrase("写入的记录", "Records written")
    static let importChooseAgain = Phrase(
        "浏览器不保留所选的文件，请重新选择。", "Browsers forget chosen files; choose them again.")
    static let importSheetMissing = Phrase("请选择一个 XLSX 或 CSV 文件", "Choose an XLSX or CSV file")
    static let importKindMissing = Phrase("请选择表里是什么", "Choose what the sheet holds")
    static let importMappingMissing = Phrase("请上传映射文件", "Upload the mapping file")
    static let importMappingUnasked = Phrase(
        "选了填报表，就不要再传映射；要用映射，请在上面选“自己的映射”",
        "A template was chosen, so leave the mapping out; or choose your own mapping above")
    static let importMappingUnreadable = Phrase(
        "映射应是 UTF-8 文本，不超过 1 MB", "A mapping is UTF-8 text of at most 1 MB")

    static func importSheetHint(_ megabytes: Int, _ rows: Int) -> Phrase {
        let count = Localizer(.zh).count(rows)
        return Phrase(
            "XLSX 或 CSV，不超过 \(megabytes) MB、\(count) 行。",
            "XLSX or CSV, at most \(megabytes) MB and \(count) rows.")
    }

    static func uploadUpTo(_ megabytes: Int, files: Int) -> Phrase {
        Phrase(
            "一次最多 \(files) 个文件，共 \(megabytes) MB。",
            "At most \(files) files and \(megabytes) MB at once.")
    }

    static func importFileNameTaken(_ name: String) -> Phrase {
        Phrase(
            "“\(name)”重名，或不能作文件名", "\"\(name)\" comes twice, or cannot be a file's name")
    }

    static func importReady(_ commands: Int) -> Phrase {
        let count = Localizer(.zh).count(commands)
        return Phrase(
            "可以导入：\(count) 条命令，全部执行或全不执行。",
            "Ready: \(count) commands, all of them or none.")
    }

    static func importBarred(_ problems: Int) -> Phrase {
        let count = Localizer(.zh).count(problems)
        return Phrase(
            "有 \(count) 处问题，整张表都不能导入；改正后重新上传。",
            "\(count) problems stand against it, so none of it can be applied. "
                + "Mend the sheet and upload it again.")
    }

    static func importAsOf(_ size: Int) -> Phrase {
        let count = Localizer(.zh).count(size)
        return Phrase("按台账前 \(count) 条记录核对", "checked against the ledger's first \(count) records")
    }

    static func importMore(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 项", "and \(count) more")
    }
}
