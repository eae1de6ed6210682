package import Delivery
import Rulebook

extension Bulletin {
    package func text(in language: ReportLanguage) -> BulletinText {
        let wording = BulletinWording(bulletin: self, language: language)
        return wording.text
    }

    package var title: Words {
        Words(
            zh: "关于\(ReportLanguage.zh.period(period))“赛马”情况的通报",
            en: "Bulletin on the Race: \(ReportLanguage.en.period(period))")
    }
}

/// Says a bulletin in one language.
private struct BulletinWording {
    let bulletin: Bulletin
    let language: ReportLanguage

    var text: BulletinText {
        let heads = IndicatorHeads(bulletin.indicators, in: language)
        return BulletinText(
            language: language, issuer: language.of(bulletin.head.issuer),
            number: bulletin.head.number, title: language.of(bulletin.title),
            notice: bulletin.notice.map(language.of), opening: opening,
            tables: bulletin.groups.enumerated().map { place, group in
                table(group, place, heads)
            },
            legend: heads.legend, sections: [uncounted], notes: notes,
            date: language.day(bulletin.head.date))
    }

    private func say(_ zh: String, _ en: String) -> String { language.of(zh: zh, en: en) }

    private var opening: String {
        let units = bulletin.groups.reduce(0) { $0 + $1.rows.count }
        let title = language.of(bulletin.rulebookTitle)
        let span = language.span(bulletin.start, through: bulletin.period)
        let version = bulletin.basis.version
        return say(
            "依据《\(title)》（\(version)版），对\(units)个地区分\(bulletin.groups.count)组"
                + "就\(span)情况计分排名，现将结果通报如下。",
            "By the \(title), version \(version), \(units) districts in \(bulletin.groups.count) "
                + "groups were scored and ranked on \(span). The results are as follows.")
    }

    private func table(
        _ group: Bulletin.Group, _ place: Int, _ heads: IndicatorHeads
    ) -> BulletinText.Table {
        typealias Column = BulletinText.Column
        let rows = bulletin.groups.flatMap(\.rows)
        let hasBonus = rows.contains { $0.bonus != "0" }
        let hasPenalty = rows.contains { $0.penalty != "0" }
        var columns = [
            Column(kind: .rank, head: say("名次", "Rank")),
            Column(kind: .unit, head: say("地区", "District")),
            Column(kind: .total, head: say("总分", "Total")),
            Column(kind: .movement, head: say("较上期", "Change")),
        ]
        columns += heads.columns
        if hasBonus { columns.append(Column(kind: .adjustment, head: say("加分", "Bonus"))) }
        if hasPenalty { columns.append(Column(kind: .adjustment, head: say("扣分", "Penalty"))) }
        let hasClaims = bulletin.uncounted.total.rejected > 0
        if hasClaims { columns.append(Column(kind: .claims, head: say("不予认定", "Refused"))) }
        columns.append(Column(kind: .reason, head: say("主要原因", "Main reason")))
        let cells = group.rows.map { row in
            var cells = [
                row.rank.map(String.init) ?? "—", language.of(row.name), row.total ?? "—",
                movement(row.movement),
            ]
            cells += row.marks.map { $0.rank.map(String.init) ?? "—" }
            if hasBonus { cells.append(row.bonus) }
            if hasPenalty { cells.append(row.penalty) }
            if hasClaims { cells.append(String(bulletin.uncounted[row.unit].rejected)) }
            cells.append(row.reason.text(in: language, name: heads.name))
            return cells
        }
        return BulletinText.Table(
            heading: ordinal(place) + group.name, columns: columns, rows: cells)
    }

    /// 一、 and so on.
    private func ordinal(_ place: Int) -> String {
        language == .zh ? ChineseNumber.text(place + 1) + "、" : "\(place + 1). "
    }

    private func movement(_ movement: Bulletin.Movement) -> String {
        switch movement {
        case .up(let places): say("升\(places)", "up \(places)")
        case .down(let places): say("降\(places)", "down \(places)")
        case .same: say("持平", "same")
        case .unknown: "—"
        }
    }

    private var uncounted: BulletinText.Section {
        let total = bulletin.uncounted.total
        let span = language.span(bulletin.start, through: bulletin.period)
        var sentence = say(
            "\(span)申报的环节中，不予认定或撤销认定\(total.rejected)项",
            "Of the claims of stages for \(span), \(total.rejected) were refused, or recognised "
                + "and revoked")
        if total.rejected > 0 {
            let isShared = bulletin.uncounted.hasShared
            sentence += say(
                "（各地区项数见表\(isShared ? "，共有项目各方各计" : "")）",
                " (see the tables\(isShared ? "; shared projects stand with each" : ""))")
        }
        if total.madeGood > 0 {
            sentence += say(
                "，其中\(total.madeGood)项经重新申报已获认定",
                "; \(total.madeGood) of these stages were claimed anew and recognised")
        }
        if total.pending > 0 {
            sentence += say(
                "；尚未认定\(total.pending)项，未计入", "; \(total.pending) await a ruling")
        }
        return BulletinText.Section(
            heading: ordinal(bulletin.groups.count)
                + say("未计入的申报", "Claims that did not count"),
            paragraph: sentence + say("。", "."))
    }

    private var notes: [String] {
        let basis = bulletin.basis
        var notes = [
            say(
                "指标各栏为本组内得分的位次，得分相同的位次相同，“—”为不适用；"
                    + "“主要原因”是与本组第一名（第一名与第二名）相差最多的一项。",
                "A figure under an indicator is the rank of its score within the group; equal "
                    + "scores share it, and — is not applicable. The main reason is where a "
                    + "district differs most from the group's first, or the first from the second.")
        ]
        let last = say("台账第\(basis.records - 1)号记录", "record \(basis.records - 1)")
        let counted = say("\(basis.counted)条", "\(basis.counted)")
        if let cutoff = basis.cutoff {
            notes.append(
                say(
                    "截至\(last)；\(language.day(cutoff))及以前登记的\(counted)记录计入。"
                        + (basis.isProvisional ? "登记尚未截止，结果为暂定。" : ""),
                    "As of \(last) of the ledger; the \(counted) records made by "
                        + "\(language.day(cutoff)) count."
                        + (basis.isProvisional ? " More may come: provisional." : "")))
        } else {
            notes.append(
                say(
                    "截至\(last)，共\(counted)记录。" + (basis.isProvisional ? "本期尚未结束，结果为暂定。" : ""),
                    "As of \(last) of the ledger, \(counted) records."
                        + (basis.isProvisional ? " The period is not over: provisional." : "")))
        }
        notes.append(
            say(
                "规则\(basis.rulebook) \(basis.version)，SHA-256：",
                "Rulebook \(basis.rulebook) \(basis.version), SHA-256 ") + basis.rulebookHash)
        notes.append(say("数据SHA-256：", "Facts SHA-256 ") + basis.factsHash)
        notes.append(
            say(
                "任何人可用上述规则和数据以saima score复算，所得与本通报一致。",
                "Anyone can compute this again with saima score on these rules and facts."))
        return notes
    }
}
