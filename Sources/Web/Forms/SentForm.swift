import Delivery
import Ledger

/// Stands where a form was that has been carried out: who goes back to it, or presses again, is
/// told so and records nothing twice.
struct SentForm {
    let kind: CommandKind
    /// The first record of what it became.
    let sent: LedgerDesk.Entry?
    let sight: Sight
    let visit: Visit

    private var t: Localizer { visit.t }

    var page: Page {
        Page(
            title: t(kind.title), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(kind.title))</h1></div></div>
                <div class="told" role="status"><p><b>\(t(.sentAlready))</b> \
                \(t(.recordedBefore)) \(record)</p>
                <p><a class="button" href="\(visit.here(visit.query.without("_key")))">\
                \(t(.fillInAnother))</a></p></div>
                """)
    }

    private var record: HTML {
        guard let sent else { return .empty }
        let entry = sight.seen(sent)
        let subject = entry.isWithheld ? nil : sight.subject(of: entry.record, visit)
        return "\(visit.record(entry.record.seq)) \(subject)"
    }
}
