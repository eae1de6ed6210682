package import Delivery
package import Interchange

/// A sheet that somebody handed in, and how far it has come.
package struct StagedImport: Sendable {
    package let id: String
    let owner: PersonID
    /// The sheet's file name.
    package let name: String
    let mapping: Mapping
    let mappingFile: String
    /// What the sheet holds, by its mapping's word.
    package let title: Words
    let files: StagedFiles
    let bytes: Int
    let since = ContinuousClock.now
    package internal(set) var state = State.unread

    package enum State: Sendable {
        /// Nobody asked yet what it would do, or it was forgotten for want of room.
        case unread
        case reading
        case previewed(ShownImport)
        case failed(ImportFailure)
        case applying
        case applied(ImportReceipt)
    }

    /// Whether something is being done with it.
    var isAtWork: Bool {
        switch state {
        case .reading, .applying: true
        default: false
        }
    }

    var isApplied: Bool {
        if case .applied = state { true } else { false }
    }

    package var shown: ShownImport? {
        if case .previewed(let shown) = state { shown } else { nil }
    }

    /// How many lines its preview keeps in memory.
    var lines: Int {
        guard let preview = shown?.preview else { return 0 }
        return preview.changes.count + preview.rejected.count + preview.warnings.count
    }
}

/// What an import would do, as it is shown to whoever handed it in.
package struct ShownImport: Sendable {
    package var preview: ImportPreview
    /// Comes back with the order to apply it.
    package var fingerprint: String
    /// How many records the city had.
    package var size: Int
    var took: Duration
    package var notice: Notice?

    /// Why it was not applied and is shown once more.
    package enum Notice: Sendable {
        /// It would do something else by now; what, where the earlier preview is still known.
        case changed([PreviewDifference]?)
        case refused(Words)
    }
}

/// What became of an import that was applied.
package struct ImportReceipt: Sendable, Hashable {
    /// The records that it wrote.
    package var first: Int
    package var last: Int
    package var commands: Int
    package var entities: [EntityTally]
}
