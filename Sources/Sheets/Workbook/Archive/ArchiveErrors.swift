/// What can be wrong with the archive that a workbook is.
extension SheetError {
    static func truncated() -> SheetError {
        SheetError(
            .archiveDamaged, zh: "压缩包没有结尾，文件不完整；请重新下载或另存",
            en: "the archive has no end: the file is cut short; fetch or save it again")
    }

    static func damagedArchive(_ zh: String, _ en: String) -> SheetError {
        SheetError(
            .archiveDamaged, zh: "压缩包已损坏（\(zh)）；请在电子表格软件中打开并另存为 XLSX",
            en: "the archive is damaged (\(en)); open it in a spreadsheet program and save it as "
                + "XLSX")
    }

    static func hostileArchive(_ zh: String, _ en: String) -> SheetError {
        SheetError(
            .archiveHostile, zh: "压缩包不可信：\(zh)", en: "the archive is not to be trusted: \(en)")
    }

    static func tooLarge(_ zh: String, _ en: String) -> SheetError {
        SheetError(.tooLarge, zh: "\(zh)；请拆分文件", en: "\(en); split the file")
    }

    static func encryptedWorkbook() -> SheetError {
        SheetError(
            .encrypted, zh: "工作簿已加密；请先在电子表格软件中取消密码再导入",
            en: "the workbook is encrypted; take the password off in a spreadsheet program first")
    }

    static func otherWorkbook(_ name: String) -> SheetError {
        SheetError(
            .otherWorkbook, zh: "这是 \(name) 文件，不是 XLSX；请在电子表格软件中另存为 XLSX",
            en: "this is a \(name) file, not XLSX; save it as XLSX in a spreadsheet program")
    }

    static func notWorkbook(_ zh: String, _ en: String) -> SheetError {
        SheetError(
            .notWorkbook, zh: "这不是 XLSX 工作簿，而是\(zh)",
            en: "this is no XLSX workbook but \(en)")
    }

    static func partMissing(_ name: String) -> SheetError {
        SheetError(
            .partMissing, zh: "工作簿缺少 \(name)；请在电子表格软件中打开并另存为 XLSX",
            en: "the workbook lacks \(name); open it in a spreadsheet program and save it as XLSX")
    }
}
