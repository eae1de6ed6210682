import Delivery

extension ProjectList.View {
    /// The filter: a plain form, which htmx, where present, sends while one types.
    var form: HTML {
        """
        <form class="filter" method="get" action="\(visit.link("/projects"))" role="search" \
        hx-get="\(visit.link("/projects"))" hx-target="#projects" hx-select="#projects" \
        hx-swap="outerHTML" hx-push-url="true" hx-trigger="change, input delay:300ms">
        \(language)
        <label class="wide">\(visit.t(.search))
        <input type="search" name="q" value="\(model.filter.text ?? "")" maxlength="200" \
        placeholder="\(visit.t(.searchProjects))"></label>
        \(choice("district", .district, districts))
        \(choice("track", .track, tracks))
        \(choice("stage", .stage, stages))
        \(choice("unknown", .completeness, completeness))
        \(sorting)
        <button type="submit">\(visit.t(.apply))</button>
        \(clear)
        </form>
        """
    }

    private typealias Option = (value: String, name: HTML, isChosen: Bool)

    private var districts: [Option] {
        model.districts.map { id in
            let name = visit.t.optionName(model.sight.city.organizations[id], or: id.text)
            return (id.text, name, id == model.filter.district)
        }
    }

    private var tracks: [Option] {
        Track.allCases.map { track in
            (track.rawValue, "\(visit.t(track.words))", track == model.filter.track)
        }
    }

    private var stages: [Option] {
        Stage.allCases.map { stage in
            (stage.rawValue, "\(visit.t(stage.words))", stage == model.filter.stage)
        }
    }

    private var completeness: [Option] {
        [("1", "\(visit.t(.withUnknown))", model.filter.onlyUnknown)]
    }

    private func choice(_ name: String, _ title: Phrase, _ options: [Option]) -> HTML {
        let list = options.map { option -> HTML in
            let chosen: HTML = option.isChosen ? " selected" : ""
            return "<option value=\"\(option.value)\"\(chosen)>\(option.name)</option>"
        }
        return """
            <label>\(visit.t(title))<select name="\(name)">
            <option value="">\(visit.t(.all))</option>\(list)</select></label>
            """
    }

    private var language: HTML {
        guard visit.languageIsInAddress else { return .empty }
        return "<input type=\"hidden\" name=\"lang\" value=\"\(visit.language.rawValue)\">"
    }

    private var sorting: HTML {
        guard let sort = visit.query["sort"] else { return .empty }
        return "<input type=\"hidden\" name=\"sort\" value=\"\(sort)\">"
    }

    private var clear: HTML {
        guard !model.filter.isEmpty else { return .empty }
        return "<a href=\"\(visit.link("/projects"))\">\(visit.t(.clearFilter))</a>"
    }
}
