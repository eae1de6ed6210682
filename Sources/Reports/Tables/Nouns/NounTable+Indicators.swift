import Delivery
import HashTreeCollections
import Rulebook

extension NounTable {
    static let indicators: [NounTable] = [
        indicator, indicatorLines, observations, observationReviews, indicatorTargets,
        indicatorTargetSchedule, indicatorLocks,
    ]

    private static let indicator = NounTable(
        "indicators", key: ["id"], zh: "指标", en: "Indicators.",
        [
            .text("id", "指标编号", "the indicator", required: true) { $0.id.text },
            .text("name", "名称", "its name", required: true) { $0.profile.name },
            .text("name_en", "英文名称", "its English name") { $0.profile.nameEn },
            .text("unit", "单位", "its unit") { $0.profile.unit },
            .text("unit_en", "英文单位", "the unit's English name") { $0.profile.unitEn },
            .code("direction", "方向", "which way it should go", required: true) {
                $0.profile.direction.rawValue
            },
            .code("frequency", "频率", "how often it is measured", required: true) {
                $0.profile.frequency.rawValue
            },
            .code("basis", "口径", "level, year to date or growth", required: true) {
                $0.profile.basis.rawValue
            },
            .flag("flow", "各期可加总", "whether periods add up to the year") { $0.profile.flow },
            .integer("decimals", "显示的小数位数", "digits shown after the point", required: true) {
                $0.profile.decimals
            },
            .text("threshold", "统计口径的门槛", "the threshold that defines it") { $0.profile.threshold },
            .decimal("floor", "底线", "below it there is an alarm") { $0.profile.floor?.description },
            .of("organizations", "owner", "归口单位", "who keeps it") { $0.profile.owner?.text },
            .of("lines", "line", "主线", "its main line") { $0.profile.alignment.main?.text },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") {
                $0.profile.note?.hash
            },
            .seq("first_seq", "登记所在的记录", "the record that registered it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.indicators.all) }

    private static let indicatorLines = NounTable.otherLines("indicator", of: "indicators") {
        $0.city.indicators.all.map { ($0.id.text, $0.profile.alignment) }
    }

    private static let observations = NounTable(
        "observations", key: ["seq"], zh: "指标的数值，每次填报一行，后来的不覆盖先前的",
        en: "Figures of indicators, one row a vintage: no later one replaces it.",
        [
            .of("indicators", "indicator", "指标", "the indicator", required: true) {
                $0.series.indicator.text
            },
            .of("organizations", "organization", "单位，空为全市", "whose, or the city's own") {
                $0.series.organization?.text
            },
            .text("period", "期间", "the time it is of", required: true) { $0.period.description },
            .flag("period_inferred", "期间系推断", "whether that was concluded") {
                $0.observation.periodInferred
            },
            .flag("standing", "现行有效", "whether it is the one that counts") { $0.isStanding },
            .code("qualifier", "准确程度", "how exactly it is known", required: true) {
                $0.observation.figure.parts.qualifier
            },
            .decimal("value", "数值（范围为下限）", "the number, or the lower end of a range") {
                $0.observation.figure.parts.value
            },
            .decimal("value_to", "范围的上限", "the upper end of a range") {
                $0.observation.figure.parts.upper
            },
            .text("class", "量级", "the class, where there is no number") {
                $0.observation.figure.parts.name
            },
            .decimal("growth", "同比（%）", "year on year in percent, as stated") {
                $0.observation.growth?.description
            },
            .provenance { $0.observation.provenance },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") {
                $0.observation.note?.hash
            },
            .hash("reason_sha256", "修订理由（封存文本）", "the sealed text of why it was revised") {
                $0.observation.reason?.hash
            },
            .code("state", "填报状态", "how far it has come", required: true) {
                $0.observation.state.code
            },
            .day("recorded_on", "登记日", "the day it was recorded", required: true) {
                $0.observation.day
            },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) {
                $0.observation.by.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) {
                $0.observation.seq
            },
        ]
    ) { (source: TableSource) in source.observations }

    private static let observationReviews = NounTable(
        "observation_reviews", key: ["seq", "observation_seq"], zh: "对数值的审核、采用和退回",
        en: "What was said of figures since.",
        [
            .seq("observation_seq", "数值所在的记录", "the figure's record", required: true) { $0.of },
            .code("step", "步骤", "approved, accepted or returned", required: true) {
                $0.review.step.code
            },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason") {
                $0.review.reason?.hash
            },
            .text("recorded_by", "登记人编号", "who said so", required: true) { $0.review.by.text },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.review.seq },
        ]
    ) { (source: TableSource) in
        source.observations.flatMap { row in
            row.observation.reviews.map { (of: row.observation.seq, review: $0) }
        }
    }

    private static let indicatorTargets = NounTable(
        "indicator_targets", key: ["seq"], zh: "指标的年度目标，每次下达一行",
        en: "Yearly targets of indicators, one row a setting.",
        [
            .of("indicators", "indicator", "指标", "the indicator", required: true) {
                $0.indicator
            },
            .of("organizations", "organization", "单位，空为全市", "whose, or the city's own") {
                $0.target.key.organization?.text
            },
            .integer("year", "年度", "the year", required: true) { $0.target.key.year },
            .code("setter", "下达方", "who set it", required: true) { $0.target.key.setter.rawValue },
            .flag("standing", "现行有效", "whether it is the one that counts") { $0.isStanding },
            .decimal("amount", "全年目标", "what is to be reached", required: true) {
                $0.target.amount.description
            },
            .provenance { $0.target.provenance },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.target.seq },
        ]
    ) { (source: TableSource) in source.indicatorTargets }

    private static let indicatorTargetSchedule = NounTable(
        "indicator_target_schedule", key: ["target_seq", "month"], zh: "指标目标的序时进度（累计）",
        en: "What is to be reached of an indicator's target by the end of each month.",
        [
            .of(
                "indicator_targets", "target_seq", "目标所在的记录", "the target's record",
                number: { $0.seq }),
            .month("month", "截至月份", "by the end of this month", required: true) { $0.month },
            .decimal("amount", "累计目标", "what is to be reached", required: true) {
                $0.amount.description
            },
        ]
    ) { (source: TableSource) in
        source.indicatorTargets.flatMap { row in
            row.target.schedule.enumerated().map { place, amount in
                (
                    seq: row.target.seq,
                    month: Month(year: row.target.key.year, month: place + 1), amount: amount
                )
            }
        }
    }

    private static let indicatorLocks = NounTable(
        "indicator_locks", key: ["seq"], zh: "指标期间的锁定与解锁", en: "Periods locked and unlocked.",
        [
            .of("indicators", "indicator", "指标", "the indicator", required: true) {
                $0.indicator
            },
            .text("period", "期间", "the period", required: true) { $0.period.description },
            .flag("locked", "锁定", "locked, or unlocked again") { $0.change.isLocked },
            .hash("reason_sha256", "理由（封存文本）", "the sealed text of the reason") {
                $0.change.reason?.hash
            },
            .text("recorded_by", "登记人编号", "who did it", required: true) { $0.change.by.text },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.change.seq },
        ]
    ) { (source: TableSource) in source.indicatorLocks }
}

extension Figure {
    /// Its qualifier with what that says.
    fileprivate var parts: (qualifier: String, value: String?, upper: String?, name: String?) {
        switch self {
        case .exact(let value): ("exact", value.description, nil, nil)
        case .atLeast(let value): ("at_least", value.description, nil, nil)
        case .moreThan(let value): ("more_than", value.description, nil, nil)
        case .upTo(let value): ("up_to", value.description, nil, nil)
        case .range(let low, let high): ("range", low.description, high.description, nil)
        case .ofClass(let name): ("class", nil, nil, name)
        }
    }
}

extension ReportingState {
    fileprivate var code: String {
        switch self {
        case .submitted: "submitted"
        case .approved: "approved"
        case .accepted: "accepted"
        case .returned: "returned"
        case .locked: "locked"
        }
    }
}

extension ReviewStep {
    fileprivate var code: String {
        switch self {
        case .approved: "approved"
        case .accepted: "accepted"
        case .returned: "returned"
        }
    }
}
