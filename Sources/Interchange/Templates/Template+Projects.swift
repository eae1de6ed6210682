import Delivery

extension Template {
    static let projects = Template(
        kind: "projects", otherNames: ["project"], words: Words(zh: "项目登记表", en: "Projects"),
        mappingText: String(decoding: PackageResources.template_projects_yaml, as: UTF8.self),
        columns: [
            Column(
                "项目编号", "Project id", "字母、数字和 . _ : -，不重复，定了不改",
                "letters, digits and . _ : -, unique, never changed", example: "dl-001",
                width: 22),
            Column("项目名称", "Name", "全称", "in full", example: "示例新材料项目", width: 28),
            Column(
                "项目类别", "Track", "从列表中选", "from the list", example: "招商引资项目",
                .codes(["招商引资项目", "政府投资项目"])),
            Column(
                "所属地区", "Led by", "牵头的地区，名称、别名或编号", "who leads it: name, alias or id",
                example: "中山区", .organizations),
            Column(
                "计入地区", "Credited to", "赛马计入哪里，如 中山区60%、西岗区40%；空白则计入所属地区",
                "who is credited in the race, such as 中山区60%、西岗区40%; blank: who leads it",
                width: 22),
            Column(
                "总投资（亿元）", "Total investment", "表头可改为（万元）或（元）；空白记作未知",
                "the head may say 万元 or 元 instead; blank is kept as unknown", example: "12.5",
                .number),
            Column(
                "入库日期", "Since", "从哪天起计入，如 2024-03-02、2024.3.2；只写月份则为当月首日",
                "from which day on it counts; a month alone is its first day",
                example: "2024-03-02"),
            Column(
                "国家项目代码", "National code", "24 位，有则填写", "24 characters, where there is one",
                width: 28),
            Column("建设地点", "Place", "", "", width: 18),
            Column("所属行业", "Industry", "", "", example: "新材料"),
            Column("战略性新兴产业", "Strategic industry", "是或否", "是 or 否", example: "是", yesOrNo),
            Column("投资方", "Investor", "", "", width: 20),
            lineColumn,
            Column("主要建设内容", "What is built", "请勿填写涉密内容", "nothing classified", width: 32),
        ],
        advice: [])

    static let claims = Template(
        kind: "claims", otherNames: ["stage-claims", "claim", "stages"],
        words: Words(zh: "环节申报表", en: "Stage claims"),
        mappingText: String(decoding: PackageResources.template_claims_yaml, as: UTF8.self),
        columns: [
            Column(
                "项目", "Project", "编号、名称或国家代码", "id, name or national code",
                example: "dl-001", width: 26, .projects),
            Column(
                "环节", "Stage", "从列表中选，须为该类项目的环节",
                "from the list, one of the project's own track", example: "开工", width: 10,
                .codes(Stage.allCases.map(\.words.zh))),
            Column(
                "达到日期", "Reached on", "如 2024-10-15、2024年10月15日、10月底（另填年度）",
                "such as 2024-10-15, or 10月底 beside a year", example: "10月底"),
            yearColumn,
        ] + evidenceColumns,
        advice: [
            Words(
                zh: "申报由地区或部门填报人员提出：导入时写 --as 人员编号。",
                en: "A claim is made by a reporter: import it with --as PERSON."),
            Words(
                zh: "认定所需佐证：签约—合同；落地—工商注册或用地手续；立项—立项批复；开工—施工许可和现场照片；"
                    + "竣工—竣工验收；投产—入库纳统凭证；交付使用—竣工验收。",
                en: "Recognition needs: signed: contract; landed: registration or land title; "
                    + "approved: approval; started: construction permit and photograph of the "
                    + "site; completed: acceptance; producing: entry in the statistics; in use: "
                    + "acceptance."),
        ])

    private static var evidenceColumns: [Column] {
        let examples = [("施工许可", "施工许可证.pdf"), ("现场照片", "现场.jpg"), ("", "")]
        let kinds = EvidenceKind.allCases.map(\.words.zh)
        var columns: [Column] = []
        for (index, number) in ["一", "二", "三"].enumerated() {
            columns.append(
                Column(
                    "佐证\(number)类别", "Evidence \(index + 1): what it is", "从列表中选",
                    "from the list", example: examples[index].0, .codes(kinds)))
            columns.append(
                Column(
                    "佐证\(number)文件", "Evidence \(index + 1): file",
                    "与本表放在同一文件夹的文件名，或已入库文件的 SHA-256",
                    "the name of a file beside this sheet, or the SHA-256 of one kept already",
                    example: examples[index].1, width: 22))
        }
        return columns
    }

    static let investment = Template(
        kind: "investment", otherNames: ["monthly-investment", "investments"],
        words: Words(zh: "月度投资填报表", en: "Monthly investment"),
        mappingText: String(decoding: PackageResources.template_investment_yaml, as: UTF8.self),
        columns: [
            Column(
                "项目", "Project", "编号、名称或国家代码", "id, name or national code",
                example: "dl-001", width: 26, .projects),
            Column(
                "月份", "Month", "如 2024-10、2024.10、2024年10月、10月（另填年度）",
                "such as 2024-10, 2024年10月, or 10月 beside a year", example: "2024年10月"),
            yearColumn,
            Column(
                "本月完成投资（万元）", "Investment done in the month",
                "当月数，不是累计数；表头可改为（亿元）或（元）",
                "of the month, not the year to date; the head may say 亿元 or 元 instead",
                example: "8786", width: 22, .number),
        ],
        advice: [])
}
