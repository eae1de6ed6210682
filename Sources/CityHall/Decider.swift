package import Delivery
import Ledger
import Rulebook
import RulebookYAML

/// Decides commands one after the other on the city that each leaves behind, before any of it is
/// durable. A value: to drop what was decided is to forget the copy.
struct Decider: Sendable {
    private(set) var city: City
    private(set) var head: LedgerHead
    private(set) var sealed: [SealedCommand] = []
    private(set) var texts: [SealedText] = []
    /// What must not lie beside the ledger once this is durable: what was purged just now, and
    /// purged files that somebody brought again.
    private(set) var removals: [SHA256Text] = []
    /// Keys decided since the last commit.
    private var recent: [String: Receipt] = [:]
    let log: String

    init(city: City, head: LedgerHead, log: String) {
        self.city = city
        self.head = head
        self.log = log
    }

    /// What is durable already is looked up in `store`.
    ///
    /// - Parameter before: the city before the first of the commands that stand or fall together
    ///   with this one; what they record themselves is nothing new to who asks for them.
    mutating func decide(
        _ submission: Submission, now: Timestamp, store: any LedgerReader, before: City? = nil
    ) throws(Refusal) -> Acknowledgement {
        if let receipt = try earlier(submission.key, store) {
            guard receipt.answers(submission.body) else {
                throw Refusal(
                    .keyReused, field: "key", zh: "key“\(submission.key)”已用于另一条命令",
                    en: "the key \"\(submission.key)\" was used for another command")
            }
            return Acknowledgement(
                key: receipt.cmd, first: receipt.first, last: receipt.last, isRepeat: true)
        }
        guard let actor = city.actor(submission.person) else {
            throw Refusal(
                .personUnknown, zh: "没有编号为“\(submission.person)”的人员",
                en: "there is no person \"\(submission.person)\"")
        }
        // Time never runs backwards in the book, whatever the machine's clock does.
        let moment = max(now, city.time ?? now)
        let local = LocalCalendar(city.settings).day(of: moment)
        // Nor do its days, when the city moves to a time zone further west.
        let today = max(local, city.day ?? local)
        let asked = Asked(
            actor: actor, today: today, readRulebook: RulebookText.heading,
            knowsTimeZone: LocalCalendar.knows, cited: { DecodedRecord.cited(by: $0, in: store) })
        try submission.command.requirePermitted(actor)
        let events: [any EventBody]
        do throws(Refusal) {
            try (before ?? city).requireUnchanged(submission)
            events = try submission.command.decide(city, asked)
        } catch {
            throw city.refusal(error, of: submission.command, asked)
        }
        return try seal(events, of: submission, by: actor, at: moment, on: today)
    }

    private func earlier(
        _ key: String, _ store: any LedgerReader
    ) throws(Refusal) -> Receipt? {
        if let receipt = recent[key] { return receipt }
        do throws(LedgerError) { return try store.receipt(of: key) } catch { throw Refusal(error) }
    }

    private mutating func seal(
        _ events: [any EventBody], of submission: Submission, by actor: Actor,
        at moment: Timestamp, on today: Day
    ) throws(Refusal) -> Acknowledgement {
        let nonce = Nonce.random()
        var sealer = NoteSealer()
        let organization = actor.organization?.text ?? RecordFold.noOrganization.description
        var quiet: [any EventBody] = []
        var drafts: [CommandDraft.Event] = []
        for event in events {
            var event: any EventBody = event
            Decider.visit(&event, &sealer)
            quiet.append(event)
            drafts.append(
                CommandDraft.Event(
                    type: type(of: event).type.description, v: type(of: event).version,
                    org: organization, data: EventKind.data(event, recordedOn: today)))
        }
        try refusePurged(sealer.files)
        let draft = CommandDraft(
            cmd: submission.key, actor: actor.person.text, at: moment.description,
            body: submission.body, nonce: nonce, events: drafts)
        let command: SealedCommand
        do throws(LedgerError) { command = try head.seal(draft, log: log) } catch {
            throw Refusal(error)
        }
        for (index, event) in quiet.enumerated() {
            city.apply(
                event,
                Occurrence(
                    seq: command.receipt.first + index, day: today, at: moment,
                    actor: actor.person, organization: actor.organization))
        }
        sealed.append(command)
        texts += sealer.sealed
        removals += quiet.compactMap { ($0 as? BlobPurged)?.sha256 }
        recent[submission.key] = command.receipt
        return Acknowledgement(
            key: submission.key, first: command.receipt.first, last: command.receipt.last,
            isRepeat: false)
    }

    /// What was purged is not taken back, by whatever command it comes.
    private mutating func refusePurged(_ files: [SHA256Text]) throws(Refusal) {
        for hash in files {
            guard let step = city.purges[hash]?.tombstone else { continue }
            removals.append(hash)
            throw .purged(hash, step, field: nil)
        }
    }

    private static func visit(_ event: inout any EventBody, _ sealer: inout NoteSealer) {
        func open<Body: EventBody>(_ body: Body) -> any EventBody {
            var body = body
            // A sealer has nothing to refuse.
            try? body.visit(&sealer)
            return body
        }
        event = open(event)
    }
}

extension City {
    /// A form that was opened on an older state is told what was recorded since.
    fileprivate func requireUnchanged(_ submission: Submission) throws(Refusal) {
        guard let seen = submission.seen, let subject = submission.command.subject else { return }
        let newer = records(of: subject, since: seen)
        guard !newer.isEmpty else { return }
        let names = newer.map { "#\($0)" }.joined(separator: ", ")
        throw Refusal(
            .changedSince, zh: "打开之后又有新的记录：\(names)；请先看过再提交",
            en: "there are newer records of it: \(names); look at them first, then submit again")
    }
}

extension Refusal {
    init(_ error: LedgerError) {
        switch error.code {
        case .recordTooLong:
            self.init(.recordTooLarge, zh: error.zh, en: error.en)
        case .recordValue, .recordFields, .recordNotCanonical:
            self.init(.fieldMalformed, zh: error.zh, en: error.en)
        default:
            self.init(.storeFailed, zh: error.zh, en: error.en)
        }
    }
}

extension RulebookText {
    /// Reads a rulebook's text as far as a city must know it.
    package static let heading: @Sendable (String) -> Result<RulebookHeading, RulebookProblems> = {
        text in
        do throws(Problems) {
            let rulebook = try Rulebook(yaml: Array(text.utf8), file: "rulebook")
            let title = (rulebook.title.zh ?? rulebook.title.en).map {
                Words(zh: rulebook.title.zh ?? $0, en: rulebook.title.en ?? $0)
            }
            return .success(
                RulebookHeading(
                    id: rulebook.id, version: rulebook.version, title: title,
                    effectiveFrom: rulebook.effective?.from,
                    effectiveUntil: rulebook.effective?.until,
                    cutoffDays: rulebook.cutoff?.literal?.wholeNumber))
        } catch {
            let sentences = error.all.map { problem in
                Words(zh: "\(problem.place): \(problem.zh)", en: "\(problem.place): \(problem.en)")
            }
            return .failure(RulebookProblems(sentences: sentences))
        }
    }
}
