import Delivery

extension WorkItem.Subject {
    /// What a notice of the same would be about.
    var notice: NoticeSubject {
        switch self {
        case .commitment(let id): NoticeSubject(.commitment, id.text)
        case .project(let id, _): NoticeSubject(.project, id.text)
        case .figure(let key, _): NoticeSubject(.indicator, key.indicator.text)
        case .blocker(let id): NoticeSubject(.blocker, id.text)
        case .finding(let id): NoticeSubject(.finding, id.text)
        case .revision(let id, _): NoticeSubject(.list, id.text)
        }
    }
}
