import Delivery
import Rulebook

/// What the fields, tables and comparisons of race facts are called on a page.
enum FieldWords {
    private static let stages: [String: Stage] = [
        "signed_on": .signed, "landed_on": .landed, "approved_on": .approved,
        "preparation_on": .preparation, "started_on": .started, "building_on": .building,
        "completed_on": .completed, "produced_on": .producing, "at_capacity_on": .atCapacity,
        "in_use_on": .inUse,
    ]

    private static let fields: [String: Phrase] = [
        "total_investment": Phrase("总投资（按份额）", "total investment (by share)"),
        "whole_investment": Phrase("总投资", "total investment"),
        "amount": Phrase("金额", "amount"), "month": Phrase("月份", "month"),
        "year": Phrase("年度", "year"), "severity": Phrase("程度", "severity"),
        "found_on": Phrase("发现日期", "found on"), "strategic": Phrase("战新", "strategic"),
        "cluster": Phrase("集群", "cluster"), "industry": Phrase("行业", "industry"),
        "track": Phrase("类别", "track"), "standing": Phrase("状态", "standing"),
        "entered_on": Phrase("入库纳统日", "entered in the statistics on"),
        "reported_on": Phrase("报告日期", "reported on"), "stage": Phrase("阶段", "stage"),
        "previous_stage": Phrase("上期阶段", "stage before"),
        "moved": Phrase("是否推进", "moved on"),
        "completion": Phrase("预计竣工", "forecast completion"),
        "previous_completion": Phrase("上期预计竣工", "forecast completion before"),
        "previous_total_investment": Phrase("上期总投资", "total investment before"),
    ]

    private static let tables: [String: Phrase] = [
        "projects": Phrase("项目", "projects"), "investment": Phrase("逐月投资", "investment by month"),
        "findings": Phrase("督导发现", "findings"), "plans": Phrase("年度计划", "yearly plans"),
        "reports": Phrase("进展报告", "progress reports"),
    ]

    static func stage(_ field: String) -> Stage? { stages[field] }

    static func field(_ name: String) -> Phrase {
        if let stage = stages[name] {
            return Phrase("\(stage.words.zh)认定日", "\(stage.words.en.lowercased()), recognised on")
        }
        return fields[name] ?? Phrase(name, name)
    }

    static func table(_ name: String) -> Phrase { tables[name] ?? Phrase(name, name) }

    /// A condition as a clause: 签约认定日在本期内.
    static func condition(_ condition: Reckoning.Condition) -> Phrase {
        let name = field(condition.field)
        let value = condition.value ?? ""
        let sign = ["eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"][condition.op]
        if let sign { return Phrase("\(name.zh) \(sign) \(value)", "\(name.en) \(sign) \(value)") }
        switch condition.op {
        case "in_period": return Phrase("\(name.zh)在考核期内", "\(name.en) within the period")
        case "in_prior_year":
            return Phrase("\(name.zh)在上年同期内", "\(name.en) within the same period a year before")
        case "by_period_end": return Phrase("\(name.zh)不晚于期末", "\(name.en) by the period's end")
        case "exists": return Phrase("有\(name.zh)", "\(name.en) is given")
        case "absent": return Phrase("没有\(name.zh)", "\(name.en) is absent")
        default:
            return Phrase(
                "\(name.zh) \(condition.op) \(value)", "\(name.en) \(condition.op) \(value)")
        }
    }

    /// How a figure is made of its operands or rows.
    static func form(_ form: String) -> Phrase {
        switch form {
        case "values": Phrase("给定的数", "given")
        case "fact": Phrase("取数", "given")
        case "ratio": Phrase("之比", "ratio")
        case "difference": Phrase("之差", "difference")
        case "share": Phrase("占组内之和", "share of the group's sum")
        case "growth": Phrase("增速", "growth")
        case "mix": Phrase("加权之和", "weighted sum")
        case "count": Phrase("个数", "count")
        case "count_distinct": Phrase("不同值的个数", "count of distinct values")
        case "sum": Phrase("合计", "sum")
        case "mean": Phrase("平均数", "mean")
        case "median": Phrase("中位数", "median")
        case "min": Phrase("最小值", "least")
        case "max": Phrase("最大值", "greatest")
        default: Phrase(form, form)
        }
    }
}
