import Delivery

extension ProjectBoard {
    package struct View: Sendable {
        package var model: Model
        package var visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var sight: Sight { model.sight }

        package var html: HTML {
            let count = model.columns.reduce(0) { $0 + $1.count }
            let tracks = model.tracks.map { track -> HTML in
                let link = visit.here(visit.query.with("track", track.rawValue))
                let current: HTML = track == model.track ? " aria-current=\"true\"" : ""
                return "<a href=\"\(link)\"\(current)>\(t(track.words))</a>"
            }
            return """
                <div id="projects"><p class="tools"><span class="views">\
                \(HTML.joined(tracks, by: " "))</span> \
                <span role="status">\(t(.projects)) \(t.count(count))</span></p>
                <div class="scroll board-frame" tabindex="0" role="region" \
                aria-label="\(t(.boardStages))"><ol class="board">
                \(model.columns.map(column))</ol></div></div>
                """
        }

        private func column(_ column: Model.Column) -> HTML {
            let query = visit.query.without("view", "page")
                .with("track", model.track.rawValue).with("stage", column.stage?.rawValue ?? "none")
            let list = visit.link(Link("/projects").with(query))
            let name = column.stage.map { t($0.words) } ?? t(.noStage)
            let total = column.total.amount.map { amount -> HTML in
                "<small>\(t.amount(amount, sight.unit)) \(t.data(t.unit(sight.unit)))</small>"
            }
            let cards = column.cards.map(card)
            let rest = column.count - column.cards.count
            let more: HTML =
                rest <= 0
                ? ""
                : """
                <p class="small"><a href="\(list)">\(t(.allOfStage(t.count(column.count))))</a></p>
                """
            return """
                <li class="\(column.count == 0 ? "lane bare" : "lane")"><h2>\(name) \
                <a class="fig" href="\(list)">\(t.count(column.count))</a></h2>\
                \(column.count == 0 ? .empty : total)
                <ul>\(cards)</ul>\(more)</li>

                """
        }

        private func card(_ row: ProjectRow) -> HTML {
            let link = visit.link("/projects/\(row.id.text)")
            let comma: HTML = t.language == .zh ? "、" : ", "
            let districts = HTML.joined(row.districts.map { sight.link($0, visit) }, by: comma)
            return """
                <li class="card"><a href="\(link)">\(t.data(row.name))</a>\
                <small>\(districts) · \(t.known(row.total) { t.amount($0, sight.unit) })</small>\
                \(mark(row))</li>

                """
        }

        /// What is to be known beside the stage.
        private func mark(_ row: ProjectRow) -> HTML {
            switch row.standing {
            case .suspended: return "<span class=\"light yellow small\">\(t(.suspended))</span>"
            case .terminated: return "<span class=\"light grey small\">\(t(.terminated))</span>"
            case .active: break
            }
            if row.hasPendingClaim {
                return "<span class=\"light yellow small\">\(t(.claimPending))</span>"
            }
            return row.isRecognised || row.stage == nil
                ? .empty : "<span class=\"small\">\(t(.asReported))</span>"
        }
    }
}
