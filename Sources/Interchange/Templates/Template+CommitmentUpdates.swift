package import Delivery
import Rulebook

extension Template {
    package static let commitmentUpdates = Template(
        kind: "commitment-updates",
        otherNames: ["commitment-update", "updates", "progress", "list-work"],
        words: Words(zh: "清单办理表", en: "Work on the list"),
        mappingText: String(
            decoding: PackageResources.template_commitment_updates_yaml, as: UTF8.self),
        columns: [
            Column(
                "事项编号", "Item id", "行号，请勿改动", "the row's id, not to be changed",
                example: "c-001", width: 20),
            Column(
                "记录号", "Record", "导出时该事项的最近一条记录，请勿改动",
                "the item's latest record at the export, not to be changed", example: "0",
                width: 9, .number),
            Column(
                "事项", "Commitment", "草拟的直接改；已下达的变更为调整申请",
                "a draft is changed, of an issued one a change is proposed", width: 34),
            Column(
                "状态", "State", "有分项的进度由分项折算",
                "of one with parts, as far as they are", width: 16, .given),
            Column("签收", "Acknowledged", "是", "是", width: 8, .codes(["是"])),
            Column(
                "进度（%）", "Progress, %", "0–100；有分项的留空", "0–100; blank where it has parts",
                width: 10, .number),
            Column(
                "进展情况", "Word on progress", "本次要报的内容；请勿填写涉密内容",
                "what is to be reported now; nothing classified", width: 32),
            Column("进展日期", "As of", "空白为今天", "blank is today", width: 12),
            Column("最近进展", "Latest word", "", "", width: 32, .given),
            Column(
                "佐证", "Evidence", "如 现场照片：现场.jpg；文件放在本表旁边，或写已入库文件的 SHA-256",
                "such as 现场照片：现场.jpg, a file beside the sheet or the SHA-256 of one kept",
                width: 24),
            Column(
                "报结日期", "Done on", "办成的日期；须先有佐证", "when it was done; needs evidence",
                width: 12),
            Column("完成时限", "Due", "同“事项”", "as of the commitment", width: 12),
            Column("牵头单位", "Lead", "同“事项”", "as of the commitment", .organizations),
            Column(
                "配合单位", "Supporting", "几个用、分开；同“事项”", "several with 、 between",
                width: 22),
            Column(
                "责任人", "Owner", "人员编号；同“事项”", "a person's id; as of the commitment"),
            Column("责任人职务", "Owner's post", "同“事项”", "as of the commitment"),
            Column("完成标准", "Done when", "同“事项”", "as of the commitment", width: 34),
            Column(
                "调整原因", "Reason for a change", "改动已下达事项时必填，随调整申请报审批",
                "where an issued item changes; it is decided by others", width: 24),
        ],
        advice: [
            Words(
                zh: "只改需要办理的单元格：与导出时相同的不作处理；灰色的格在当前状态下用不上。",
                en: "Change only what you act on: what is as it was exported does nothing, and the "
                    + "state has no use for grey cells."),
            Words(
                zh: "导出后又有新记录的事项不会被覆盖，会逐行说明。",
                en: "An item that moved since the export is not overwritten; its row says so."),
            Words(
                zh: "中止、恢复、撤销、下达、复核和销号逐项办理，不在本表。",
                en: "Suspending, resuming, cancelling, issuing, verifying and striking off are "
                    + "done one by one, not here."),
        ],
        filling: { desk in CommitmentExport(desk).rowsToActOn })
}

/// Items of the list as rows that can be worked on and read back.
package struct CommitmentExport: Sendable {
    let desk: TemplateDesk

    package init(_ desk: TemplateDesk) { self.desk = desk }

    /// What can be filled in of a row, and the head of its column.
    package static let fields: [(name: String, head: String)] =
        [
            ("acknowledged", "签收"), ("percent", "进度（%）"), ("note", "进展情况"),
            ("as_of", "进展日期"), ("evidence", evidence), ("done", "报结日期"),
        ] + wording.map { ($0.0.rawValue, $0.1) } + [("reason", "调整原因")]

    package static let (id, seq, state, lastWord) = ("事项编号", "记录号", "状态", "最近进展")
    package static let evidence = "佐证"

    private var city: City { desk.holding.city }

    /// Everything that the person can do something about.
    var rowsToActOn: [FilledRow] {
        let open = desk.openings(of: city.commitments.all)
        return city.commitments.all.compactMap { item in
            open[item.id].map { row(item, $0) }
        }
    }

    /// Those items, whoever can do something about them.
    package func rows(_ items: [Commitment]) -> [FilledRow] {
        let open = desk.openings(of: items)
        return items.map { row($0, open[$0.id] ?? []) }
    }

    package func row(_ item: Commitment, _ open: CommitmentOpenings) -> FilledRow {
        var cells = [
            Self.id: item.id.text, Self.seq: String(item.records.last ?? 0),
            Self.state: state(item), Self.lastWord: lastWord(item),
        ]
        var closed = Self.closed(open)
        if city.reckonedParts(of: item).isEmpty {
            cells["进度（%）"] = item.percent.map { String($0) }
        } else {
            closed.insert("进度（%）")
        }
        for (field, head) in Self.wording {
            cells[head] = item.profile[field]?.carried { desk.holding.open($0) }.map(text)
        }
        return FilledRow(cells, closed: closed)
    }

    private static let wording: [(AdjustedField, String)] = [
        (.title, "事项"), (.criterion, "完成标准"), (.lead, "牵头单位"), (.supporting, "配合单位"),
        (.owner, "责任人"), (.post, "责任人职务"), (.due, "完成时限"),
    ]

    /// The heads of the columns that the item's state, or the person's office, has no use for.
    private static func closed(_ open: CommitmentOpenings) -> Set<String> {
        var closed: Set<String> = []
        if !open.contains(.acknowledge) { closed.insert("签收") }
        if !open.contains(.progress) { closed.formUnion(["进度（%）", "进展情况", "进展日期", evidence]) }
        if !open.contains(.done) { closed.insert("报结日期") }
        if !open.contains(.adjust) { closed.insert("调整原因") }
        if open.isDisjoint(with: [.adjust, .redraft]) { closed.formUnion(wording.map(\.1)) }
        return closed
    }

    private func state(_ item: Commitment) -> String {
        let percent = city.percent(of: item).map { " \($0)%" } ?? ""
        let late = item.isOverdue(on: city.standing(today: desk.today)) ? " 逾期" : ""
        return item.state.words.zh + percent + late
    }

    private func lastWord(_ item: Commitment) -> String {
        guard let word = item.progress.last else { return "" }
        guard case .text(let text) = desk.holding.open(word.note) else {
            return word.asOf.description
        }
        return "\(word.asOf) \(SheetText.carried(text))"
    }

    private func text(_ value: Adjustment.Value) -> String {
        switch value {
        case .text(let text), .note(.text(let text)): text
        case .note(.sealed): ""
        case .day(let day): day.description
        case .person(let person): person.text
        case .organizations(let houses): names(houses)
        }
    }

    /// By name, unless a name would come apart where the next one begins.
    private func names(_ houses: [OrganizationID]) -> String {
        let names = houses.map(desk.name)
        // A mark that joins what stands before it would take the sign between two names along.
        let isWhole = names.allSatisfy { name in
            !name.contains { "、，,；;".contains($0) } && "、\(name)".first == "、"
        }
        return (isWhole ? names : houses.map(\.text)).joined(separator: "、")
    }
}

extension TemplateDesk {
    /// What the person can do about each of the items.
    package func openings(
        of items: some Sequence<Commitment>
    ) -> [CommitmentID: CommitmentOpenings] {
        actor.map { holding.city.openings(of: items, for: $0, on: today) } ?? [:]
    }
}
