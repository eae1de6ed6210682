import Delivery
import JSON
import Rulebook

extension NounTable {
    static let commitments: [NounTable] = [
        directives, directiveClauses, commitment, commitmentSupporting, commitmentLines,
        commitmentAnswers, commitmentProjects, commitmentIndicators, commitmentSteps,
        commitmentProgress, commitmentEvidence, commitmentDistricts, commitmentAdjustments,
        commitmentChanges, commitmentPeriods, commitmentClocks,
    ]

    private static let directives = NounTable(
        "directives", key: ["id"], zh: "指示、部署", en: "Directives from above.",
        [
            .text("id", "编号", "the directive", required: true) { $0.id.text },
            .text("title", "题名", "its title", required: true) { $0.profile.title },
            .text("title_en", "英文题名", "its English title") { $0.profile.titleEn },
            .text("issuer", "发出者", "who spoke", required: true) { $0.profile.issuer },
            .code("level", "层级", "from which level", required: true) { $0.profile.level.rawValue },
            .day("day", "日期", "when it was said") { $0.profile.day },
            .provenance { $0.profile.provenance },
            .seq("first_seq", "登记所在的记录", "the record that registered it", required: true) {
                $0.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.records.last
            },
        ]
    ) { (source: TableSource) in Array(source.city.directives.all) }

    private static let directiveClauses = NounTable(
        "directive_clauses", key: ["directive", "clause"], zh: "指示、部署的条款",
        en: "The clauses of directives.",
        [
            .of("directives", "directive", "指示", "the directive", required: true) {
                $0.directive
            },
            .text("clause", "条款编号", "the clause", required: true) { $0.clause.id.text },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .hash("text_sha256", "原文（封存文本）", "the sealed text of it") { $0.clause.text.hash },
        ]
    ) { (source: TableSource) in
        source.city.directives.all.flatMap { one in
            one.profile.clauses.enumerated().map {
                (directive: one.id.text, position: $0 + 1, clause: $1)
            }
        }
    }

    private static let commitment = NounTable(
        "commitments", key: ["id"], zh: "清单事项", en: "Commitments.",
        [
            .text("id", "事项编号", "the commitment", required: true) { $0.item.id.text },
            .code("kind", "类别", "its kind", required: true) { $0.item.profile.kind.rawValue },
            .text("title", "事项", "what is owed", required: true) { $0.item.profile.title },
            .hash("criterion_sha256", "完成标准（封存文本）", "the sealed text of its criterion") {
                $0.item.profile.criterion.hash
            },
            .of("organizations", "lead", "牵头单位", "who leads") { $0.item.profile.lead.text },
            .text("owner", "责任人编号", "the person who answers for it") {
                $0.item.profile.owner?.text
            },
            .text("post", "责任岗位", "the post that answers for it") { $0.item.profile.post },
            .day("due", "完成时限", "until when") { $0.item.profile.due },
            .code("renewal", "长期事项的周期", "how often a standing one is closed") {
                $0.item.profile.renewal?.rawValue
            },
            .of("lines", "line", "主线", "its main line") { $0.item.profile.alignment.main?.text },
            .of("commitments", "parent", "上级事项", "what it is a part of") {
                $0.item.profile.parent?.text
            },
            .decimal("weight", "权重", "its weight among the parts") {
                $0.item.profile.weight?.description
            },
            .provenance { $0.item.profile.provenance },
            .code("state", "状态", "how far it has come", required: true) { $0.item.state.rawValue },
            .integer(
                "percent", "进度（%），有分项的由分项折算",
                "how far, in percent; of one with parts, as far as they are"
            ) { $0.percent },
            .integer("returns", "退回次数", "how often it was returned") { $0.item.returns },
            .day("baseline_due", "下达时的完成时限", "until when, as it was issued") {
                $0.item.baseline?.due
            },
            .json("baseline", "下达时的全部内容", "all of it as it was issued") { $0.item.baseline?.json },
            .seq("first_seq", "草拟所在的记录", "the record that drafted it", required: true) {
                $0.item.records.first
            },
            .seq("last_seq", "最近变更的记录", "the latest record about it", required: true) {
                $0.item.records.last
            },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.map { (item: $0, percent: source.city.percent(of: $0)) }
    }

    private static let commitmentSupporting = NounTable.commitmentList(
        "commitment_supporting", naming: "organizations", as: "organization",
        zh: "清单事项的配合单位", en: "Who supports a commitment."
    ) { $0.supporting.map(\.text) }

    private static let commitmentProjects = NounTable.commitmentList(
        "commitment_projects", naming: "projects", as: "project", zh: "落实清单事项的项目",
        en: "What a commitment is carried out by."
    ) { $0.projects.map(\.text) }

    private static let commitmentIndicators = NounTable.commitmentList(
        "commitment_indicators", naming: "indicators", as: "indicator", zh: "衡量清单事项的指标",
        en: "What a commitment is measured by."
    ) { $0.indicators.map(\.text) }

    private static let commitmentLines = NounTable.otherLines("commitment", of: "commitments") {
        $0.city.commitments.all.map { ($0.id.text, $0.profile.alignment) }
    }

    private static let commitmentAnswers = NounTable(
        "commitment_answers", key: ["commitment", "position"], zh: "清单事项所落实的条款",
        en: "Which clauses a commitment answers.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) {
                $0.commitment
            },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .of("directives", "directive", "指示", "the directive", required: true) {
                $0.reference.directive.text
            },
            .text("clause", "条款编号，空为全部", "the clause, or all of it") {
                $0.reference.clause?.text
            },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { one in
            one.profile.answers.enumerated().map {
                (commitment: one.id.text, position: $0 + 1, reference: $1)
            }
        }
    }

    private static let commitmentSteps = NounTable(
        "commitment_steps", key: ["commitment", "seq"], zh: "清单事项经历的状态",
        en: "Every state that a commitment came into.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .code("state", "状态", "the state", required: true) { $0.step.state.rawValue },
            .day("day", "日期", "the day it is of", required: true) { $0.step.day },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.step.note?.hash },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) { $0.step.by.text },
            .of("organizations", "organization", "登记单位", "for whom") {
                $0.step.organization?.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.step.seq },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { one in
            one.steps.map { (id: one.id.text, step: $0) }
        }
    }

    private static let commitmentProgress = NounTable(
        "commitment_progress", key: ["commitment", "seq"], zh: "清单事项的进展",
        en: "What was said of a commitment's progress.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .day("as_of", "截至日", "as of this day", required: true) { $0.word.asOf },
            .integer("percent", "进度（%）", "how far it is, in percent") { $0.word.percent },
            .hash("note_sha256", "说明（封存文本）", "the sealed text of the note") { $0.word.note?.hash },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) { $0.word.by.text },
            .of("organizations", "organization", "登记单位", "for whom") {
                $0.word.organization?.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.word.seq },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { one in
            one.progress.map { (id: one.id.text, word: $0) }
        }
    }

    private static let commitmentEvidence = NounTable(
        "commitment_evidence", key: ["commitment", "position"], zh: "清单事项的佐证",
        en: "Files that were submitted for commitments.",
        [
            .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
            .integer("position", "次序，从 1 起", "its place, from 1", required: true) { $0.position },
            .code("kind", "类别", "its kind", required: true) { $0.file.evidence.kind.rawValue },
            .hash("sha256", "文件的 SHA-256", "of the file", required: true) {
                $0.file.evidence.sha256.text
            },
            .integer("size", "字节数", "its bytes", required: true) { $0.file.evidence.size },
            .text("type", "媒体类型", "its media type", required: true) {
                $0.file.evidence.mediaType
            },
            .hash("name_sha256", "文件名（封存文本）", "the sealed text of its name") {
                $0.file.evidence.name?.hash
            },
            .day("day", "日期", "the day it is of", required: true) { $0.file.day },
            .text("recorded_by", "登记人编号", "who recorded it", required: true) { $0.file.by.text },
            .of("organizations", "organization", "登记单位", "for whom") {
                $0.file.organization?.text
            },
            .seq("seq", "所在的记录", "the record that says so", required: true) { $0.file.seq },
        ]
    ) { (source: TableSource) in
        source.city.commitments.all.flatMap { one in
            one.evidence.enumerated().map { (id: one.id.text, position: $0 + 1, file: $1) }
        }
    }

    /// What a commitment names of another table, in order.
    static func commitmentList(
        _ name: String, naming table: String, as column: String, zh: String, en: String,
        _ ids: @escaping @Sendable (CommitmentProfile) -> [String]
    ) -> NounTable {
        NounTable(
            name, key: ["commitment", "position"], zh: zh, en: en,
            [
                .of("commitments", "commitment", "事项", "the commitment", required: true) { $0.id },
                .integer("position", "次序，从 1 起", "its place, from 1", required: true) {
                    $0.position
                },
                .of(table, column, "编号", "which", required: true) { $0.named },
            ]
        ) { (source: TableSource) in
            source.city.commitments.all.flatMap { one in
                ids(one.profile).enumerated().map {
                    (id: one.id.text, position: $0 + 1, named: $1)
                }
            }
        }
    }
}

extension CommitmentProfile {
    fileprivate var json: String {
        var out = JSONBuffer()
        write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
