import Delivery

/// What the fields and nouns of commands are called on a page. A name without words of its own
/// is shown as it is.
package enum CommandWords {
    static func field(_ name: String, of kind: CommandKind? = nil) -> Phrase {
        kind.flatMap { particular["\($0.name).\(name)"] ?? particular["\($0.noun).\(name)"] }
            ?? fields[name] ?? Phrase(name, name)
    }

    static func noun(_ name: String) -> Phrase { nouns[name] ?? Phrase(name, name) }

    package static func hasWords(_ field: String) -> Bool { fields[field] != nil }

    /// Where a field is called otherwise than elsewhere.
    private static let particular: [String: Phrase] = [
        "city.name": Phrase("城市名称", "city's name"),
        "city.name_en": Phrase("城市英文名称", "city's name in English"),
        "indicator.owner": Phrase("归口单位", "kept by"),
        "project.code": Phrase("国家项目代码", "national project code"),
        "project.started": Phrase("开工日期", "started on"),
        "project.lead": Phrase("责任单位", "answers for it"),
        "indicator.amount": Phrase("目标值", "target"),
        "target.amount": Phrase("目标值", "target"),
        "finding.organization": Phrase("被查单位", "organization inspected"),
        "blocker.organization": Phrase("提出单位", "raised by"),
        "organization.organization": Phrase("单位", "organization"),
        "rulebook.text": Phrase("规则全文（YAML）", "the whole rulebook, as YAML"),
        "blocker.setClocks.district": Phrase("区级（工作日）", "district, in working days"),
    ]

    private static let nouns: [String: Phrase] = [
        "list": Phrase("清单", "Lists"), "blob": Phrase("文本与文件", "Texts and files"),
        "city": Phrase("城市", "City"), "rulebook": Phrase("规则", "Rulebooks"),
        "organization": Phrase("单位", "Organizations"), "person": Phrase("人员", "People"),
        "project": Phrase("项目", "Projects"), "target": Phrase("年度目标", "Yearly targets"),
        "finding": Phrase("督查发现", "Findings"), "frame": Phrase("框架", "Frames"),
        "source": Phrase("来源", "Sources"), "indicator": Phrase("指标", "Indicators"),
        "calendar": Phrase("工作日历", "Working days"),
        "directive": Phrase("指示部署", "Directives"),
        "commitment": Phrase("清单事项", "Commitments"), "blocker": Phrase("协调事项", "Blockers"),
    ]

    private static let fields = general.merging(figures) { $1 }.merging(lists) { $1 }

    private static let lists: [String: Phrase] = [
        "renewal": Phrase("长期坚持周期", "renews"),
        "districts": Phrase("责任地区", "responsible districts"),
        "clears": Phrase("清空的内容", "fields to clear"),
        "adjustment": Phrase("调整编号", "adjustment"), "approved": Phrase("同意", "approved"),
        "acknowledge": Phrase("签收时限（工作日）", "acknowledged within, working days"),
        "reminders": Phrase("到期前几日提醒", "reminders, days before it is due"),
        "update": Phrase("更新周期（日）", "days after which an owner is silent"),
        "keeper": Phrase("编制单位", "kept by"),
        "directives": Phrase("落实的指示部署", "directives it answers"),
        "list": Phrase("清单", "list"), "edition": Phrase("版次", "edition"),
        "revision": Phrase("修订编号", "revision"),
        "item": Phrase("清单事项", "item"), "items": Phrase("涉及事项", "items"),
        "into": Phrase("成为的事项", "what it becomes"),
        "verdict": Phrase("认定结论", "verdict"), "acknowledged": Phrase("签收", "acknowledged"),
        "done": Phrase("报结日期", "done on"), "seq": Phrase("记录号", "record"),
        "record": Phrase("引用它的记录号", "a record that cites it"),
    ]

    private static let general: [String: Phrase] = [
        "id": Phrase("编号（新）", "id, a new one"), "name": Phrase("名称", "name"),
        "name_en": Phrase("英文名称", "name in English"), "title": Phrase("标题", "title"),
        "title_en": Phrase("英文标题", "title in English"), "text": Phrase("内容", "text"),
        "kind": Phrase("类别", "kind"), "note": Phrase("说明", "note"),
        "reason": Phrase("理由", "reason"), "because": Phrase("原因", "because"),
        "time_zone": Phrase("时区", "time zone"), "currency": Phrase("货币", "currency"),
        "money_unit": Phrase("金额单位", "money unit"),
        "money_unit_en": Phrase("金额单位（英文）", "money unit in English"),
        "money_unit_exponent": Phrase("金额单位的指数", "the unit's power of ten"),
        "notice": Phrase("每页提示", "notice on every page"),
        "notice_en": Phrase("每页提示（英文）", "notice in English"),
        "archive": Phrase("存档：页面停在最后一条记录那天", "archive: pages stay at the last record's day"),
        "guests": Phrase("允许不登录查看已公开内容", "guests may read what is published"),
        "aliases": Phrase("其他写法", "other spellings"), "code": Phrase("代码", "code"),
        "parent": Phrase("上级", "part of"), "group": Phrase("赛马组别", "race group"),
        "from": Phrase("起始日", "from"), "organization": Phrase("单位", "organization"),
        "person": Phrase("人员编号", "person's id"), "roles": Phrase("角色", "roles"),
        "track": Phrase("类别", "track"), "lead": Phrase("牵头单位", "lead"),
        "partners": Phrase("参与单位", "partners"), "place": Phrase("地点", "place"),
        "industry": Phrase("行业", "industry"), "cluster": Phrase("集群", "cluster"),
        "strategic": Phrase("战新项目", "of a strategic emerging industry"),
        "investor": Phrase("投资方", "investor"),
        "total_investment": Phrase("总投资", "total investment"),
        "description": Phrase("简介", "description"),
        "wording": Phrase("末段称谓（投产、开街……）", "the last stage's own word"),
        "line": Phrase("主线", "main line"), "other_lines": Phrase("其他主线", "other lines"),
        "provenance": Phrase("依据", "rests on"), "source": Phrase("来源", "source"),
        "reference": Phrase("出处", "place in the source"), "doubt": Phrase("存疑", "doubt"),
        "credits": Phrase("计入地区", "credited to"), "share": Phrase("份额（合计为 1）", "share of 1"),
        "project": Phrase("项目", "project"), "change": Phrase("变动", "change"),
        "day": Phrase("日期", "day"), "as_of": Phrase("截至日期", "as of"),
        "stage": Phrase("环节", "stage"), "reached": Phrase("到达时间", "reached"),
        "total_investment_change": Phrase("总投资变动", "change of the total investment"),
        "completion": Phrase("预计竣工", "forecast completion"),
        "completion_change": Phrase("竣工推迟天数", "days later than before"),
        "started": Phrase("开工日期", "started on"), "evidence": Phrase("佐证", "evidence"),
        "sha256": Phrase("SHA-256", "SHA-256"), "size": Phrase("字节数", "bytes"),
        "type": Phrase("文件类型", "media type"), "claim": Phrase("申报序号", "claim's number"),
        "year": Phrase("年度", "year"), "amount": Phrase("金额", "amount"),
        "month": Phrase("月份", "month"),
        "directive": Phrase("指示部署", "directive"), "clause": Phrase("条款", "clause"),
        "issuer": Phrase("发文单位", "issuer"), "level": Phrase("层级", "level"),
        "clauses": Phrase("条款", "clauses"), "criterion": Phrase("完成标准", "done when"),
        "supporting": Phrase("配合单位", "supporting"), "owner": Phrase("责任人编号", "owner's id"),
        "post": Phrase("责任岗位", "post that answers for it"), "due": Phrase("完成时限", "due"),
        "answers": Phrase("落实的部署条款", "clauses it answers"), "weight": Phrase("权重", "weight"),
        "projects": Phrase("承载项目", "projects that carry it out"),
        "indicators": Phrase("衡量指标", "indicators that measure it"),
        "commitment": Phrase("清单事项", "commitment"), "percent": Phrase("进度（%）", "percent done"),
        "tier": Phrase("层级", "tier"), "handler": Phrase("承办单位", "handled by"),
        "blocker": Phrase("协调事项", "blocker"), "finding": Phrase("督查发现", "finding"),
        "severity": Phrase("程度", "severity"), "found_on": Phrase("发现日期", "found on"),
        "publisher": Phrase("发布方", "publisher"), "lines": Phrase("主线", "lines"),
        "holidays": Phrase("放假日", "holidays"), "workdays": Phrase("调休上班日", "workdays"),
        "district": Phrase("区级（工作日）", "district, in working days"),
        "bureau": Phrase("市直部门（工作日）", "bureau, in working days"),
        "deputy_leader": Phrase("分管市领导（工作日）", "deputy leader, in working days"),
        "city_leader": Phrase("市主要领导（工作日）", "city leader, in working days"),
    ]

    private static let figures: [String: Phrase] = [
        "measure": Phrase("考核项", "measure"),
        "schedule": Phrase("序时进度（1–12 月累计）", "schedule: twelve cumulative figures"),
        "unit": Phrase("计量单位", "unit"), "unit_en": Phrase("计量单位（英文）", "unit in English"),
        "direction": Phrase("方向", "direction"), "frequency": Phrase("频率", "frequency"),
        "basis": Phrase("口径", "basis"), "flow": Phrase("各期可相加", "periods add up"),
        "decimals": Phrase("小数位数", "decimals shown"),
        "threshold": Phrase("门槛（亿元以上）", "threshold in the name"),
        "floor": Phrase("底线", "floor"), "indicator": Phrase("指标", "indicator"),
        "period": Phrase("期间", "period"),
        "period_inferred": Phrase("期间为推断", "the period is inferred"),
        "figure": Phrase("数值", "figure"), "growth": Phrase("同比（%）", "year-on-year, percent"),
        "setter": Phrase("下达方", "set by"),
    ]
}
