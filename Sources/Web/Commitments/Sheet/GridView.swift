import Delivery
import Interchange
import Rulebook

/// The cells of the sheet: what can be filled in is an input, the rest is text.
struct GridView {
    let model: CommitmentSheet.Model
    let visit: Visit

    private var t: Localizer { visit.t }

    private var fields: [CommitmentSheet.Field] { CommitmentSheet.Field.all }

    var html: HTML {
        let heads = fields.map { field -> HTML in
            "<th scope=\"col\" id=\"h-\(field.name)\">\(t(field.title))</th>"
        }
        let rows = model.rows.enumerated().map { place, row in line(row, place) }
        return """
            <div class="grid-box" tabindex="0" role="region" aria-label="\(t(.fillTheList))">\
            <table class="grid"><thead><tr><th scope="col">\(t(.commitment))</th>\
            <th scope="col">\(t(.stage))</th><th scope="col">\(t(.lastWordCell))</th>\
            \(heads)</tr></thead>
            <tbody>
            \(rows)
            </tbody></table></div>
            \(houses)
            """
    }

    private func line(_ row: CommitmentSheet.Row, _ place: Int) -> HTML {
        let cells = fields.map { cell(row, place, $0) }
        let lastWord = row.exported.cells[CommitmentExport.lastWord] ?? ""
        let name: HTML = row.item.map { $0.link(visit) } ?? "\(row.id)"
        let evidence: HTML =
            row.exported.closed.contains(CommitmentExport.evidence)
            ? .empty
            : """
             · <a href="\(visit.link(
                Link("/do/commitment.submitEvidence").with("commitment", row.id)))" \
            target="_blank" rel="noopener">\(t(.submitEvidenceOf))</a>
            """
        return """
            <tr><th scope="row" id="r-\(place)">\(name)<br><small>\(row.id)\(evidence)</small>\
            \(errors(row.problems[""], of: "", place))\
            <input type="hidden" name="row[\(place)].commitment" value="\(row.id)">\
            <input type="hidden" name="row[\(place)].seq" value="\(row.seq)"></th>\
            <td class="given">\(state(row))</td><td class="given">\(t.data(lastWord))</td>\
            \(cells)</tr>

            """
    }

    private func state(_ row: CommitmentSheet.Row) -> HTML {
        guard let item = row.item else { return .empty }
        let percent = model.sight.city.percent(of: item).map { " \($0)%" }
        return "\(item.light(on: model.sight.city.day ?? .earliest, t))\(percent ?? "")"
    }

    private func cell(
        _ row: CommitmentSheet.Row, _ place: Int, _ field: CommitmentSheet.Field
    ) -> HTML {
        let value = row.value(field)
        guard row.isOpen(field) else {
            return "<td class=\"closed\">\(t.data(value))</td>"
        }
        let problems = row.problems[field.name]
        let isWrong: HTML =
            problems == nil
            ? .empty
            : " aria-invalid=\"true\" aria-describedby=\"\(Self.id(field.name, place))-error\""
        let common: HTML = """
            id="\(Self.id(field.name, place))" name="row[\(place)].\(field.name)" \
            aria-labelledby="r-\(place) h-\(field.name)" \
            data-was="\(row.exported.cells[field.head] ?? "")"\(isWrong)
            """
        return """
            <td>\(input(field, value, common))\(errors(problems, of: field.name, place))</td>
            """
    }

    private func input(
        _ field: CommitmentSheet.Field, _ value: String, _ common: HTML
    ) -> HTML {
        switch field.name {
        case "acknowledged":
            let ticked: HTML = value.isEmpty ? .empty : " checked"
            return "<input type=\"checkbox\" value=\"是\" \(common)\(ticked)>"
        case "percent":
            return """
                <input type="text" class="short" inputmode="numeric" autocomplete="off" \
                value="\(value)" \(common)>
                """
        case "as_of", "done", "due":
            return """
                <input type="text" class="day" autocomplete="off" \
                placeholder="\(model.desk.today.description)" value="\(value)" \(common)>
                """
        case "lead":
            return """
                <input type="text" autocomplete="off" list="houses" value="\(value)" \(common)>
                """
        case "note", "title", "criterion", "reason":
            let chinese: HTML = Han.isIn(value) ? " lang=\"zh\"" : ""
            return "<textarea rows=\"2\" \(common)\(chinese)>\n\(value)</textarea>"
        default:
            return "<input type=\"text\" autocomplete=\"off\" value=\"\(value)\" \(common)>"
        }
    }

    static func id(_ field: String, _ place: Int) -> String { "c-\(place)-\(field)" }

    private func errors(_ words: [Words]?, of field: String, _ place: Int) -> HTML {
        guard let words else { return .empty }
        let lines = words.map { words -> HTML in t.data(t(words)) }
        return """
            <p class="error" id="\(Self.id(field, place))-error">\
            \(HTML.joined(lines, by: "<br>"))</p>
            """
    }

    /// What may lead an item, to choose from.
    private var houses: HTML {
        let kinds: Set<OrganizationKind> = [.district, .department, .park]
        let options = model.sight.city.organizations.all.filter { kinds.contains($0.kind) }
            .map { house -> HTML in "<option value=\"\(house.name)\"></option>" }
        return "<datalist id=\"houses\">\(options)</datalist>"
    }
}
