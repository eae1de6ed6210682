import Delivery

extension Sight {
    /// That a text or a file was purged, when, and by decision of which record; nil where it
    /// was not.
    func purged(_ hash: SHA256Text, _ t: Localizer) -> HTML? {
        guard let step = city.purges[hash]?.tombstone else { return nil }
        let record: HTML = "<a class=\"ref\" href=\"/ledger/\(step.seq)\">#\(step.seq)</a>"
        return """
            <span class="mute">\(t.sentence(.purgedByRecord, ["\(t.day(step.day))", record]))</span>
            """
    }

    /// What stands where a text would.
    func absence(of note: Note, _ t: Localizer) -> HTML {
        if case .sealed(let hash) = note, let purged = purged(hash, t) { return purged }
        return "<span class=\"mute\">\(t(.textNotHere))</span>"
    }
}
