import Delivery
import Rulebook

/// Figures, their times and what they rest on, as readers see them.
struct FigureWords {
    var sight: Sight
    var visit: Visit

    private var t: Localizer { visit.t }

    func name(_ indicator: Indicator) -> HTML {
        let profile = indicator.profile
        switch t.language {
        case .zh: return HTML(escaping: profile.name)
        case .en:
            return profile.nameEn.map { HTML(escaping: $0) } ?? t.data(profile.name)
        }
    }

    func plainName(_ indicator: Indicator) -> String {
        let profile = indicator.profile
        return t.language == .en ? profile.nameEn ?? profile.name : profile.name
    }

    func link(_ indicator: Indicator) -> HTML {
        "<a href=\"\(visit.link("/indicators/\(indicator.id.text)"))\">\(name(indicator))</a>"
    }

    func unit(_ indicator: Indicator) -> HTML {
        let profile = indicator.profile
        return t.language == .en
            ? (profile.unitEn ?? profile.unit).map(t.data) ?? .empty
            : profile.unit.map { HTML(escaping: $0) } ?? .empty
    }

    func figure(_ figure: Figure, of indicator: Indicator) -> HTML {
        let words = figure.words(decimals: indicator.profile.decimals)
        if case .exact = figure { return HTML(escaping: t.decimal(words.zh)) }
        return t.data(t(words))
    }

    func time(_ period: ObservedPeriod, inferred: Bool = false) -> HTML {
        let note: HTML = inferred ? " <small>(\(t(.inferredTime)))</small>" : ""
        return "\(t(period.words))\(note)"
    }

    /// A growth with one decimal and its sign.
    func growth(_ value: Rational) -> HTML {
        let text = value.text(places: 1, fixed: true)
        let sign: HTML = text.hasPrefix("-") ? "" : "+"
        return "\(sign)\(t.decimal(text))%"
    }

    func percent(_ value: Rational) -> HTML { "\(t.decimal(value.text(places: 1, fixed: true)))%" }

    func number(_ value: Rational, of indicator: Indicator) -> HTML {
        "\(t.decimal(value.text(places: indicator.profile.decimals, fixed: true)))"
    }

    /// What it rests on: the source with its reference, or that it is made up.
    func basis(_ provenance: Provenance) -> HTML {
        guard let basis = provenance.basis else { return .empty }
        let kind: HTML = basis == .example ? "yellow" : "blue"
        let mark: HTML =
            basis == .stated || basis == .inferred
            ? "<span class=\"small\">\(t(basis.words))</span>"
            : "<span class=\"light \(kind)\">\(t(basis.words))</span>"
        let source = provenance.source.flatMap { sight.city.sources[$0] }.map { source -> HTML in
            let title = t.language == .en ? source.titleEn ?? source.title : source.title
            return " \(t.data(title))"
        }
        let reference = provenance.reference.map { text -> HTML in
            " <small>\(t.data(text))</small>"
        }
        let doubt = provenance.doubt.map { note -> HTML in
            """
            <br><span class="light yellow">\(t(.doubt))</span> \
            <small>\(sight.text(note, t))</small>
            """
        }
        return "\(mark)\(source)\(reference)\(doubt)"
    }

    func line(_ id: CodeName) -> HTML {
        guard let line = sight.city.line(id) else { return HTML(escaping: id.text) }
        let name = t.language == .en ? line.nameEn ?? line.name : line.name
        return "<a href=\"\(visit.link("/lines/\(id.text)"))\">\(t.data(name))</a>"
    }
}
