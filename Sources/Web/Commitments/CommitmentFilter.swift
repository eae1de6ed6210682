import Delivery
import Rulebook

/// Which items of the list a reader asked for, as the address says it.
struct CommitmentFilter: Sendable, Equatable {
    var text: String?
    var list: ListID?
    var lead: OrganizationID?
    var state: CommitmentState?
    var line: CodeName?
    var onlyOverdue = false

    init(_ query: Query) {
        text = query["q"].map { String($0.prefix(200)) }
        list = query["list"].flatMap { ListID($0) }
        lead = query["lead"].flatMap { OrganizationID($0) }
        state = query["state"].flatMap { CommitmentState(rawValue: $0) }
        line = query["line"].flatMap { CodeName($0) }
        onlyOverdue = query["overdue"] != nil
    }

    var isEmpty: Bool { self == CommitmentFilter(Query()) }

    /// The items that pass: of a list in its order; else what is late first, then by its day.
    func items(of city: City, on day: Day) -> [Commitment] {
        guard let list else {
            return city.commitments.all.filter { passes($0, on: day) }.sorted { a, b in
                let (late, later) = (a.isOverdue(on: day), b.isOverdue(on: day))
                if late != later { return late }
                return (a.profile.due ?? .latest) < (b.profile.due ?? .latest)
            }
        }
        // With their parts, which are worked on like the items themselves.
        return (city.lists[list]?.items ?? []).flatMap { whole(of: $0, in: city) }
            .filter { passes($0, on: day) }
    }

    private func whole(of id: CommitmentID, in city: City) -> [Commitment] {
        guard let item = city.commitments[id] else { return [] }
        return [item] + city.commitments.parts(of: id).flatMap { whole(of: $0, in: city) }
    }

    private func passes(_ item: Commitment, on day: Day) -> Bool {
        if let lead, item.profile.lead != lead { return false }
        if let state, item.state != state { return false }
        if let line, item.profile.alignment.main != line { return false }
        if onlyOverdue, !item.isOverdue(on: day) { return false }
        guard let text else { return true }
        let title = SearchText.folded(item.profile.title + " " + item.id.text)
        return SearchText.folded(text).split(separator: " ").allSatisfy { title.contains($0) }
    }
}

/// The filter as a form.
struct CommitmentFilterForm {
    let filter: CommitmentFilter
    let sight: Sight
    let visit: Visit
    /// The page that it filters.
    let page: Link
    /// Whether the address of the page names the list.
    var hasList = false

    private var t: Localizer { visit.t }
    private var city: City { sight.city }

    var html: HTML {
        """
        <form class="filter" id="filter" method="get" action="\(visit.link(page))" role="search">
        \(visit.languageField)
        <label class="wide">\(t(.search))
        <input type="search" name="q" value="\(filter.text ?? "")" maxlength="200"></label>
        \(hasList ? .empty : choice("list", .lists, lists))
        \(choice("lead", .lead, leads))
        \(choice("state", .stage, states))
        \(choice("overdue", .overdueOnly, [("1", "\(t(.overdue))", filter.onlyOverdue)]))
        <button type="submit">\(t(.apply))</button>
        \(clear)
        </form>
        """
    }

    private typealias Option = FilterChoice.Option

    private var lists: [Option] {
        let desk = ListDesk(sight: sight, visit: visit, viewer: nil)
        return city.lists.all.map { ($0.id.text, t.data(desk.title($0)), $0.id == filter.list) }
    }

    /// Those that lead anything.
    private var leads: [Option] {
        Set(city.commitments.all.map(\.profile.lead)).sorted().map { id in
            (id.text, t.optionName(city.organizations[id], or: id.text), id == filter.lead)
        }
    }

    private var states: [Option] {
        CommitmentState.allCases.map { state in
            (state.rawValue, "\(t(state.words))", state == filter.state)
        }
    }

    private func choice(_ name: String, _ title: Phrase, _ options: [Option]) -> HTML {
        FilterChoice(name: name, title: title, options: options).html(t)
    }

    private var clear: HTML {
        filter.isEmpty ? .empty : "<a href=\"\(visit.link(page))\">\(t(.clearFilter))</a>"
    }
}
