import Rulebook

package struct RegisterOrganization: ProposingCommand {
    package static let name: StaticString = "organization.register"
    package static let title = Words(zh: "登记组织", en: "Register an organization")
    package static let may: Set<Role> = [.console, .systemAdministrator]
    package static let refusals: [Refusal.Code] = [.organizationTaken, .organizationUnknown]
    package static let example = RegisterOrganization {
        $0.id = OrganizationID(unchecked: "zhongshan")
        $0.kind = .district
        $0.name = "中山区"
        $0.nameEn = "Zhongshan"
        $0.group = "主城区"
        $0.from = Month(year: 2024, month: 1)?.firstDay ?? .blank
    }

    package var proposed = OrganizationRegistered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.organizations[proposed.id] == nil else {
            throw Refusal(
                .organizationTaken, field: "id", zh: "编号“\(proposed.id)”已登记",
                en: "\"\(proposed.id)\" is registered already")
        }
        guard proposed.id.text != Actor.console.person.text else {
            throw Refusal(
                .organizationTaken, field: "id", zh: "编号“\(proposed.id)”在记录中指本机操作员",
                en: "\"\(proposed.id)\" stands in records for the machine's own operator")
        }
        try requireText(proposed.name, field: "name")
        if let group = proposed.group { try requireText(group, field: "group") }
        if let parent = proposed.parent { try city.require(parent, field: "parent") }
    }
}

/// Replaces names and aliases.
package struct RenameOrganization: ProposingCommand {
    package static let name: StaticString = "organization.rename"
    package static let title = Words(zh: "组织更名", en: "Rename an organization")
    package static let may: Set<Role> = [.console, .systemAdministrator]
    package static let refusals: [Refusal.Code] = [.organizationUnknown]
    package static let example = RenameOrganization {
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.name = "中山区"
        $0.nameEn = "Zhongshan District"
        $0.aliases = ["中山"]
    }

    package var proposed = OrganizationRenamed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.require(proposed.organization, field: "organization")
        try requireText(proposed.name, field: "name")
    }
}

package struct MoveOrganization: ProposingCommand {
    package static let name: StaticString = "organization.move"
    package static let title = Words(zh: "调整隶属", en: "Move an organization in the tree")
    package static let may: Set<Role> = [.console, .systemAdministrator]
    package static let refusals: [Refusal.Code] = [
        .organizationUnknown, .organizationCycle, .organizationClosed,
    ]
    package static let example = MoveOrganization {
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.parent = OrganizationID(unchecked: "dalian")
        $0.from = Month(year: 2024, month: 7)?.firstDay ?? .blank
    }

    package var proposed = OrganizationMoved()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.requireExisting(proposed.organization, on: proposed.from)
        guard let parent = proposed.parent else { return }
        try city.require(parent, field: "parent")
        // Links of other days can close a ring too, so every day on which one changes is tried.
        var moved = city.organizations
        let at = Occurrence(
            seq: city.size, day: asked.today, at: Timestamp(milliseconds: 0),
            actor: asked.actor.person, organization: nil)
        moved.update(proposed.organization, at) {
            $0.parent.set(parent, from: proposed.from, seq: at.seq)
        }
        let days = Set(moved.all.flatMap { $0.parent.entries.map(\.from) })
        for day in days where day >= proposed.from {
            let above = moved.parent(of: proposed.organization, on: day)
            guard let above, moved.isWithin(above, proposed.organization, on: day) else {
                continue
            }
            throw Refusal(
                .organizationCycle, field: "parent",
                zh: "“\(parent)”自 \(day) 起隶属于“\(proposed.organization)”，不能互为上级",
                en: "from \(day) \"\(parent)\" would belong to \"\(proposed.organization)\" itself")
        }
    }
}

package struct GroupOrganization: ProposingCommand {
    package static let name: StaticString = "organization.group"
    package static let title = Words(zh: "调整赛马组别", en: "Put an organization in a race group")
    package static let may: Set<Role> = [.console, .systemAdministrator, .dispatcher]
    package static let refusals: [Refusal.Code] = [.organizationUnknown, .organizationClosed]
    package static let example = GroupOrganization {
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.group = "主城区"
        $0.from = Month(year: 2024, month: 7)?.firstDay ?? .blank
    }

    package var proposed = OrganizationGrouped()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.requireExisting(proposed.organization, on: proposed.from)
        if let group = proposed.group { try requireText(group, field: "group") }
    }
}

package struct CloseOrganization: ProposingCommand {
    package static let name: StaticString = "organization.close"
    package static let title = Words(zh: "撤销组织", en: "Close an organization")
    package static let may: Set<Role> = [.console, .systemAdministrator]
    package static let refusals: [Refusal.Code] = [.organizationUnknown, .organizationClosed]
    package static let example = CloseOrganization {
        $0.organization = OrganizationID(unchecked: "huayuankou")
        $0.from = Month(year: 2025, month: 1)?.firstDay ?? .blank
    }

    package var proposed = OrganizationClosed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.requireExisting(proposed.organization, on: proposed.from)
    }
}

extension City {
    func requireExisting(_ id: OrganizationID, on day: Day) throws(Refusal) {
        let organization = try require(id, field: "organization")
        guard organization.exists(on: day) else {
            let span = organization.closed.map { "\(organization.from) – \($0)" }
            throw Refusal(
                .organizationClosed, field: "from",
                zh: "“\(id)”在 \(day) 不存在（\(span ?? "\(organization.from) 起")）",
                en: "\"\(id)\" does not exist on \(day) (\(span ?? "from \(organization.from)"))")
        }
    }
}
