import Delivery
import JSON
import Rulebook

/// Sets one row against the item it speaks of. A cell counts where it says something else than the
/// export did and than the city holds now; then the item must not have moved since.
struct CommitmentAnswer {
    let row: CommitmentRow
    let item: Commitment
    let holding: Holding
    let today: Day
    var answer = RowAnswer()

    static func of(_ row: CommitmentRow, _ holding: Holding, _ today: Day) -> RowAnswer {
        let city = holding.city
        guard let item = city.commitments[row.commitment] else {
            return RowAnswer(problem: unknown(row.commitment, city))
        }
        guard row.seq >= 0, row.seq < city.size else {
            return RowAnswer(
                problem: .init(
                    .rowUnknown, field: "seq",
                    zh: "没有这条记录，最新的是 \(city.size - 1)；请重新导出",
                    en: "there is no such record, the latest is \(city.size - 1); export again"))
        }
        var one = CommitmentAnswer(row: row, item: item, holding: holding, today: today)
        one.acknowledge()
        one.submitEvidence()
        one.reportProgress()
        one.adjust()
        one.reportDone()
        one.requireUnmoved()
        return one.answer
    }

    private init(row: CommitmentRow, item: Commitment, holding: Holding, today: Day) {
        self.row = row
        self.item = item
        self.holding = holding
        self.today = today
    }

    private static func unknown(_ id: CommitmentID, _ city: City) -> RowAnswer.Problem {
        let near = Nearest.choice(to: id.text, among: city.commitments.ids.map(\.text))
        return .init(
            .rowUnknown, field: "commitment",
            zh: "没有编号为“\(id)”的事项" + (near.map { "，是否为“\($0)”？" } ?? "")
                + "；新事项请用清单事项表",
            en: "there is no commitment \"\(id)\""
                + (near.map { ", did you mean \"\($0)\"?" } ?? "")
                + "; new ones go into the sheet of commitments")
    }

    mutating func order(_ command: some Command, fields: [String: String] = [:]) {
        answer.orders.append(RowAnswer.Order(command, fields: fields))
    }

    mutating func change(_ field: String, from: JSON?, to: JSON?) {
        answer.change(field, from: from, to: to)
    }

    mutating func refuse(_ field: String, zh: String, en: String) {
        answer.problems.append(.init(.cellUnfit, field: field, zh: zh, en: en))
    }

    /// What was recorded of it since the row was written is not overwritten unseen.
    private mutating func requireUnmoved() {
        let newer = item.records.filter { $0 > row.seq }
        guard let last = newer.last else { return }
        let list = newer.suffix(5).map(String.init).joined(separator: ", ")
        guard !answer.orders.isEmpty else {
            answer.warnings.append(
                .init(
                    .rowMoved, field: "seq", zh: "导出后又有新记录（\(list)）；本行没有要办的内容",
                    en: "something was recorded since the export (\(list)); this row asks for "
                        + "nothing"))
            return
        }
        answer = RowAnswer(
            problem: .init(
                .rowMoved, field: "seq",
                zh: "导出后又有新记录（\(list)）；请看过再填，或重新导出。看过而仍要这样办理，把此处改为 \(last)",
                en: "something was recorded since the export (\(list)); look at it or export "
                    + "again. To go on all the same, write \(last) here"))
    }
}

extension CommitmentAnswer {
    private mutating func acknowledge() {
        guard row.acknowledged, item.step(.acknowledged) == nil else { return }
        let id = item.id
        order(
            AcknowledgeCommitment { $0.commitment = id },
            fields: ["commitment": "acknowledged"])
        change("acknowledged", from: nil, to: .bool(true))
    }

    /// Files that were shown already are not shown again.
    private mutating func submitEvidence() {
        let known = Set(item.evidence.map(\.evidence.sha256))
        let fresh = row.evidence.filter { !known.contains($0.sha256) }
        guard !fresh.isEmpty else { return }
        let id = item.id
        order(
            SubmitEvidence { ($0.commitment, $0.evidence) = (id, fresh) },
            fields: ["commitment": "evidence"])
        change("evidence", from: nil, to: .array(fresh.map { .string($0.sha256.text) }))
    }

    private mutating func reportProgress() {
        let held = item.percent
        let isReckoned = !holding.city.reckonedParts(of: item).isEmpty
        let isMoved =
            row.percent != nil && row.percent != item.percent(after: row.seq)
            && row.percent != held
        guard row.note != nil || row.asOf != nil || isMoved, !isSaid else { return }
        if isReckoned, row.percent != nil {
            refuse(
                "percent", zh: "有分项，进度由分项折算；请在分项填报，本格留空",
                en: "it has parts, and is as far as they are; report on the parts, and leave this "
                    + "blank")
            return
        }
        guard row.percent != nil || row.note != nil else {
            refuse(
                "as_of", zh: "填了进展日期，请同时填写进度或进展情况",
                en: "a day of progress is given: say the progress or a word on it too")
            return
        }
        let (id, day) = (item.id, row.asOf ?? today)
        let (percent, note) = (row.percent, row.note)
        order(
            ReportProgress {
                ($0.commitment, $0.asOf) = (id, day)
                ($0.percent, $0.note) = (percent, note)
            }, fields: ["commitment": isMoved ? "percent" : row.note == nil ? "as_of" : "note"])
        if let percent, percent != held {
            change("percent", from: held.map { .integer($0) }, to: .integer(percent))
        }
        if case .text(let text) = note { change("note", from: nil, to: .string(text)) }
        change("as_of", from: nil, to: .string(day.description))
    }

    /// Whether the same word on its progress was given already: of that day, or where the row
    /// names none, since it was written.
    private var isSaid: Bool {
        item.progress.contains { word in
            let isOfTheDay = row.asOf.map { $0 == word.asOf } ?? (word.seq > row.seq)
            return isOfTheDay && (row.percent == nil || row.percent == word.percent)
                && (row.note == nil || SheetText.isSame(holding.open(word.note), row.note))
        }
    }

    private mutating func reportDone() {
        guard let done = row.done, item.doneOn != done else { return }
        let id = item.id
        order(
            ReportDone { ($0.commitment, $0.day) = (id, done) },
            fields: ["commitment": "done", "day": "done"])
        change(
            "done", from: item.doneOn.map { .string($0.description) },
            to: .string(done.description))
    }
}
