import HTTPTypes

extension Trouble {
    static let importsBusy = Trouble(
        .serviceUnavailable, "imports_busy",
        Phrase("正在读的表格太多", "Too many sheets are being read"),
        Phrase(
            "服务器同时只读几张表，排队也已满。请过一会儿再试；您的文件没有被导入。",
            "Only a few sheets are read at once and the queue is full. "
                + "Try again in a moment; nothing of your file was imported."))

    static let importAtWork = Trouble(
        .conflict, "import_at_work",
        Phrase("正在导入，不能放弃", "It is being applied and cannot be discarded"),
        Phrase(
            "请稍后再看结果。", "Look again in a moment for what became of it."))

    static func tooManyImports(_ most: Int) -> Trouble {
        Trouble(
            .conflict, "too_many_imports",
            Phrase("您有太多导入没有办完", "Too many of your imports wait"),
            Phrase(
                "每人最多 \(most) 个。请先在“导入”页上办完或放弃其中几个。",
                "Each person may have \(most). Apply or discard some on the page of imports first.")
        )
    }

    static func notASheet(_ problem: FormProblem) -> Trouble {
        Trouble(
            .unprocessableContent, "sheet_refused",
            Phrase("不能按这样读表", "The sheet cannot be read like this"), problem.words,
            field: problem.field)
    }

    static let seenMissing = Trouble(
        .badRequest, "seen_missing",
        Phrase("没有写明看过哪份预览", "It does not say which preview was seen"),
        Phrase(
            "请求体应为 {\"seen\":\"…\"}，值取自预览中的 seen。",
            "The body is {\"seen\":\"…\"} with the preview's own seen."))
}
