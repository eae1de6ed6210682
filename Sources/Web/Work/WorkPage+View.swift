import Delivery
import Rulebook

extension WorkPage {
    package struct View: Sendable {
        package let model: Model
        package let visit: Visit

        package init(model: Model, visit: Visit) {
            self.model = model
            self.visit = visit
        }

        private var t: Localizer { visit.t }
        private var subjects: WorkSubjects { WorkSubjects(sight: model.sight, visit: visit) }

        /// How many of a group are shown before the rest is asked for.
        package static let shown = 25

        package var page: Page {
            Page(
                title: t(.workWaiting), section: nil,
                body: """
                    <div class="mast"><div><h1>\(t(.workWaiting))</h1>\(lede)\(ways)</div></div>
                    \(content)
                    \(inHand)
                    \(beginning)
                    """)
        }

        private var lede: HTML {
            guard let actor = model.actor else { return .empty }
            return post(actor) + counts
        }

        /// As who one is here, so that it is plain why this waits and that does not.
        private func post(_ actor: Actor) -> HTML {
            let roles = Role.allCases.filter(actor.roles.contains).map { t($0.words) }
            let home = actor.organization.map { home -> HTML in
                "\(model.sight.link(home, visit)) · "
            }
            return "<p>\(home)\(roles.joined(separator: t(.listComma)))</p>"
        }

        private var counts: HTML {
            guard !model.items.isEmpty else { return .empty }
            let week = model.count(.today) + model.count(.soon)
            let counts = [model.count(.overdue), week, model.items.count].map { count -> HTML in
                "<b>\(t.count(count))</b>"
            }
            return """
                <p class="lede">\(t.sentence(.workLead, counts)) · \
                <a href="\(visit.link("/work/fill"))">\(t(.fillTheList))</a></p>
                """
        }

        /// What a clerk does besides.
        private var ways: HTML {
            guard model.actor != nil else { return .empty }
            return """
                <small><a href="\(visit.link("/imports"))">\(t(.importFilled))</a> · \
                <a href="\(visit.link("/templates"))">\(t(.templates))</a></small>
                """
        }

        private var content: HTML {
            guard model.actor != nil else {
                return """
                    <div class="empty"><p>\(t(.workIsPersonal))</p>\
                    <p><a class="button" href="\(visit.link("/sign-in"))">\
                    \(t(.signInToWork))</a></p></div>
                    """
            }
            guard !model.groups.isEmpty else {
                let more = canGiveNothing ? " \(t(.rolesOnlyRead))" : ""
                return """
                    <div class="empty" role="status"><p>\(t(.nothingWaits))\(more)</p></div>
                    """
            }
            return .joined(model.groups.map(section), by: "\n")
        }

        private var canGiveNothing: Bool {
            CommandKind.all.allSatisfy { $0.may.isDisjoint(with: visit.viewer.roles) }
        }

        private var beginning: HTML {
            let row = Actions.beginning(visit)
            guard model.actor != nil, row != .empty else { return .empty }
            let all: HTML = """
                <p class="small"><a href="\(visit.link("/commands"))">\(t(.everyCommand))</a></p>
                """
            return Parts.section(t(.beginSomething), nil, row + all)
        }

        private var inHand: HTML {
            guard !model.inHand.isEmpty else { return .empty }
            let (city, day) = (model.sight.city, model.sight.city.day ?? .earliest)
            let rows = model.inHand.map { item -> HTML in
                """
                <tr><th scope="row">\(item.link(visit))<br>\
                <small>\(model.sight.link(item.profile.lead, visit))</small></th>\
                <td data-label="\(t(.stage))">\(item.light(on: day, t))</td>\
                <td class="num" data-label="\(t(.completion))">\
                \(city.percent(of: item).map { "\($0)%" as HTML })</td>\
                <td class="nowrap" data-label="\(t(.due))">\
                \(item.profile.due.map { "\(t.day($0))" as HTML })</td></tr>

                """
            }
            return Parts.section(
                t(.inHand), "\(t.count(rows.count))",
                """
                <div class="scroll" tabindex="0"><table class="list work"><thead><tr>\
                <th scope="col">\(t(.commitment))</th><th scope="col">\(t(.stage))</th>\
                <th scope="col" class="num">\(t(.completion))</th>\
                <th scope="col">\(t(.due))</th></tr></thead><tbody>\(rows)</tbody></table></div>
                """)
        }

        /// Why it was returned, where an answer to that is asked.
        private func reason(_ item: WorkItem) -> HTML? {
            guard item.kind == .answerReturn, case .commitment(let id) = item.subject,
                let step = model.sight.city.commitments[id]?.step(.returned)
            else { return nil }
            return """
                <br><span class="light red">\(t(.returnedBecause))</span> \
                \(step.note.map { model.sight.text($0, t) })
                """
        }

        private func section(_ group: Model.Group) -> HTML {
            let isOpen = visit.query["kind"] == group.kind.rawValue
            let items = isOpen ? group.items : Array(group.items.prefix(Self.shown))
            let rest = group.items.count - items.count
            let more: HTML =
                rest == 0
                ? .empty
                : """
                <p><a href="\(visit.here(visit.query.with("kind", group.kind.rawValue)))">\
                \(t(.moreOfThem(rest)))</a></p>
                """
            return Parts.section(
                t(group.kind.words), "\(t.count(group.items.count))",
                """
                <div class="scroll" tabindex="0"><table class="list work"><thead><tr>\
                <th scope="col">\(t(.whatWaits))</th><th scope="col">\(t(.byWhen))</th>\
                <th scope="col">\(t(.waitsSince))</th><th scope="col">\(t(.toDo))</th></tr></thead>
                <tbody>\(items.map(row))</tbody></table></div>\(more)
                """)
        }

        private func row(_ item: WorkItem) -> HTML {
            let due: HTML =
                if let day = item.due {
                    "<br><small class=\"nowrap\">\(t.day(day))</small>"
                } else {
                    "<br><small>\(t(.noDueDay))</small>"
                }
            return """
                <tr><th scope="row">\(subjects.html(of: item.subject))\(reason(item))</th>\
                <td data-label="\(t(.byWhen))"><span class="light \(light(item.urgency))">\
                \(t(item.urgency.words))</span>\(due)</td>\
                <td class="nowrap" data-label="\(t(.waitsSince))">\
                \(item.since.map { "\(t.day($0))" as HTML })</td>\
                <td data-label="\(t(.toDo))">\(action(item))</td></tr>

                """
        }

        private func light(_ urgency: Urgency) -> HTML {
            switch urgency {
            case .overdue: "red"
            case .today: "yellow"
            case .soon: "green"
            case .later: "grey"
            }
        }

        /// The form of the command, with what is known filled in; else the page of what it is of.
        private func action(_ item: WorkItem) -> HTML {
            guard let order = item.command, let kind = CommandKind.named(order.name) else {
                return "<a href=\"\(visit.link(subjects.link(of: item.subject)))\">\(t(.look))</a>"
            }
            let link = order.fields.reduce("/do/\(order.name)" as Link) {
                $0.with($1.name, $1.value)
            }
            return "<a class=\"button\" href=\"\(visit.link(link))\">\(t(kind.title))</a>"
        }
    }
}
