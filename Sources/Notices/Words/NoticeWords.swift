package import Delivery
import HashTreeCollections

/// What a notice says, as its person may read it now.
package struct NoticeWords {
    /// As the person may see it.
    private let city: City

    package init(_ city: City) { self.city = city }

    /// What happened and what is asked, with the subject's id and no word that anybody typed.
    package func bare(_ draft: NoticeDraft) -> Words {
        let words = draft.kind.words
        let others = draft.count - 1
        let id = draft.subject.id
        switch (draft.kind, others) {
        case (.digest, _): return words
        case (_, 0): return Words(zh: "\(words.zh)（\(id)）", en: "\(words.en) (\(id))")
        default:
            return Words(
                zh: "\(words.zh)（\(id) 等 \(draft.count) 项）",
                en: "\(words.en) (\(id) and \(others) more)")
        }
    }

    /// The subject's name; nil where it has none or the person may not see it.
    package func name(of subject: NoticeSubject) -> String? {
        switch subject.noun {
        case .commitment: city.commitments[CommitmentID(unchecked: subject.id)]?.profile.title
        case .project: city.projects[ProjectID(unchecked: subject.id)]?.profile.name
        case .indicator: city.indicators[IndicatorID(unchecked: subject.id)]?.profile.name
        case .blocker:
            city.blockers[BlockerID(unchecked: subject.id)]
                .flatMap { city.projects[$0.project]?.profile.name }
        case .finding:
            city.findings[FindingID(unchecked: subject.id)]
                .flatMap { city.organizations[$0.organization]?.name }
        case .list, .record, .work: nil
        }
    }

    /// Where the subject's page is, from the root of the site.
    package func path(of subject: NoticeSubject) -> String {
        switch subject.noun {
        case .commitment: return "/commitments/\(subject.id)"
        case .project: return "/projects/\(subject.id)"
        case .indicator: return "/indicators/\(subject.id)"
        case .blocker:
            let project = city.blockers[BlockerID(unchecked: subject.id)]?.project
            return project.map { "/projects/\($0.text)" } ?? "/watch"
        case .finding:
            let house = city.findings[FindingID(unchecked: subject.id)]?.organization
            return house.map { "/organizations/\($0.text)" } ?? "/watch"
        case .list: return "/lists/\(subject.id)"
        case .record: return "/ledger/\(subject.id)"
        case .work: return "/work"
        }
    }
}
