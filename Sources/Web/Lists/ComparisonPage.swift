package import Delivery
package import JSON
import Rulebook

/// Two editions of a list, line by line.
package struct ComparisonPage: Sendable {
    package let comparison: EditionComparison
    private let list: Delivery.CommitmentList
    private let desk: ListDesk

    /// Compares the latest edition with the one before where the address names none. Nil where
    /// there is no such list or edition.
    package init?(_ sight: Sight, id: String, visit: Visit) {
        guard let id = ListID(id), let list = sight.city.lists[id] else { return nil }
        let latest = list.editions.count
        guard let from = Self.number(visit.query["from"], or: max(1, latest - 1)),
            let to = Self.number(visit.query["to"], or: latest),
            let comparison = EditionComparison(of: list, from, to)
        else { return nil }
        self.list = list
        self.comparison = comparison
        desk = ListDesk(sight: sight, visit: visit, viewer: nil)
    }

    private static func number(_ text: String?, or standard: Int) -> Int? {
        text.map { Int($0) } ?? standard
    }

    private var t: Localizer { desk.t }
    private var visit: Visit { desk.visit }
    private var showsAll: Bool { visit.query["show"] != "changes" }

    package var json: JSON {
        .object([
            .init("list", .string(list.id.text)),
            .init("from", .integer(comparison.from.number)),
            .init("to", .integer(comparison.to.number)),
            .init("lines", .array(comparison.lines.map { json(of: $0) })),
        ])
    }

    private func json(of line: EditionComparison.Line) -> JSON {
        .object([
            .init("item", .string(line.item.text)), .init("fate", .string(line.fate.rawValue)),
            .init("changed", .array(line.changed.map { .string($0.rawValue) })),
            .init("others", .array(line.others.map { .string($0.text) })),
            .init("before", line.before?.json ?? .null), .init("after", line.after?.json ?? .null),
        ])
    }

    package var page: Page {
        let (from, to) = (comparison.from, comparison.to)
        let title = "\(desk.title(list)) · \(t(.compareTitle))"
        return Page(
            title: title, section: .commitments,
            body: """
                <div class="mast"><div>\(desk.breadcrumbs(list))
                <h1>\(t.data(desk.title(list))) · \(t(.compareTitle))</h1>
                <p class="lede">\(desk.link(from, of: list)) \(t.day(from.day)) → \
                \(desk.link(to, of: list)) \(t.day(to.day))</p></div></div>
                \(Self.form(list, desk, from: from.number, to: to.number))
                \(summary)
                \(table)
                """)
    }

    /// Chooses two editions; nothing where there are not two.
    static func form(
        _ list: Delivery.CommitmentList, _ desk: ListDesk, from: Int? = nil, to: Int? = nil
    ) -> HTML {
        guard list.editions.count > 1 else { return .empty }
        let latest = list.editions.count
        func choice(_ name: String, _ label: Phrase, _ chosen: Int) -> HTML {
            let options = list.editions.map { edition -> HTML in
                let mark: HTML = edition.number == chosen ? " selected" : ""
                return """
                    <option value="\(edition.number)"\(mark)>\
                    \(desk.t(.edition(edition.number)))</option>
                    """
            }
            return """
                <label>\(desk.t(label)) <select name="\(name)">\(options)</select></label>
                """
        }
        return """
            <form class="filter" action="\(Link("/lists/\(list.id.text)/compare"))">\
            \(desk.visit.languageField)\(choice("from", .compareFrom, from ?? latest - 1))
            \(choice("to", .compareTo, to ?? latest))
            <button type="submit">\(desk.t(.compare))</button></form>
            """
    }

    private var summary: HTML {
        let counts = EditionComparison.Fate.allCases.compactMap { fate -> HTML? in
            let count = comparison.count(fate)
            return count == 0 ? nil : "\(t(fate.words)) \(count)"
        }
        let other = visit.query.with("show", showsAll ? "changes" : nil)
        return """
            <p class="tools"><span>\(HTML.joined(counts, by: " · "))</span> \
            <a href="\(visit.here(other))">\(t(showsAll ? .onlyChanges : .everyLine))</a></p>
            """
    }

    private var table: HTML {
        let lines = comparison.lines.filter { showsAll || $0.fate != .unchanged }
        guard !lines.isEmpty else {
            return "<div class=\"empty\" role=\"status\"><p>\(t(.nothingDiffers))</p></div>"
        }
        return """
            <div class="scroll" tabindex="0"><table class="list">\
            <caption class="hidden">\(t(.compareTitle))</caption><thead><tr>\
            <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.whatBecame))</th>\
            <th scope="col">\(t(.before))</th><th scope="col">\(t(.after))</th>\
            <th scope="col">\(t(.whyWord))</th></tr></thead>
            <tbody>\(lines.map(row))</tbody></table></div>
            """
    }
}

extension ComparisonPage {
    private func row(_ line: EditionComparison.Line) -> HTML {
        let title = (line.after ?? line.before)?.title ?? line.item.text
        let address = visit.link("/commitments/\(line.item.text)")
        let others: HTML = line.others.isEmpty ? "" : "<br>\(desk.items(line.others))"
        let (before, after) = (
            fields(line, line.before), fields(line, line.after)
        )
        return """
            <tr><th scope="row"><a href="\(address)">\(t.data(title))</a></th>\
            <td data-label="\(t(.whatBecame))"><span class="light \(light(line.fate))">\
            \(t(line.fate.words))</span>\(others)</td>\
            <td data-label="\(t(.before))">\(before)</td>\
            <td data-label="\(t(.after))">\(after)</td>\
            <td data-label="\(t(.whyWord))">\(line.reason.map { desk.sight.text($0, t) })</td></tr>

            """
    }

    private func light(_ fate: EditionComparison.Fate) -> HTML {
        switch fate {
        case .unchanged: "grey"
        case .changed: "yellow"
        case .added, .splitFrom, .mergedFrom: "green"
        case .mergedInto, .splitInto: "blue"
        case .removed: "red"
        }
    }

    /// The fields that differ, as one of the editions has them.
    private func fields(_ line: EditionComparison.Line, _ side: Edition.Line?) -> HTML {
        guard let side else { return .empty }
        return .joined(
            line.changed.map { field -> HTML in
                "<small>\(t(field.words))</small> \(value(field, side))"
            }, by: "<br>")
    }

    private func value(_ field: EditionComparison.Field, _ line: Edition.Line) -> HTML {
        switch field {
        case .kind: "\(t(line.kind.words))"
        case .title: t.data(line.title)
        case .criterion: desk.sight.text(line.criterion, t)
        case .lead: desk.sight.link(line.lead, visit)
        case .due: line.due.map { "\(t.day($0))" } ?? "–"
        case .weight: "\(line.weight?.description ?? "–")"
        }
    }
}
