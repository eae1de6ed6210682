import Rulebook

extension WorkDesk {
    mutating func gatherLists() {
        for list in city.lists.all {
            guard let revision = list.openRevision, let last = revision.steps.last else { continue }
            let fields = [("list", list.id.text), ("revision", String(revision.number))]
            let subject = WorkItem.Subject.revision(list.id, revision.number)
            var step = RevisionStepFields()
            (step.list, step.revision) = (list.id, revision.number)
            let day = today
            switch last.what {
            case .submitted:
                offer(
                    .approveRevision, subject, ApproveRevision { [step] in $0.step = step },
                    fields: fields, since: last.day)
            case .approved:
                let probe = PublishEdition {
                    ($0.list, $0.revision, $0.day) = (list.id, revision.number, day)
                }
                offer(.publishEdition, subject, probe, fields: fields, since: last.day)
            case .returned:
                offer(
                    .reviseAgain, subject, SubmitRevision { [step] in $0.step = step },
                    fields: fields, since: last.day)
            case .opened, .published, .withdrawn: break
            }
        }
    }
}
