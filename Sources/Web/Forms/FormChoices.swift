import Delivery
import HashTreeCollections
import Rulebook

/// What exists and can be named in a form, as the viewer may see it.
struct FormChoices {
    let sight: Sight
    let visit: Visit
    /// How persons are called.
    let names: (PersonID) -> String?

    struct Choice {
        var value: String
        var name: HTML
    }

    /// More than these make a page heavy; the field then takes any id that is typed.
    static let most = 400

    private var t: Localizer { visit.t }

    /// What a field may name: things of a noun, or for codes of the city's own those that the
    /// field's name stands for.
    func choices(_ noun: Noun?, field: String) -> [Choice] {
        // What guests may read is said elsewhere; a form offers nothing to who is signed out.
        guard visit.viewer != .guest else { return [] }
        let all: [Choice] =
            switch noun {
            case .organization: organizations
            case .project: named(sight.city.projects.all) { ($0.id.text, $0.profile.name) }
            case .person: persons
            case .finding:
                sight.city.findings.keys.sorted().map { Choice(value: $0.text, name: "\($0.text)") }
            case .source: named(sight.city.sources.all) { ($0.id.text, $0.title) }
            case .indicator: named(sight.city.indicators.all) { ($0.id.text, $0.profile.name) }
            case .directive: named(sight.city.directives.all) { ($0.id.text, $0.profile.title) }
            case .commitment: named(sight.city.commitments.all) { ($0.id.text, $0.profile.title) }
            case .blocker: named(sight.city.blockers.all) { ($0.id.text, $0.project.text) }
            case .list: named(sight.city.lists.all) { ($0.id.text, $0.profile.title) }
            case nil: codes(field)
            }
        return Array(all.prefix(Self.most))
    }

    private var organizations: [Choice] {
        let day = sight.city.day ?? .earliest
        return sight.city.organizations.all.filter { $0.exists(on: day) }.map {
            Choice(value: $0.id.text, name: t.optionName($0, or: $0.id.text))
        }
    }

    private var persons: [Choice] {
        sight.city.people.sorted { $0.key < $1.key }.map { id, post in
            let words = [id.text, names(id), sight.plainName(post.organization, t)]
            return Choice(
                value: id.text,
                name: HTML(escaping: words.compactMap(\.self).joined(separator: " ")))
        }
    }

    private func codes(_ field: String) -> [Choice] {
        switch field {
        case "line", "other_lines":
            sight.city.frames.flatMap(\.lines).map { line in
                let name = t.language == .en ? line.nameEn ?? line.name : line.name
                return Choice(value: line.id.text, name: "\(line.id.text) \(name)")
            }
        case "cluster":
            Set(sight.city.projects.all.compactMap(\.profile.cluster)).sorted()
                .map { Choice(value: $0.text, name: "\($0.text)") }
        default: []
        }
    }

    private func named<Things: Sequence>(
        _ things: Things, _ words: (Things.Element) -> (String, String)
    ) -> [Choice] {
        things.prefix(Self.most).map { thing in
            let (id, name) = words(thing)
            return Choice(value: id, name: "\(id) \(name)")
        }
    }
}
