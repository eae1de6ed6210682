import Delivery

/// Finds organizations by id, name, alias or code, and projects by id, name or national code,
/// as sheets call them.
struct NameIndex {
    /// Keys are UTF-8 bytes: Swift would take two spellings of é for one.
    private var organizations: [[UInt8]: Set<OrganizationID>] = [:]
    /// Names as they are without spaces and wide signs: `西 岗 区` is written for 西岗区.
    private var folded: [[UInt8]: Set<OrganizationID>] = [:]
    private var kinds: [OrganizationID: OrganizationKind] = [:]
    private var projects: [[UInt8]: Set<ProjectID>] = [:]
    private var indicators: [[UInt8]: Set<IndicatorID>] = [:]

    init(_ city: City) {
        for organization in city.organizations.all {
            add(
                organization.id, organization.kind,
                [organization.name, organization.nameEn, organization.code].compactMap { $0 }
                    + organization.aliases)
        }
        for project in city.projects.all {
            let names = [project.profile.name, project.profile.code?.text].compactMap { $0 }
            add(project.id, names)
        }
        for indicator in city.indicators.all {
            add(
                indicator.id, [indicator.profile.name, indicator.profile.nameEn].compactMap { $0 })
        }
    }

    mutating func add(_ id: OrganizationID, _ kind: OrganizationKind, _ names: [String]) {
        kinds[id] = kind
        for name in names + [id.text] {
            organizations[Array(name.utf8), default: []].insert(id)
            folded[Array(NameForm.folded(name).utf8), default: []].insert(id)
        }
    }

    mutating func add(_ id: ProjectID, _ names: [String]) {
        for name in names + [id.text] { projects[Array(name.utf8), default: []].insert(id) }
    }

    mutating func add(_ id: IndicatorID, _ names: [String]) {
        for name in names + [id.text] { indicators[Array(name.utf8), default: []].insert(id) }
    }

    func organizations(_ name: String, kind: OrganizationKind?) -> [OrganizationID] {
        let exact = organizations[Array(name.utf8)]
        let found = exact ?? folded[Array(NameForm.folded(name).utf8)] ?? []
        return found.filter { kind == nil || kinds[$0] == kind }.sorted()
    }

    func projects(_ name: String) -> [ProjectID] {
        // An id is nobody else's, whatever another project may be called.
        if let id = ProjectID(name), projects[Array(name.utf8)]?.contains(id) == true {
            return [id]
        }
        return (projects[Array(name.utf8)] ?? []).sorted()
    }

    func indicators(_ name: String) -> [IndicatorID] {
        if let id = IndicatorID(name), indicators[Array(name.utf8)]?.contains(id) == true {
            return [id]
        }
        return (indicators[Array(name.utf8)] ?? []).sorted()
    }

    func nearestIndicator(to name: String) -> String? {
        Nearest.choice(
            to: name, among: indicators.keys.map { String(decoding: $0, as: UTF8.self) }.sorted())
    }

    func nearestOrganization(to name: String) -> String? {
        Nearest.choice(
            to: name, among: organizations.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
        )
    }
}
