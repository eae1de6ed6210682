import Delivery
package import JSON
import Rulebook

/// A public list: every promise with what was said, where it stands and how that is known.
package struct PromisePage: Sendable {
    private let sight: Sight
    private let visit: Visit
    private let board: PromiseBoard
    /// Whether everybody may look at the ledger itself.
    private let isLedgerOpen: Bool

    /// Nil where nothing of the list is public.
    /// - Parameter sight: a guest's, whoever looks.
    package init?(_ sight: Sight, list: String, isLedgerOpen: Bool, visit: Visit) {
        guard let id = ListID(list), let found = sight.city.lists[id],
            let board = PromiseBoard(found, in: sight.city)
        else { return nil }
        self.sight = sight
        self.visit = visit
        self.board = board
        self.isLedgerOpen = isLedgerOpen
    }

    private var t: Localizer { visit.t }
    private var words: PromiseWords { PromiseWords(sight: sight, t: t) }
    private var title: String { words.title(board.edition) }
    private var record: Int { PromiseFigures(sight: sight).record }

    package var json: JSON { PromiseFigures(sight: sight).list(board) }

    package var csv: String { PromiseFigures(sight: sight).csv(board) }

    package var fileName: String { "\(board.list.text)-\(board.edition.number).csv" }

    package var page: Page {
        let articles = board.promises.enumerated().map { article($1, $0 + 1) }
        let edition = board.edition
        return Page(
            title: title, section: nil,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small>\
                <a href="\(visit.link("/public"))">\(t(.allPromises))</a></small></nav>
                <h1>\(t.data(title))</h1>
                <small>\(t(.edition(edition.number))) · \(t(.publishedOn)) \
                \(t.day(edition.day))</small></div></div>
                \(PromiseScore(board: board, words: words).html)
                <ol class="promises">\(articles)</ol>
                \(dropped)\(foot)
                """)
    }

    private func article(_ promise: Promise, _ position: Int) -> HTML {
        """
        <li id="\(promise.line.item.text)" class="\(promise.standing.mark)">
        <header><h2><span class="no">\(position)</span> \(t.data(promise.line.title))</h2>
        <p>\(words.standing(promise.standing))\(lateness(promise))</p></header>
        \(progress(promise))
        \(Parts.facts(facts(promise), t))</li>

        """
    }

    private func lateness(_ promise: Promise) -> HTML {
        if let days = promise.daysLate { return " · \(t(.promiseLateBy(days)))" }
        guard let done = promise.done, let days = promise.daysAfterFirst else { return .empty }
        let how: Phrase = days == 0 ? .promiseInTime : .promiseAfterFirst(days)
        return " · \(t.sentence(.promiseDoneOn, ["\(t.day(done))"])) · \(t(how))"
    }

    private func progress(_ promise: Promise) -> HTML {
        guard let percent = promise.percent else { return .empty }
        let kind: HTML = promise.standing == .late ? "bad" : "sea"
        let label = "\(t(.promiseShare)) \(percent)%"
        return """
            <div class="far">\(Parts.bullet(done: percent * 10, label: label, kind: kind))\
            <b>\(percent)%</b></div>
            """
    }

    private func facts(_ promise: Promise) -> [(Phrase, HTML)] {
        var lines: [(Phrase, HTML)] = [
            (.promisedResult, words.text(promise.line.criterion)),
            (.promisedBy, words.due(promise)), (.promiseLead, lead(promise)),
        ]
        if promise.renewal != nil {
            lines.append((.promisePeriods, "\(t(.promisePeriodsClosed(promise.closedPeriods)))"))
        }
        let moves = promise.moves.map(move)
        if !moves.isEmpty { lines.append((.promiseMoves, .joined(moves, by: "<br>"))) }
        if let proof = promise.proof { lines.append((.promiseProof, said(proof, promise))) }
        return lines
    }

    private func lead(_ promise: Promise) -> HTML {
        let now = promise.leadNow.map { now -> HTML in
            " <small>\(t.sentence(.promiseLeadNow, [words.name(now)]))</small>"
        }
        return "\(words.name(promise.line.lead))\(now)"
    }

    private func move(_ move: Promise.Move) -> HTML {
        let days = [move.from, move.to].map { day -> HTML in "\(day.map { t.day($0) } ?? "–")" }
        return t.sentence(.promiseMoved, days + ["\(t.day(move.decided))"])
    }

    private func said(_ proof: Promise.Proof, _ promise: Promise) -> HTML {
        let who = proof.by.map(words.name) ?? "\(t(.promiseProvenApart))"
        let said = t.sentence(
            proof.files == 1 ? .promiseProvenOnce : .promiseProven,
            ["\(t.day(proof.day))", who, "\(proof.files)"])
        let closed = promise.struckOff.map { day -> HTML in
            "\(t(.comma))\(t.sentence(.promiseClosedOn, ["\(t.day(day))"]))"
        }
        return "\(said)\(closed)"
    }

    private var dropped: HTML {
        guard !board.dropped.isEmpty else { return .empty }
        let lines = board.dropped.map { dropped -> HTML in
            let into = dropped.into.map { line -> HTML in
                "<a href=\"#\(line.item.text)\">\(t.data(line.title))</a>"
            }
            let heirs: HTML =
                into.isEmpty
                ? .empty : " · \(t.sentence(.droppedInto, [.joined(into, by: ", ")]))"
            let since = t.sentence(.droppedSince, ["\(dropped.edition)"])
            return "<li>\(t.data(dropped.line.title)) <small>\(since)\(heirs)</small></li>"
        }
        return Parts.section(
            t(.droppedPromises), "\(t.count(lines.count))", "<ul class=\"dropped\">\(lines)</ul>")
    }

    private var foot: HTML {
        let (edition, day) = (board.edition, sight.city.day ?? .earliest)
        let verify: HTML = """
            <a href="\(visit.link("/ledger/verify"))">\(t(.promiseCheckWord))</a>
            """
        let check: HTML =
            isLedgerOpen ? "<li>\(t.sentence(.promiseCheck, [verify]))</li>" : .empty
        let cited: [HTML] = [
            t.data(title), "\(edition.number)", "\(t.day(edition.day))", "\(record)",
        ]
        let table = visit.link("/public/\(board.list.text)/promises.csv")
        return Parts.section(
            t(.howKnown), nil,
            """
            <ul class="known"><li>\(t(.howKnownDone))</li>
            <li>\(t.sentence(.howKnownLedger, ["\(record)", "\(t.day(day))"]))</li>
            \(check)<li>\(t(.howKnownKept))</li>
            <li>\(t.sentence(.howToCite, cited))</li>
            <li>\(t(.openData)): <a href="\(table)">\(t(.openTable))</a> · \
            <a href="/api/v1/public/\(board.list.text)">JSON</a></li></ul>
            """)
    }
}
