import Delivery
import Rulebook

extension CommitmentPage {
    /// All its parts in one table, whose they are and how far.
    var parts: HTML {
        let city = sight.city
        let rows = city.parts(of: item.id).map { part -> HTML in
            let weight = part.profile.weight.map { t.decimal($0.description) } ?? "1"
            let returns = part.returns > 0 ? t.count(part.returns) : ""
            return """
                <tr><th scope="row">\(part.link(visit))<br>\
                <small>\(t(part.profile.kind.words))</small></th>\
                <td>\(sight.link(part.profile.lead, visit))</td>\
                <td>\(part.light(on: today, t))</td>\
                <td class="num">\(city.percent(of: part).map { "\($0)%" as HTML })</td>\
                <td class="num">\(weight)</td>\
                <td class="nowrap">\(part.profile.due.map { "\(t.day($0))" as HTML })</td>\
                <td class="num">\(returns)</td>\
                <td class="num">\(part.records.last.map { visit.record($0) })</td></tr>
                """
        }
        return table(
            t(.partsOfIt),
            [
                t(.commitment), t(.lead), t(.stage), t(.completion), t(.weight), t(.due),
                t(.returnsOfIt),
            ], rows)
    }

    /// What it hangs on and what hangs on it.
    var chain: HTML {
        ChainView(sight: sight, visit: visit).section(of: .commitment(item.id), t(.chainOfIt))
    }
}
