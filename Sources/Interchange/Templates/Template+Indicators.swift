import Delivery

extension Template {
    static let indicators = Template(
        kind: "indicators", otherNames: ["indicator"],
        words: Words(zh: "指标登记表", en: "Indicators"),
        mappingText: String(decoding: PackageResources.template_indicators_yaml, as: UTF8.self),
        columns: [
            Column(
                "指标编号", "Indicator id", "字母、数字和 . _ : -，不重复，定了不改",
                "letters, digits and . _ : -, unique, never changed", example: "investment-100m",
                width: 26),
            Column(
                "指标名称", "Name", "门槛写进名称", "the threshold is part of it",
                example: "亿元以上建设项目完成投资额", width: 32),
            Column("计量单位", "Unit", "如 亿元、个、%", "such as 亿元, 个, %", example: "亿元", width: 10),
            Column(
                "方向", "Direction", "从列表中选", "from the list", example: "越高越好", width: 12,
                .codes(Direction.allCases.map(\.words.zh))),
            Column(
                "频率", "Frequency", "从列表中选", "from the list", example: "月度", width: 10,
                .codes(Frequency.allCases.map(\.words.zh))),
            Column(
                "口径", "Basis", "当期值、从年初起的累计值，或同比增速",
                "the period's own, the year to date, or growth", example: "累计值", width: 12,
                .codes(IndicatorBasis.allCases.map(\.words.zh))),
            Column(
                "小数位数", "Decimals", "0–9；空白为 1", "0–9; blank is 1", example: "1", width: 10,
                .number),
            Column(
                "可按月相加", "Adds up over months", "是或否", "是 or 否", example: "否", width: 12,
                yesOrNo),
            Column("门槛", "Threshold", "如 亿元以上", "such as 亿元以上", example: "亿元以上"),
            Column("底线", "Floor", "低于它就报警", "an alarm below it", width: 10, .number),
            Column("责任部门", "Kept by", "名称、别名或编号", "name, alias or id", .organizations),
            lineColumn,
            Column("英文名称", "English name", "", "", width: 24),
            Column("英文单位", "English unit", "", ""),
            Column("说明", "Note", "请勿填写涉密内容", "nothing classified", width: 28),
        ],
        advice: [
            Words(
                zh: "这里登记指标本身；各期数据用“指标数据填报表”（saima template figures）。",
                en: "This registers the indicators themselves; their figures go into the sheet of "
                    + "saima template figures.")
        ])

    static let figures = Template(
        kind: "figures",
        otherNames: ["indicator-figures", "monthly-figures", "observations", "indicator-data"],
        words: Words(zh: "指标数据填报表", en: "Monthly figures"),
        mappingText: String(decoding: PackageResources.template_figures_yaml, as: UTF8.self),
        columns: [
            Column(
                "指标", "Indicator", "编号或名称", "id or name", example: "investment-100m",
                width: 32, .indicators),
            Column(
                "地区", "Organization", "空白为全市", "blank: the city's own", example: "中山区",
                .organizations),
            Column(
                "期间", "Period", "如 2024-10、2024年10月、2024年1-10月、2024年三季度、2024年",
                "such as 2024-10, 2024年10月, 2024年1-10月, 2024年三季度, 2024年",
                example: "2024年10月", width: 16),
            yearColumn,
            Column(
                "数值", "Figure", "单位同指标；30多、超10、10～12 照写",
                "in the indicator's unit; 30多, 超10 and 10～12 are kept as they are",
                example: "120.4", .number),
            Column(
                "同比（%）", "Growth, %", "7.4 或 7.4%", "7.4 or 7.4%", example: "13.7", width: 12,
                .number),
            Column(
                "更正原因", "Reason for a correction", "改动已报数据时必填", "where a figure changes",
                width: 20),
            Column("备注", "Note", "请勿填写涉密内容", "nothing classified", width: 24),
        ],
        advice: [])
}
