import Delivery
import Reports
import Rulebook

extension Overview.View {
    /// What stands out, in a sentence: what is red, who leads and why, which targets lag.
    var lede: HTML {
        guard sight.city.size > 0 else {
            return """
                <div class="empty"><p>\(t(.emptyCity))</p><p>\(t(.emptyCityAdvice))</p></div>
                """
        }
        let sentences = [red, leaders, lagging].compactMap { $0 }
        let comma: HTML = t.language == .zh ? "；" : "; "
        let stop: HTML = t.language == .zh ? "。" : "."
        return "<p class=\"lede\">\(HTML.joined(sentences, by: comma).capitalized)\(stop)</p>"
    }

    private var red: HTML? {
        let count = model.watch.count(.red)
        guard count > 0 else {
            return model.watch.items.isEmpty ? nil : "\(t(.nothingRed))"
        }
        let link = visit.link(Link("/watch").with("light", "red"))
        return t.sentence(
            count == 1 ? .oneIsRed : .areRed, ["<a href=\"\(link)\">\(t.count(count))</a>"])
    }

    /// Leaders that changed, with the reason; where none did, who leads.
    private var leaders: HTML? {
        guard let race = model.race else { return nil }
        let firsts = race.groups.compactMap { group -> (String, Standings.Line)? in
            let first = group.lines.filter { $0.rank == 1 }
            return first.count == 1 ? (group.name, first[0]) : nil
        }
        let changed = firsts.filter { group, line in
            guard let before = model.before?.line(of: line.unit)?.rank else { return false }
            return before != 1
        }
        if !changed.isEmpty {
            return .joined(
                changed.map { group, line in
                    let words = t.sentence(.hasTaken, [unit(line, race), t.data(group)])
                    let peers = race.groups.first { $0.name.utf8.elementsEqual(group.utf8) }?.lines
                    guard
                        case .leads(.indicator(let indicator), _) = RankReason(
                            line, in: peers ?? [])
                    else { return words }
                    let link = visit.link(
                        Link("/races/\(race.rulebook.id)/\(race.period.description)/\(line.unit)")
                            .with("show", indicator)
                    ).at(indicator)
                    let title = t.data(t(race.title(of: indicator)))
                    return words
                        + t.sentence(.mostlyBy, ["<a href=\"\(link)\">\(title)</a>"])
                }, by: t.language == .zh ? "，" : ", ")
        }
        guard !firsts.isEmpty else { return nil }
        let names = firsts.map { group, line in
            t.sentence(.leadsGroup, [t.data(group), unit(line, race)])
        }
        return .joined(names, by: t.language == .zh ? "，" : ", ")
    }

    private var lagging: HTML? {
        guard let board = model.targets else { return nil }
        let wholes = board.measures.compactMap { $0.whole }
        let behind = wholes.count { $0.pace == .behind || $0.pace == .farBehind }
        guard !wholes.isEmpty else { return nil }
        let link = visit.link("/targets")
        guard behind > 0 else {
            return t.sentence(.noneLags, ["<a href=\"\(link)\">\(t.count(wholes.count))</a>"])
        }
        return t.sentence(
            .someLag,
            ["<a href=\"\(link)\">\(t.count(behind))</a>", "\(t.count(wholes.count))"])
    }
}
