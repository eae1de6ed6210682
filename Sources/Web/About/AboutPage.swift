import Delivery

/// What this is, which version it is, and how to check it without trusting it.
struct AboutPage {
    var sight: Sight
    var log: String?
    var visit: Visit

    static let version = "0.1.0"

    var page: Page {
        let t = visit.t
        let facts: [(Phrase, HTML)] = [
            (.version, "\(Self.version)"), (.log, log.map { "\($0)" } ?? "–"),
            (.size, "\(t.count(sight.city.size))"),
        ]
        return Page(
            title: t(.about), section: .about,
            body: """
                <div class="mast"><div><h1>\(t(.about))</h1></div></div>
                <p class="lede">\(t(.whatSaimaIs))</p>
                \(Parts.facts(facts, t))
                <section><header><h2>\(t(.howToVerify))</h2></header>
                <ol>
                <li>\(t(.verifyLedger)) <code>saima verify --data DIR</code></li>
                <li>\(t(.verifyCheckpoint)) \
                <a href="/api/v1/ledger/checkpoint" download>\(t(.downloadNote))</a></li>
                <li>\(t(.verifyRecord)) <a href="\(visit.link("/ledger"))">\(t(.ledger))</a></li>
                <li>\(t(.verifyRanks)) <code>saima score RULEBOOK.yaml FACTS.json --json</code></li>
                </ol></section>
                """)
    }
}
