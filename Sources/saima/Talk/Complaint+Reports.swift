import Reports
import ReportsSQLite

extension Complaint {
    init(_ failure: BulletinFailure) {
        switch failure {
        case .race(let refusal): self.init(refusal)
        case .bulletin(.periodNotBegun(let period, let today)):
            self.init(
                "period_not_begun", zh: "\(period) 尚未开始：台账记到 \(today)",
                en: "\(period) has not begun: the ledger has come to \(today)")
        }
    }

    init(_ error: ArchiveError) {
        self.init(
            "document_not_packed", zh: "文档未能生成：\(error.reason)",
            en: "the document could not be made: \(error.reason)")
    }

    init(_ error: TableFileError) {
        self.init(
            "tables_not_written", zh: "数据表未能写成：\(error.reason)",
            en: "the tables could not be written: \(error.reason)")
    }

    init(_ error: WorkbookError) {
        self.init(
            "workbook_not_written", zh: "工作簿未能生成：\(error.reason)",
            en: "the workbook could not be made: \(error.reason)")
    }
}
