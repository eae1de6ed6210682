import Delivery
import HashTreeCollections

extension Subject {
    /// The page on which it stands; nil where it has none.
    func link(in city: City) -> Link? {
        switch self {
        case .organization(let id):
            city.organizations[id] == nil ? nil : "/organizations/\(id.text)"
        case .target(let key): "/organizations/\(key.organization.text)"
        case .project(let id): city.projects[id] == nil ? nil : "/projects/\(id.text)"
        case .indicator(let id): city.indicators[id] == nil ? nil : "/indicators/\(id.text)"
        case .figure(let key, _):
            city.indicators[key.indicator] == nil ? nil : "/indicators/\(key.indicator.text)"
        case .commitment(let id): city.commitments[id] == nil ? nil : "/commitments/\(id.text)"
        case .list(let id): city.lists[id] == nil ? nil : "/lists/\(id.text)"
        case .blocker(let id): city.blockers[id].map { "/projects/\($0.project.text)" }
        case .finding(let id):
            city.findings[id].map { finding in
                finding.project.map { "/projects/\($0.text)" }
                    ?? "/organizations/\(finding.organization.text)"
            }
        case .directive(let id): city.directives[id] == nil ? nil : DirectivePage.link(id)
        case .person, .source, .frame, .settings: nil
        }
    }
}
