import Delivery
import Rulebook

/// Who there is in the made-up city: the thirteen areas of the shipped rulebooks in their three
/// groups, offices of the city, and persons by id.
enum SyntheticPlaces {
    struct Area: Sendable {
        var id: String
        var zh: String
        var en: String
        var group: String
        /// In official statistics; development zones have none.
        var code: String?
    }

    static let areas = [
        Area(id: "zhongshan", zh: "中山区", en: "Zhongshan", group: "主城区", code: "210202"),
        Area(id: "xigang", zh: "西岗区", en: "Xigang", group: "主城区", code: "210203"),
        Area(id: "shahekou", zh: "沙河口区", en: "Shahekou", group: "主城区", code: "210204"),
        Area(id: "ganjingzi", zh: "甘井子区", en: "Ganjingzi", group: "主城区", code: "210211"),
        Area(id: "lushunkou", zh: "旅顺口区", en: "Lushunkou", group: "主城区", code: "210212"),
        Area(id: "pulandian", zh: "普兰店区", en: "Pulandian", group: "北部地区", code: "210214"),
        Area(id: "wafangdian", zh: "瓦房店市", en: "Wafangdian", group: "北部地区", code: "210281"),
        Area(id: "zhuanghe", zh: "庄河市", en: "Zhuanghe", group: "北部地区", code: "210283"),
        Area(id: "changhai", zh: "长海县", en: "Changhai", group: "北部地区", code: "210224"),
        Area(id: "jinpu", zh: "金普新区", en: "Jinpu", group: "先导区", code: "210213"),
        Area(id: "gaoxin", zh: "高新区", en: "High-tech Zone", group: "先导区"),
        Area(id: "changxingdao", zh: "长兴岛经开区", en: "Changxing Island", group: "先导区"),
        Area(id: "huayuankou", zh: "花园口经济区", en: "Huayuankou", group: "先导区"),
    ]

    private static let offices = [
        ("fgw", "发展和改革委员会", "Development and Reform Commission"),
        ("gxj", "工业和信息化局", "Bureau of Industry"), ("swj", "商务局", "Bureau of Commerce"),
        ("zrj", "自然资源局", "Bureau of Natural Resources"),
        ("zjj", "住房和城乡建设局", "Bureau of Construction"),
        ("tjj", "统计局", "Bureau of Statistics"), ("dcs", "督查室", "Supervision Office"),
        ("xmb", "重点项目办公室", "Office of Key Projects"),
    ]

    private static let persons: [(id: String, office: String, roles: [Role])] = [
        ("p-leader", "city", [.leader]), ("p-dispatch", "xmb", [.dispatcher]),
        ("p-supervise", "dcs", [.supervisor]), ("p-inspect", "dcs", [.inspector]),
        ("p-stats", "tjj", [.departmentReporter]), ("p-industry", "gxj", [.departmentReporter]),
        ("p-system", "city", [.systemAdministrator]),
        ("p-security", "city", [.securityAdministrator]),
        ("p-audit", "city", [.auditAdministrator]),
    ]

    static let dispatcher = PersonID(unchecked: "p-dispatch")
    static let inspector = PersonID(unchecked: "p-inspect")
    static let supervisor = PersonID(unchecked: "p-supervise")
    static let statistician = PersonID(unchecked: "p-stats")

    static func reporter(of area: Int) -> PersonID {
        PersonID(unchecked: "p-\(areas[area].id)-1")
    }

    static func organization(of area: Int) -> OrganizationID {
        OrganizationID(unchecked: areas[area].id)
    }

    /// The offices, areas and persons of the city, below the organization `city`.
    static var founding: [any Command] {
        let from = Day(year: 2023, month: 1, day: 1) ?? .epoch
        let city = OrganizationID(unchecked: "city")
        var commands: [any Command] = []
        for office in offices {
            commands.append(
                RegisterOrganization {
                    $0.id = OrganizationID(unchecked: office.0)
                    $0.kind = .department
                    $0.name = office.1
                    $0.nameEn = office.2
                    $0.parent = city
                    $0.from = from
                })
        }
        for area in areas {
            commands.append(
                RegisterOrganization {
                    $0.id = OrganizationID(unchecked: area.id)
                    $0.kind = .district
                    $0.name = area.zh
                    $0.nameEn = area.en
                    $0.parent = city
                    $0.group = area.group
                    $0.code = area.code
                    $0.from = from
                })
        }
        for person in persons {
            commands.append(
                appoint(person.id, OrganizationID(unchecked: person.office), person.roles))
        }
        for area in areas.indices {
            commands.append(
                appoint(reporter(of: area).text, organization(of: area), [.districtReporter]))
        }
        return commands
    }

    private static func appoint(
        _ person: String, _ office: OrganizationID, _ roles: [Role]
    ) -> any Command {
        AppointPerson {
            $0.person = PersonID(unchecked: person)
            $0.organization = office
            $0.roles = roles
        }
    }
}
