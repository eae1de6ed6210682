import Delivery

extension ProjectList.View {
    /// The filter: a plain form, which htmx, where present, sends while one types.
    var form: HTML {
        let view: HTML = isBoard ? "<input type=\"hidden\" name=\"view\" value=\"board\">" : ""
        return """
            <form class="filter" id="filter" method="get" action="\(visit.link("/projects"))" \
            role="search" hx-get="\(visit.link("/projects"))" hx-target="#projects" \
            hx-select="#projects" hx-swap="outerHTML" hx-push-url="true" \
            hx-trigger="input delay:250ms, submit" hx-sync="this:replace">
            \(visit.languageField)\(view)
            <label class="wide">\(t(.search))
            <input type="search" name="q" value="\(model.filter.text ?? "")" maxlength="200" \
            placeholder="\(t(.searchProjects))"></label>
            \(choice("district", .district, districts))
            \(choice("track", .track, tracks))
            \(isBoard ? .empty : choice("stage", .stage, stages))
            \(choice("pending", .claims, pending))
            \(sight.projects.hasStrategic
                ? choice("strategic", .strategicShort, strategic) : .empty)
            \(choice("unknown", .completeness, completeness))
            <button type="submit">\(t(.apply))</button>
            \(clear)
            \(isBoard ? .empty : columnChooser)
            </form>
            """
    }

    private typealias Option = FilterChoice.Option

    private var districts: [Option] {
        sight.projects.districts.map { id in
            let name = t.optionName(sight.city.organizations[id], or: id.text)
            return (id.text, name, id == model.filter.district)
        }
    }

    private var tracks: [Option] {
        Track.allCases.map { track in
            (track.rawValue, "\(t(track.words))", track == model.filter.track)
        }
    }

    private var stages: [Option] {
        let all: [Option] = Stage.allCases.map { stage in
            (stage.rawValue, "\(t(stage.words))", stage == model.filter.stage)
        }
        return all + [("none", "\(t(.noStage))", model.filter.onlyWithoutStage)]
    }

    private var pending: [Option] { [("1", "\(t(.claimPending))", model.filter.onlyPending)] }

    private var strategic: [Option] { [("1", "\(t(.yes))", model.filter.onlyStrategic)] }

    private var completeness: [Option] {
        [("1", "\(t(.withUnknown))", model.filter.onlyUnknown)]
    }

    private func choice(_ name: String, _ title: Phrase, _ options: [Option]) -> HTML {
        FilterChoice(name: name, title: title, options: options).html(t)
    }

    /// Which columns show, and so which are exported.
    private var columnChooser: HTML {
        let shown = Set(columns.map(\.key))
        let boxes = allColumns.dropFirst().map { column -> HTML in
            let checked: HTML = shown.contains(column.key) ? " checked" : ""
            return """
                <label><input type="checkbox" name="col" value="\(column.key)"\(checked)> \
                \(t(column.title))</label>
                """
        }
        return """
            <details class="choose" data-chosen="\(model.chosen.isEmpty ? "" : "1")">\
            <summary>\(t(.columns))</summary><fieldset>\
            <legend class="hidden">\(t(.columns))</legend>\(boxes)</fieldset></details>
            """
    }

    private var clear: HTML {
        guard !model.filter.isEmpty else { return .empty }
        return "<a href=\"\(visit.link("/projects"))\">\(t(.clearFilter))</a>"
    }
}
