import HashTreeCollections
import Rulebook

package struct RecordFinding: ProposingCommand {
    package static let name: StaticString = "finding.record"
    package static let title = Words(zh: "记录督查发现", en: "Record a finding")
    package static let may: Set<Role> = [.inspector, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .findingTaken, .organizationUnknown, .projectUnknown, .dayInFuture, .sameSubtree,
    ]
    package static let example = RecordFinding {
        $0.id = FindingID(unchecked: "f1")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.severity = .minor
        $0.foundOn = Month(year: 2024, month: 4)?.lastDay ?? .blank
        $0.note = .text("现场未设公示牌")
    }

    package var proposed = FindingRecorded()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.findings[proposed.id] == nil else {
            throw Refusal(
                .findingTaken, field: "id", zh: "编号“\(proposed.id)”已使用",
                en: "\"\(proposed.id)\" is taken already")
        }
        try city.require(proposed.organization, field: "organization")
        if let project = proposed.project { _ = try city.require(project) }
        try asked.requireNotFuture(proposed.foundOn, field: "found_on")
        try proposed.note.requireFresh(field: "note")
        if let home = asked.actor.organization,
            city.organizations.isWithin(home, proposed.organization, on: asked.today)
        {
            throw Refusal(
                .sameSubtree, field: "organization",
                zh: "“\(home)”属于被查单位“\(proposed.organization)”",
                en: "\"\(home)\" belongs to the organization inspected")
        }
    }
}

package struct CloseFinding: ProposingCommand {
    package static let name: StaticString = "finding.close"
    package static let title = Words(zh: "整改销号", en: "Close a finding as put right")
    package static let may: Set<Role> = [.inspector, .supervisor]
    package static let refusals: [Refusal.Code] = [
        .findingUnknown, .findingClosed, .dayInFuture, .dayTooEarly, .sameSubtree,
    ]
    package static let example = CloseFinding {
        $0.finding = FindingID(unchecked: "f1")
        $0.day = Month(year: 2024, month: 5)?.lastDay ?? .blank
    }

    package var proposed = FindingClosed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard let finding = city.findings[proposed.finding] else {
            throw Refusal(
                .findingUnknown, field: "finding", zh: "没有编号为“\(proposed.finding)”的发现",
                en: "there is no finding \"\(proposed.finding)\"")
        }
        if let closed = finding.closed {
            throw Refusal(
                .findingClosed, field: "finding", zh: "已于 \(closed.day) 销号",
                en: "closed already, on \(closed.day)")
        }
        try asked.requireNotFuture(proposed.day, field: "day")
        guard proposed.day >= finding.foundOn else {
            throw Refusal(
                .dayTooEarly, field: "day", zh: "发现于 \(finding.foundOn)，不能在 \(proposed.day) 销号",
                en: "it was found on \(finding.foundOn) and cannot be put right on "
                    + "\(proposed.day)")
        }
        if let home = asked.actor.organization,
            city.organizations.isWithin(home, finding.organization, on: asked.today)
        {
            throw Refusal(
                .sameSubtree, field: "finding",
                zh: "“\(home)”属于被查单位“\(finding.organization)”",
                en: "\"\(home)\" belongs to the organization inspected")
        }
    }
}
