import Delivery
import HashTreeCollections
import JSON
import Rulebook

extension Entity {
    /// A district, department, park or enterprise with its names, parent and race group.
    static let organization = Entity(
        name: "organization", words: Words(zh: "组织", en: "organization"),
        command: "organization.register", fields: fields(of: "organization.register"),
        defaultKey: ["id"], onlyWhenNew: ["id", "kind", "code", "from"],
        held: { wanted, _, holding in
            guard let id = wanted["id"]?.stringValue.flatMap({ OrganizationID($0) }),
                let organization = holding.city.organizations[id]
            else { return nil }
            var event = OrganizationRegistered()
            event.id = organization.id
            event.kind = organization.kind
            event.name = organization.name
            event.nameEn = organization.nameEn
            event.aliases = organization.aliases
            event.code = organization.code
            event.parent = organization.parent.latest?.value ?? nil
            event.group = organization.group.latest?.value ?? nil
            event.from = organization.from
            return object(event)
        },
        change: { wanted, held, fields in
            let subject = wanted.setting("organization", held["id"])
            var commands: [JSON] = []
            if !Set(fields).isDisjoint(with: ["name", "name_en", "aliases"]) {
                commands.append(
                    subject.keeping(["organization", "name", "name_en", "aliases"])
                        .setting("cmd", .string("organization.rename")))
            }
            if fields.contains("parent") {
                commands.append(
                    subject.keeping(["organization", "parent", "from"])
                        .setting("cmd", .string("organization.move")))
            }
            if fields.contains("group") {
                commands.append(
                    subject.keeping(["organization", "group", "from"])
                        .setting("cmd", .string("organization.group")))
            }
            return commands
        })

    /// What an organization is to reach in a year.
    static let target = Entity(
        name: "target", words: Words(zh: "年度目标", en: "target"),
        command: "target.set", fields: fields(of: "target.set"),
        defaultKey: ["organization", "measure", "year"], onlyWhenNew: [],
        held: { wanted, _, holding in
            guard
                let organization = wanted["organization"]?.stringValue.flatMap({
                    OrganizationID($0)
                }),
                let measure = wanted["measure"]?.stringValue.flatMap({ CodeName($0) }),
                let year = wanted["year"]?.intValue
            else { return nil }
            var event = TargetSet()
            event.organization = organization
            event.measure = measure
            event.year = year
            guard let target = holding.city.targets[event.key] else { return nil }
            event.amount = target.amount
            event.schedule = target.schedule
            return object(event)
        },
        change: { wanted, _, _ in [wanted.setting("cmd", .string("target.set"))] })
}
