import Delivery
package import JSON
package import Ledger

/// What was verified of the ledger, when, and how anybody does it without trusting this server.
package struct VerifyPage: Sendable {
    package var sight: Sight
    /// Nil where this server was given no keys to verify with.
    package var state: VerificationDesk.State?
    package var keys: [VerifierKey]
    package var visit: Visit

    package init(
        sight: Sight, state: VerificationDesk.State?, keys: [VerifierKey], visit: Visit
    ) {
        self.sight = sight
        self.state = state
        self.keys = keys
        self.visit = visit
    }

    private var t: Localizer { visit.t }

    package var page: Page {
        Page(
            title: t(.verifyTitle), section: .ledger,
            body: """
                <div class="mast"><div>
                <nav aria-label="\(t(.breadcrumbs))"><small><a href="\(visit.link("/ledger"))">\
                \(t(.ledger))</a> › \(t(.verifyTitle))</small></nav>
                <h1>\(t(.verifyTitle))</h1></div></div>
                \(result)
                \(Parts.section(t(.verifyYourself), nil, steps))
                """)
    }

    private var result: HTML {
        switch state {
        case nil: return "<p class=\"lede\">\(t(.noKeysHere))</p>"
        case .never?, .running?:
            let again = visit.link("/ledger/verify")
            return """
                <div id="verified" hx-get="\(again)" hx-trigger="every 1s" hx-select="#verified" \
                hx-swap="outerHTML" role="status"><p class="lede">\
                \(t(.verifying(t.count(sight.city.size))))</p>\
                <noscript><p><a href="\(again)">\(t(.lookAgain))</a></p></noscript></div>
                """
        case .sound(let finding, let at)?:
            return """
                <div id="verified" role="status"><p class="lede">\
                <span class="light green">\(t(.ledgerIsSound))</span> \
                <small>\(sight.moment(at.description))</small></p>\(found(finding))</div>
                """
        case .unsound(let error, let at)?:
            let place = error.seq.map { seq -> HTML in " \(visit.record(seq))" }
            return """
                <div id="verified" role="alert"><p class="lede">\
                <span class="light red">\(t(.ledgerIsUnsound))</span>\(place) \
                <small>\(sight.moment(at.description))</small></p>\
                <p>\(t(Phrase(error.zh, error.en))) <code>\(error.code.rawValue)</code></p>\
                <p class="note">\(t(.whatToDoUnsound))</p></div>
                """
        }
    }

    private func found(_ finding: LedgerVerifier.Finding) -> HTML {
        let vouched = t.count(finding.vouchedSize ?? 0)
        return Parts.facts(
            [
                (.size, "\(t.count(finding.head.size)) · \(t(.recordsWhat))"),
                (.command, "\(t.count(finding.commands)) · \(t(.commandsWhat))"),
                (
                    .checkpoint,
                    "\(t.count(finding.checkpoints)) · \(t(.checkpointsWhat(vouched)))"
                ),
                (.root, "<span class=\"hash\">\(finding.root.hex)</span>"),
            ], t)
    }

    private var steps: HTML {
        let keys = keys.map { key -> HTML in
            "<li>\(t(.publicKey)) <code class=\"hash\">\(key.text)</code></li>"
        }
        return """
            <ol class="steps">
            <li>\(t(.keepCheckpoint)) \
            <a href="/api/v1/ledger/checkpoint" download>\(t(.downloadNote))</a></li>
            \(keys)
            <li>\(t(.verifyByProgram))\
            <br><code>saima verify --data DIR --checkpoint checkpoint.note</code></li>
            <li>\(t(.verifyOneRecord)) <a href="\(visit.link("/ledger"))">\(t(.ledger))</a></li>
            <li>\(t(.verifyOneRank)) <a href="\(visit.link("/races"))">\(t(.races))</a></li>
            </ol>
            """
    }

    package var json: JSON {
        var members: [JSON.Member] = [.init("size", .integer(sight.city.size))]
        switch state {
        case nil: members.append(.init("state", .string("no_keys")))
        case .never?, .running?: members.append(.init("state", .string("running")))
        case .sound(let finding, let at)?:
            members += [
                .init("state", .string("sound")), .init("at", .string(at.description)),
                .init("records", .integer(finding.head.size)),
                .init("root", .string(finding.root.hex)),
                .init("commands", .integer(finding.commands)),
                .init("checkpoints", .integer(finding.checkpoints)),
                .init("vouched", finding.vouchedSize.map { .integer($0) } ?? .null),
            ]
        case .unsound(let error, let at)?:
            members += [
                .init("state", .string("unsound")), .init("at", .string(at.description)),
                .init("code", .string(error.code.rawValue)),
                .init("record", error.seq.map { .integer($0) } ?? .null),
            ]
        }
        return .object(members)
    }
}
