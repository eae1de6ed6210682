package import Delivery
package import JSON

/// The frames that everything is aligned to, each line with what stands on it.
package struct FrameList: Sendable {
    package var sight: Sight
    package var visit: Visit

    package init(sight: Sight, visit: Visit) {
        self.sight = sight
        self.visit = visit
    }

    private var t: Localizer { visit.t }

    package var page: Page {
        Page(
            title: t(.lines), section: .lines,
            body: """
                <div class="mast"><div><h1>\(t(.lines))</h1></div></div>
                \(Actions.beginning(visit, ["frame"]))
                \(list)
                """)
    }

    private var list: HTML {
        guard !sight.city.frames.isEmpty else {
            return "<div class=\"empty\"><p>\(t(.noFrame))</p></div>"
        }
        return .joined(
            sight.city.frames.map { frame -> HTML in
                let board = LineBoard(frame: frame, sight: sight, visit: visit).html
                let change = Actions.starting(
                    DeclareFrame.self, visit, with: [("id", frame.id.text)])
                return "\(board)\(Actions.row([change], visit))"
            }, by: "\n")
    }

    package static func json(_ city: City) -> JSON {
        .array(
            city.frames.map { frame in
                .object([
                    .init("id", .string(frame.id.text)), .init("name", .string(frame.name)),
                    .init(
                        "lines",
                        .array(
                            frame.lines.map { line in
                                .object([
                                    .init("id", .string(line.id.text)),
                                    .init("name", .string(line.name)),
                                ])
                            })),
                ])
            })
    }
}

/// The lines of one frame beside each other: what stands on each, and its key figures.
struct LineBoard {
    var frame: Frame
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    var html: HTML {
        let words = FigureWords(sight: sight, visit: visit)
        let city = sight.city
        let projects = Dictionary(grouping: city.projects.all.flatMap(\.profile.alignment.lines)) {
            $0
        }
        let rows = frame.lines.map { line -> HTML in
            let count = projects[line.id]?.count ?? 0
            let indicators = city.indicators.all.filter { $0.profile.alignment.main == line.id }
                .map { IndicatorRow($0, in: city) }
            let figures = indicators.filter { $0.standing?.provenance.basis == .stated }
                .sorted { ($0.growth?.value != nil ? 0 : 1) < ($1.growth?.value != nil ? 0 : 1) }
                .prefix(3).map { self.figure($0, words) }
            let link = visit.link("/lines/\(line.id.text)")
            return """
                <tr><th scope="row">\(words.line(line.id))</th>\
                <td class="num" data-label="\(t(.projects))"><a href="\(link)">\
                \(t.count(count))</a></td>\
                <td class="num" data-label="\(t(.indicators))">\(t.count(indicators.count))</td>\
                <td class="small" data-label="\(t(.keyFigures))">\
                \(HTML.joined(Array(figures), by: "<br>"))</td></tr>

                """
        }
        return Parts.section(
            t.data(t.language == .en ? frame.nameEn ?? frame.name : frame.name),
            visit.record(frame.seq),
            """
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col">\(t(.line))</th>\
            <th scope="col" class="num">\(t(.projects))</th>\
            <th scope="col" class="num">\(t(.indicators))</th>\
            <th scope="col">\(t(.keyFigures))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    private func figure(_ row: IndicatorRow, _ words: FigureWords) -> HTML {
        guard let standing = row.standing else { return .empty }
        let indicator = row.indicator
        let growth =
            indicator.profile.basis == .growth
            ? nil : row.growth?.value.map { value -> HTML in " \(words.growth(value))" }
        return """
            \(words.link(indicator)) <b>\(words.figure(standing.figure, of: indicator))</b> \
            \(words.unit(indicator))\(growth)
            """
    }
}
