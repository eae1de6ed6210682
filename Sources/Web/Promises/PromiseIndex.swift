import Delivery
package import JSON

/// Everything that was made public: each list with its one number and its promises in a table.
package struct PromiseIndex: Sendable {
    private let sight: Sight
    private let visit: Visit
    private let boards: [PromiseBoard]

    /// - Parameter sight: a guest's, whoever looks.
    package init(_ sight: Sight, visit: Visit) {
        self.sight = sight
        self.visit = visit
        boards = PromiseBoard.all(in: sight.city)
    }

    private var t: Localizer { visit.t }
    private var words: PromiseWords { PromiseWords(sight: sight, t: t) }

    package var json: JSON {
        PromiseFigures(sight: sight).index(of: boards)
    }

    package var page: Page {
        let name = words.city().map { name -> HTML in "<small>\(t.data(name))</small>" }
        return Page(
            title: t(.promises), section: nil,
            body: """
                <div class="mast"><div>\(name)<h1>\(t(.promisesTitle))</h1>
                <p class="lede">\(t(.promisesLead))</p></div></div>
                \(boards.isEmpty ? empty : .joined(boards.map(section)))
                """)
    }

    private var empty: HTML { "<div class=\"empty\"><p>\(t(.noPromises))</p></div>" }

    private func section(_ board: PromiseBoard) -> HTML {
        let address = visit.link("/public/\(board.list.text)")
        return """
            <section class="board-of"><header>\
            <h2><a href="\(address)">\(t.data(words.title(board.edition)))</a></h2></header>
            \(PromiseScore(board: board, words: words).html)
            <div class="scroll" tabindex="0"><table class="list"><thead><tr>\
            <th scope="col" class="num">\(t(.position))</th><th scope="col">\(t(.promise))</th>\
            <th scope="col">\(t(.promiseStanding))</th><th scope="col">\(t(.promisedBy))</th>\
            <th scope="col">\(t(.promiseLead))</th>\
            <th scope="col" class="num">\(t(.promiseShare))</th></tr></thead>
            <tbody>\(board.promises.enumerated().map { row($1, $0 + 1, address) })</tbody></table>
            </div></section>
            """
    }

    private func row(_ promise: Promise, _ position: Int, _ address: Link) -> HTML {
        let lead = words.name(promise.leadNow ?? promise.line.lead)
        return """
            <tr><td class="num desk" data-label="\(t(.position))">\(position)</td>\
            <th scope="row"><a href="\(address.at(promise.line.item.text))">\
            \(t.data(promise.line.title))</a></th>\
            <td data-label="\(t(.promiseStanding))">\(words.standing(promise.standing))</td>\
            <td data-label="\(t(.promisedBy))">\(words.due(promise))</td>\
            <td data-label="\(t(.promiseLead))">\(lead)</td>\
            <td class="num" data-label="\(t(.promiseShare))">\(words.share(promise))</td></tr>

            """
    }
}

/// The one number of a list, with the others beside it.
struct PromiseScore {
    let board: PromiseBoard
    let words: PromiseWords

    var html: HTML {
        let t = words.t
        return """
            <div class="score"><p class="most"><b>\(board.count(.done))</b> \
            \(t(.promiseOf(board.promises.count)))</p>
            \(words.bar(board))
            <p class="sum">\(words.sum(board))</p></div>
            """
    }
}
