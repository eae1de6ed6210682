import Delivery
import HashTreeCollections
import Rulebook

/// Promises in the words of whoever reads them.
struct PromiseWords {
    let sight: Sight
    let t: Localizer

    func title(_ edition: Edition) -> String {
        t.language == .en ? edition.titleEn ?? edition.title : edition.title
    }

    func city() -> String? {
        sight.city.settings.map { t($0.name) }
    }

    /// An organization by name; where it is described is not for everybody.
    func name(_ id: OrganizationID) -> HTML {
        sight.city.organizations[id].map(t.name) ?? HTML(escaping: id.text)
    }

    /// A text that the edition states, or that it is not here; never why or by which record.
    func text(_ note: Note) -> HTML {
        sight.plainText(note).map(t.data) ?? "<span class=\"mute\">\(t(.promiseTextAway))</span>"
    }

    func standing(_ standing: Promise.Standing) -> HTML {
        """
        <span class="standing \(standing.mark)">\(t(standing.words))</span>
        """
    }

    /// "15 promises: 10 done, 3 under way, 1 late".
    func sum(_ board: PromiseBoard) -> HTML {
        let parts = Promise.Standing.allCases.compactMap { standing -> HTML? in
            let count = board.count(standing)
            guard count > 0 || standing == .done else { return nil }
            return HTML(escaping: t(standing.counted(count)))
        }
        let total = HTML(escaping: t(.promiseCount(board.promises.count)))
        return "\(total)\(t(.promiseColon))\(HTML.joined(parts, by: HTML(escaping: t(.comma))))"
    }

    /// The same as one line, drawn; the sentence beside it says it.
    func bar(_ board: PromiseBoard) -> HTML {
        let total = max(board.promises.count, 1)
        var from = 0
        let parts = Promise.Standing.allCases.map { standing -> HTML in
            let count = board.count(standing)
            let (start, end) = (from * 1000 / total, (from + count) * 1000 / total)
            from += count
            guard count > 0 else { return .empty }
            return """
                <rect class="\(standing.mark)" x="\(start)" y="0" \
                width="\(max(end - start - 3, 1))" height="12"/>
                """
        }
        return """
            <svg class="tally" viewBox="0 0 1000 12" preserveAspectRatio="none" \
            aria-hidden="true">\(parts)</svg>
            """
    }

    /// By when, with what was said first where that was another day.
    func due(_ promise: Promise) -> HTML {
        let day = promise.due.map { t.day($0) } ?? "–"
        if let renewal = promise.renewal {
            let period = t.sentence(.promiseThisPeriod, ["\(day)"])
            return "\(t(renewal.words)) <small>\(period)</small>"
        }
        guard let first = promise.firstDue, first != promise.due else {
            return "<span class=\"nowrap\">\(day)</span>"
        }
        return """
            <span class="nowrap">\(day)</span> \
            <small>\(t.sentence(.promiseFirstDue, ["\(t.day(first))"]))</small>
            """
    }

    /// How far it is.
    func share(_ promise: Promise) -> HTML {
        promise.percent.map { "\($0)%" } ?? "–"
    }
}

extension Promise.Standing {
    var words: Phrase {
        switch self {
        case .done: .promiseDone
        case .late: .promiseLate
        case .checking: .promiseChecking
        case .underWay: .promiseUnderWay
        case .notStarted: .promiseNotStarted
        case .suspended: .promiseSuspended
        case .cancelled: .promiseCancelled
        }
    }

    /// Its class in the style sheets.
    var mark: HTML { "st-\(rawValue)" }

    func counted(_ count: Int) -> Phrase {
        Phrase("\(words.zh) \(count) 件", "\(count) \(words.en)")
    }
}
