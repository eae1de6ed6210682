/// What an event cites by hash: texts that lie beside the ledger, and files of evidence.
package struct Cited: Sendable, Hashable {
    package private(set) var texts: [SHA256Text] = []
    package private(set) var files: [Evidence] = []

    package init(in body: some EventBody) {
        var body = body
        var collector = CitationCollector()
        // A collector has nothing to refuse.
        try? body.visit(&collector)
        texts = collector.texts
        files = collector.files
    }

    /// Of events of any kind together.
    package init(in bodies: [any EventBody]) {
        for body in bodies {
            let cited = Self.of(body)
            texts += cited.texts
            files += cited.files
        }
    }

    private static func of(_ body: some EventBody) -> Cited { Cited(in: body) }

    package var hashes: [SHA256Text] { texts + files.map(\.sha256) }
}

private struct CitationCollector: CitationVisitor {
    var texts: [SHA256Text] = []
    var files: [Evidence] = []

    mutating func note(_ note: inout Note) {
        if case .sealed(let hash) = note { texts.append(hash) }
    }

    mutating func evidence(_ evidence: inout Evidence) { files.append(evidence) }
}
