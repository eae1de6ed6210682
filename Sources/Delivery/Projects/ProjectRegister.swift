import HashTreeCollections

/// Every project, by id and by national code, in the order of registration.
package struct ProjectRegister: Sendable, Equatable {
    private var byID: TreeDictionary<ProjectID, Boxed<Project>> = [:]
    private var byCode: TreeDictionary<String, ProjectID> = [:]
    /// In the order of registration.
    package private(set) var ids: [ProjectID] = []

    package init() {}

    package var count: Int { ids.count }

    /// How many national codes are known.
    var codeCount: Int { byCode.count }

    package subscript(id: ProjectID) -> Project? { byID[id]?.value }

    package func project(coded code: NationalProjectCode) -> Project? {
        byCode[code.text].flatMap { self[$0] }
    }

    /// In the order of registration.
    package var all: some Sequence<Project> { ids.lazy.compactMap { self[$0] } }

    package mutating func insert(_ project: Project) {
        byID[project.id] = Boxed(project)
        ids.append(project.id)
        if let code = project.profile.code { byCode[code.text] = project.id }
    }

    /// Changes one project in place and notes the record that did it.
    package mutating func update(
        _ id: ProjectID, _ at: Occurrence, _ change: (inout Project) -> Void
    ) {
        var (oldCode, newCode): (NationalProjectCode?, NationalProjectCode?)
        byID[id]?.modify { project in
            oldCode = project.profile.code
            project.records.append(at.seq)
            change(&project)
            newCode = project.profile.code
        }
        if oldCode != newCode {
            if let oldCode { byCode[oldCode.text] = nil }
            if let newCode { byCode[newCode.text] = id }
        }
    }
}
