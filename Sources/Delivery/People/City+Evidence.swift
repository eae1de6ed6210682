import Rulebook

extension City {
    /// Whether something in this city cites a file, for a viewer whose city it is. An enterprise
    /// reads the papers of its own projects and not those of others.
    package func cites(_ file: SHA256Text, for viewer: Viewer) -> Bool {
        func holds(_ evidence: [Evidence]) -> Bool { evidence.contains { $0.sha256 == file } }
        let isEnterprise = viewer.roles.isSubset(of: [.enterprise])
        // A noun that takes evidence takes one line here.
        if !isEnterprise, commitments.all.contains(where: { holds($0.evidence.map(\.evidence)) }) {
            return true
        }
        return projects.all.contains { project in
            project.claims.contains { holds($0.evidence) }
                && (!isEnterprise || concerns(project, viewer))
        }
    }

    private func concerns(_ project: Project, _ viewer: Viewer) -> Bool {
        guard let home = viewer.actor?.organization else { return false }
        let today = day ?? .earliest
        let houses = answerable(for: project, on: today).union(project.profile.partners)
        return houses.contains { organizations.isWithin($0, home, on: today) }
    }
}
