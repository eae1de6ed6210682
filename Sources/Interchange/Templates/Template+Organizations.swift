import Delivery

extension Template {
    static let organizations = Template(
        kind: "organizations", otherNames: ["organization", "organisations"],
        words: Words(zh: "组织登记表", en: "Organizations"),
        mappingText: String(decoding: PackageResources.template_organizations_yaml, as: UTF8.self),
        columns: [
            Column(
                "组织编号", "Organization id", "字母、数字和 . _ : -，不重复，定了不改",
                "letters, digits and . _ : -, unique, never changed", example: "zhongshan",
                width: 24),
            Column("名称", "Name", "全称", "in full", example: "中山区", width: 20),
            Column(
                "类别", "Kind", "从列表中选", "from the list", example: "地区", width: 10,
                .codes(["地区", "部门", "园区", "企业", "政府", "合作方", "其他"])),
            Column("英文名称", "English name", "", "", example: "Zhongshan", width: 18),
            Column("别名", "Also known as", "几个用、分开", "several with 、 between", width: 20),
            Column(
                "统计代码", "Statistical code", "有则填写", "where there is one",
                example: "210202"),
            Column(
                "上级组织", "Belongs to", "名称或编号；可以是本表前面的行",
                "name or id, of an earlier row too", .organizations),
            Column(
                "赛马组别", "Race group", "参加赛马的地区填写", "of districts that race",
                example: "主城区"),
            Column(
                "启用日期", "Since", "如 2024-01-01；只写月份则为当月首日",
                "such as 2024-01-01; a month alone is its first day", example: "2024-01-01"),
        ],
        advice: [])

    static let commitments = Template(
        kind: "commitments", otherNames: ["commitment", "list"],
        words: Words(zh: "清单事项表", en: "Commitments"),
        mappingText: String(decoding: PackageResources.template_commitments_yaml, as: UTF8.self),
        columns: [
            Column(
                "事项编号", "Item id", "字母、数字和 . _ : -，不重复，定了不改",
                "letters, digits and . _ : -, unique, never changed", example: "c-001",
                width: 22),
            Column(
                "事项", "Commitment", "要做成什么", "what is owed", example: "年内新开工亿元以上项目 20 个",
                width: 36),
            Column(
                "类别", "Kind", "从列表中选", "from the list", example: "任务", width: 10,
                .codes(CommitmentKind.allCases.map(\.words.zh))),
            Column(
                "完成标准", "Done when", "写数量、日期或成果，能核对",
                "a number, date or deliverable that can be checked",
                example: "20 个项目取得施工许可并有现场照片", width: 36),
            Column("牵头单位", "Lead", "一个", "one", example: "中山区", .organizations),
            Column("配合单位", "Supporting", "几个用、分开", "several with 、 between", width: 22),
            Column(
                "完成时限", "Due", "如 2024-12-31、2024年12月底、12月底（另填年度）；长期坚持的留空",
                "such as 2024-12-31, or 12月底 beside a year; blank for a standing one",
                example: "12月底"),
            yearColumn,
            Column("责任人职务", "Owner's post", "", "", example: "分管副区长"),
            lineColumn,
            Column("上级事项", "Part of", "编号", "its id"),
            Column("权重", "Weight", "大于 0", "more than 0", width: 8, .number),
            Column(
                "关联项目", "Projects", "编号或名称，用、分开", "ids or names, with 、 between",
                width: 22),
            Column(
                "关联指标", "Indicators", "编号或名称，用、分开", "ids or names, with 、 between",
                width: 22),
        ],
        advice: [
            Words(
                zh: "导入的事项是草稿，下达前可以再导入改正。",
                en: "Imported items are drafts, and may be imported again until they are issued.")
        ])
}
