import Delivery
import Rulebook

extension Provocation {
    static let ofCity: [Provocation] = [
        Provocation(.textMissing, city { $0.nameZh = " " }, as: .console),
        Provocation(.settingsMalformed, city { $0.timeZone = "Asia/Dalian" }, as: .console),
        Provocation(.settingsMalformed, city { $0.currency = "元" }, as: .console),
        Provocation(.settingsMalformed, city { $0.unitExponent = 11 }, as: .console),
        Provocation(.settingsMalformed, city { $0.unitExponent = -1 }, as: .console),
        Provocation(.rulebookMalformed, rulebook("rulebook: [1"), as: .dispatcher),
        Provocation(.rulebookVersionTaken, AdoptRulebook.example, as: .dispatcher) {
            try $0.accept(AdoptRulebook.example, as: .console)
        },
    ]

    static let ofOrganizations: [Provocation] = [
        Provocation(.organizationTaken, RegisterOrganization.example, as: .console),
        Provocation(
            .organizationTaken,
            RegisterOrganization {
                $0.id = organization("console")
                $0.name = "控制台"
            }, as: .console),
        Provocation(
            .organizationUnknown,
            RegisterOrganization {
                $0.id = organization("new")
                $0.name = "新区"
                $0.parent = organization("nowhere")
            }, as: .system),
        Provocation(
            .textMissing,
            RegisterOrganization {
                $0.id = organization("new")
                $0.name = "新区"
                $0.group = ""
            }, as: .system),
        Provocation(
            .organizationUnknown,
            RenameOrganization {
                $0.organization = organization("nowhere")
                $0.name = "无"
            }, as: .system),
        Provocation(.organizationUnknown, moving("nowhere", to: "dalian"), as: .system),
        Provocation(.organizationUnknown, moving("zhongshan", to: "nowhere"), as: .system),
        Provocation(.organizationCycle, moving("zhongshan", to: "yuanqu"), as: .system),
        Provocation(.organizationCycle, moving("zhongshan", to: "zhongshan"), as: .system),
        Provocation(.organizationCycle, moving("zhongshan", to: "xigang"), as: .system) {
            // A later link closes the ring on its own day only.
            try $0.accept(moving("xigang", to: "yuanqu", from: "2025-01-01"), as: .system)
        },
        Provocation(.organizationClosed, moving("old", to: "dalian"), as: .system),
        Provocation(
            .organizationClosed, moving("zhongshan", to: "dalian", from: "2019-12-31"),
            as: .system),
        Provocation(.organizationUnknown, grouping("nowhere"), as: .dispatcher),
        Provocation(.organizationClosed, grouping("old"), as: .dispatcher),
        Provocation(.organizationUnknown, closing("nowhere"), as: .system),
        Provocation(.organizationClosed, closing("old"), as: .system),
    ]

    static let ofPeople: [Provocation] = [
        Provocation(
            .organizationUnknown,
            AppointPerson {
                $0.person = PersonID(unchecked: "a")
                $0.organization = organization("nowhere")
                $0.roles = [.leader]
            }, as: .security),
        Provocation(.fieldMissing, appointing([]), as: .security),
        Provocation(.notPermitted, appointing([.console]), as: .security),
        Provocation(.notPermitted, appointing([.leader], "console"), as: .security),
        Provocation(
            .notPermitted, appointing([.systemAdministrator, .auditAdministrator]),
            as: .security),
        Provocation(
            .personUnknown, DismissPerson { $0.person = PersonID(unchecked: "nobody") },
            as: .security),
    ]

    private static func city(_ change: (inout CityConfigured) -> Void) -> ConfigureCity {
        ConfigureCity {
            $0 = ConfigureCity.example.proposed
            change(&$0)
        }
    }

    private static func rulebook(_ text: String) -> AdoptRulebook {
        var command = AdoptRulebook()
        command.text.text = text
        return command
    }

    private static func grouping(_ id: String) -> GroupOrganization {
        GroupOrganization {
            $0.organization = organization(id)
            $0.group = "主城区"
            $0.from = day("2024-07-01")
        }
    }

    private static func closing(_ id: String) -> CloseOrganization {
        CloseOrganization {
            $0.organization = organization(id)
            $0.from = day("2024-07-01")
        }
    }

    private static func appointing(_ roles: [Role], _ person: String = "a") -> AppointPerson {
        AppointPerson {
            $0.person = PersonID(unchecked: person)
            $0.organization = organization("zhongshan")
            $0.roles = roles
        }
    }
}

func moving(_ id: String, to parent: String, from text: String = "2024-07-01") -> MoveOrganization {
    MoveOrganization {
        $0.organization = organization(id)
        $0.parent = organization(parent)
        $0.from = day(text)
    }
}
