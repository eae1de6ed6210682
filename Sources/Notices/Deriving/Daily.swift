package import Delivery
import HashTreeCollections
package import Rulebook

/// What a morning brings: reminders, what ran out of its time, and on Mondays the digest. Made
/// from the city as it stands, so that a morning that was missed is made up for by the next.
package struct Daily {
    let city: City
    let day: Day
    let who: Recipients

    /// The day that was looked at before; at the first there is no week to tell of.
    private let last: Day?

    package init(_ city: City, on day: Day, after last: Day?) {
        self.city = city
        self.day = day
        self.last = last
        who = Recipients(city: city, day: day)
    }

    package var drafts: [NoticeDraft] {
        city.commitments.all.flatMap { drafts(of: $0) } + city.blockers.all.flatMap { late($0) }
            + digests
    }

    /// The Monday of the week.
    package static func monday(of day: Day) -> Day { day.adding(days: 1 - day.weekday) ?? day }

    private func late(_ blocker: Blocker) -> [NoticeDraft] {
        guard let late = blocker.daysLate(on: day, city.calendar), late.value > 0,
            let start = blocker.clockStart
        else { return [] }
        let persons = who.reporters(of: blocker.handler) + who.reporters(of: blocker.organization)
        return Recipients.once(persons).map {
            NoticeDraft(
                $0, .blockerLate, NoticeSubject(.blocker, blocker.id.text), mark: String(start.seq))
        }
    }

    private var digests: [NoticeDraft] {
        let monday = Self.monday(of: day)
        guard let last, last < monday else { return [] }
        return city.people.map(\.key).sorted()
            .filter { !Digest(city, for: $0, on: monday).isEmpty }
            .map { NoticeDraft($0, .digest, NoticeSubject(.work, "week"), mark: "\(monday)") }
    }
}
