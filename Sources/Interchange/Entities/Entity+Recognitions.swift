package import Delivery
import JSON
import Rulebook

extension Entity {
    /// A ruling on a claim that a stage was reached: it is recognised, or refused for a reason. A
    /// row without a verdict is not decided yet.
    static let stageRecognition = Entity(
        name: "project.recognition", words: Words(zh: "环节认定", en: "ruling on a claim"),
        fields: FieldDescription.of(RulingRow.self), key: ["project", "stage"],
        answering: Answering(
            RulingRow.self, commands: [RecogniseStage.name, RefuseStage.name]
        ) { row, holding, _ in row.answer(holding.city, open: holding.open) })
}

package enum Verdict: String, CaseIterable, Sendable, FieldCode {
    case recognised, refused

    package var words: Words {
        switch self {
        case .recognised: Words(zh: "认定", en: "recognised")
        case .refused: Words(zh: "不予认定", en: "refused")
        }
    }
}

/// One row of a sheet of rulings.
struct RulingRow: Fielded {
    var project = ProjectID.blank
    var stage = Stage.idea
    /// The claim that the row was made of; nil means the one that waits.
    var claim: Int?
    var verdict: Verdict?
    /// The actual date as recognised; nil means the day that was claimed.
    var day: Day?
    var because: RefusedBecause?
    var note: Note?

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("project", &project)
        try visitor.field("stage", &stage)
        try visitor.optional("claim", &claim)
        try visitor.optional("verdict", &verdict)
        try visitor.optional("day", &day)
        try visitor.optional("because", &because)
        try visitor.optional("note", &note)
    }

    func answer(_ city: City, open: (Note?) -> Note?) -> RowAnswer {
        guard let project = city.projects[project] else { return RowAnswer(problem: noProject) }
        guard let verdict else { return withoutVerdict }
        guard let claim = claim(of: project) else { return RowAnswer(problem: noClaim(project)) }
        return verdict == .recognised ? recognise(claim) : refuse(claim, open)
    }

    /// The one that is named, else the one that waits, else the last.
    private func claim(of project: Project) -> Claim? {
        let claims = project.claims.filter { $0.stage == stage }
        guard let claim else { return claims.first(where: \.isPending) ?? claims.last }
        return claims.first { $0.number == claim }
    }

    private func recognise(_ claim: Claim) -> RowAnswer {
        var answer = RowAnswer()
        for (field, isFilled) in [("because", because != nil), ("note", note != nil)]
        where isFilled {
            answer.problems.append(
                RowAnswer.Problem(
                    .cellUnfit, field: field, zh: "只在不予认定时填写；认定请留空",
                    en: "is for a claim that is refused; leave it blank to recognise one"))
        }
        let day = day ?? claim.day
        guard answer.problems.isEmpty, claim.recognisedDay != day else { return answer }
        let (project, number) = (project, claim.number)
        answer.orders = [
            RowAnswer.Order(
                RecogniseStage { ($0.project, $0.claim, $0.day) = (project, number, day) },
                fields: ["claim": "stage"])
        ]
        answer.change("verdict", from: nil, to: .string(Verdict.recognised.rawValue))
        answer.change("day", from: .string(claim.day.description), to: .string(day.description))
        return answer
    }

    private func refuse(_ claim: Claim, _ open: (Note?) -> Note?) -> RowAnswer {
        guard let because else {
            return RowAnswer(
                problem: .init(
                    .cellUnfit, field: "because", zh: "不予认定须从列表中选择原因",
                    en: "a refusal needs a reason from the list"))
        }
        guard day == nil else {
            return RowAnswer(
                problem: .init(
                    .cellUnfit, field: "day", zh: "认定日期只在认定时填写；不予认定请留空",
                    en: "is the recognised date; leave it blank for a claim that is refused"))
        }
        var answer = RowAnswer()
        if case .refused(let known, let said, _, _) = claim.ruling, known == because,
            SheetText.isSame(open(said), note)
        {
            return answer
        }
        let (project, number, note) = (project, claim.number, note)
        answer.orders = [
            RowAnswer.Order(
                RefuseStage {
                    ($0.project, $0.claim) = (project, number)
                    ($0.because, $0.note) = (because, note)
                }, fields: ["claim": "stage"])
        ]
        answer.change("verdict", from: nil, to: .string(Verdict.refused.rawValue))
        answer.change("because", from: nil, to: .string(because.rawValue))
        return answer
    }

    /// Not decided yet, unless it says something that only a decision can mean.
    private var withoutVerdict: RowAnswer {
        var answer = RowAnswer()
        guard day == nil, because == nil, note == nil else {
            answer.problems = [
                .init(
                    .cellUnfit, field: "verdict", zh: "已填写日期、原因或说明，请同时填写认定结论",
                    en: "a date, a reason or a note is given: say the verdict too")
            ]
            return answer
        }
        answer.isUndecided = true
        return answer
    }

    private var noProject: RowAnswer.Problem {
        .init(
            .rowUnknown, field: "project", zh: "没有编号为“\(project)”的项目",
            en: "there is no project \"\(project)\"")
    }

    private func noClaim(_ project: Project) -> RowAnswer.Problem {
        let waiting = project.claims.filter(\.isPending)
        let zh = waiting.map { "\($0.stage.words.zh)（第 \($0.number) 号）" }.joined(separator: "、")
        let en = waiting.map { "\($0.stage.words.en) (claim \($0.number))" }
            .joined(separator: ", ")
        let number = claim.map { "第 \($0) 号" } ?? ""
        let numberEn = claim.map { " \($0)" } ?? ""
        return .init(
            .rowUnknown, field: claim == nil ? "stage" : "claim",
            zh: "项目“\(project.id)”没有“\(stage.words.zh)”的\(number)申报"
                + (waiting.isEmpty ? "" : "；待认定的有：\(zh)"),
            en: "project \"\(project.id)\" has no claim\(numberEn) of \(stage.words.en)"
                + (waiting.isEmpty ? "" : "; \(en) waits"))
    }
}
