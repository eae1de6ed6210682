package import Delivery
import HashTreeCollections
import Rulebook

/// Tells of one record whom it concerns: a notice for each person who is to do something now, or
/// asked for what was decided. Nobody is told of what they did themselves.
package struct Tidings {
    let at: Occurrence
    let who: Recipients
    private(set) var drafts: [NoticeDraft] = []

    /// - Parameter city: as it is now; what was settled meanwhile is told all the same.
    package static func of(
        _ body: any EventBody, _ at: Occurrence, in city: City
    ) -> [NoticeDraft] {
        var tidings = Tidings(at: at, who: Recipients(city: city, day: at.day))
        tidings.read(body)
        return tidings.drafts
    }

    private mutating func read(_ body: any EventBody) {
        if readProjects(body) || readCommitments(body) || readIndicators(body)
            || readBlockers(body)
        {
            return
        }
        switch body {
        case let event as FindingRecorded:
            tell(
                who.reporters(of: event.organization), .findingRecorded,
                NoticeSubject(.finding, event.id.text))
        case let event as FindingClosed:
            guard let finding = city.findings[event.finding] else { return }
            tell(
                who.reporters(of: finding.organization), .findingClosed,
                NoticeSubject(.finding, finding.id.text))
        case is PurgeProposed:
            var kinds: Set<Role> = [.securityAdministrator, .auditAdministrator]
            kinds.subtract(city.actor(at.actor)?.roles ?? [])
            tell(who.anybody(in: kinds), .purgeProposed, record)
        case let event as BlobPurged: tellProposer(event.sha256)
        case let event as PurgeDeclined: tellProposer(event.sha256)
        default: break
        }
    }

    var city: City { who.city }
    var record: NoticeSubject { NoticeSubject(.record, String(at.seq)) }

    mutating func tell(_ persons: [PersonID], _ kind: NoticeKind, _ subject: NoticeSubject) {
        for person in persons where person != at.actor && person != Actor.console.person {
            drafts.append(NoticeDraft(person, kind, subject, mark: String(at.seq)))
        }
    }

    private mutating func tellProposer(_ hash: SHA256Text) {
        guard let purge = city.purges[hash] else { return }
        tell([purge.proposed.by], .purgeSettled, record)
    }

    /// Many of one kind for one person become one, as when a sheet was brought in.
    package static func condensed(_ drafts: [NoticeDraft]) -> [NoticeDraft] {
        struct Heap: Hashable {
            var person: PersonID
            var kind: NoticeKind
        }
        var heaps: [Heap: [NoticeDraft]] = [:]
        var order: [Heap] = []
        for draft in drafts {
            let heap = Heap(person: draft.person, kind: draft.kind)
            if heaps[heap] == nil { order.append(heap) }
            heaps[heap, default: []].append(draft)
        }
        return order.flatMap { heap -> [NoticeDraft] in
            let all = heaps[heap] ?? []
            guard all.count > many, var one = all.first else { return all }
            one.count = all.count
            return [one]
        }
    }

    private static let many = 20
}
