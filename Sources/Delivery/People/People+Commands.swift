import HashTreeCollections

/// Gives a person an organization and roles in it; replaces what the person had.
package struct AppointPerson: ProposingCommand {
    package static let name: StaticString = "person.appoint"
    package static let title = Words(zh: "任用人员", en: "Appoint a person")
    package static let may: Set<Role> = [.console, .securityAdministrator]
    package static let refusals: [Refusal.Code] = [.organizationUnknown]
    package static let example = AppointPerson {
        $0.person = PersonID(unchecked: "p-zhongshan-1")
        $0.organization = OrganizationID(unchecked: "zhongshan")
        $0.roles = [.districtReporter]
    }

    package var proposed = PersonAppointed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try city.require(proposed.organization, field: "organization")
        guard !proposed.roles.isEmpty else {
            throw Refusal(
                .fieldMissing, field: "roles", zh: "至少授予一个角色", en: "name at least one role")
        }
        guard !proposed.roles.contains(.console), proposed.person != Actor.console.person else {
            throw Refusal(
                .notPermitted, field: "roles", zh: "本机操作员不可授予",
                en: "the console operator cannot be appointed")
        }
        guard Set(proposed.roles).intersection(Role.administrators).count <= 1 else {
            throw Refusal(
                .notPermitted, field: "roles", zh: "系统、安全、审计三类管理员互斥，只能任其一",
                en: "system, security and audit administrator exclude one another; choose one")
        }
    }
}

package struct DismissPerson: ProposingCommand {
    package static let name: StaticString = "person.dismiss"
    package static let title = Words(zh: "免去人员", en: "Dismiss a person")
    package static let may: Set<Role> = [.console, .securityAdministrator]
    package static let refusals: [Refusal.Code] = [.personUnknown]
    package static let example = DismissPerson {
        $0.person = PersonID(unchecked: "p-zhongshan-1")
    }

    package var proposed = PersonDismissed()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.people[proposed.person] != nil else {
            throw Refusal(
                .personUnknown, field: "person", zh: "没有编号为“\(proposed.person)”的人员",
                en: "there is no person \"\(proposed.person)\"")
        }
        guard proposed.person != asked.actor.person else {
            throw Refusal(
                .notPermitted, field: "person", zh: "不能免去自己；请由另一位安全管理员或在服务器上操作",
                en: "nobody dismisses themselves; another security administrator can, "
                    + "or the console")
        }
    }
}
