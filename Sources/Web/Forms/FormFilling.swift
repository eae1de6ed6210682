import Delivery
import HashTreeCollections
import JSON
import Rulebook

/// What a form arrives filled with: what the address says, then what stands of the subject,
/// then today for the days that are asked.
struct FormFilling {
    let kind: CommandKind
    let sight: Sight
    let today: Day

    private var city: City { sight.city }

    func fill(_ typed: inout TypedForm) {
        if let standing = standing(typed) {
            let sight = sight
            typed.fill(
                TypedForm(standing, kind.fields, unit: sight.unit) {
                    sight.plainText(.sealed($0))
                })
        }
        suggestID(&typed)
        for field in kind.fields where field.isRequired && typed[field.name].isEmpty {
            switch field.shape {
            case .day: typed[field.name] = today.description
            case .month: typed[field.name] = today.month.description
            case .integer where field.name == "year": typed[field.name] = String(today.year)
            default: break
            }
        }
    }

    /// An id for a new thing, free because no two things begin with the same record. Where ids are
    /// words that people know things by, nothing is suggested.
    private func suggestID(_ typed: inout TypedForm) {
        let stems = [
            "directive": "d", "commitment": "c", "list": "l", "project": "p", "blocker": "b",
            "finding": "f",
        ]
        guard kind.fields.first?.name == "id", typed["id"].isEmpty, let stem = stems[kind.noun]
        else { return }
        typed["id"] = "\(stem)-\(city.size)"
    }

    /// The subject as it is, where the command replaces it whole or gives a further word on it.
    private func standing(_ typed: TypedForm) -> JSON? {
        func id<ID: Identifier>(_ field: String) -> ID? { ID(typed[field]) }
        switch kind.name {
        case ReviseProject.name.description:
            return id("project").flatMap { city.projects[$0]?.profile.asJSON }
        case RedraftCommitment.name.description:
            return id("commitment").flatMap { city.commitments[$0]?.profile.asJSON }
        case ReviseDirective.name.description:
            return id("directive").flatMap { city.directives[$0]?.profile.asJSON }
        case ReviseIndicator.name.description:
            return id("indicator").flatMap { city.indicators[$0]?.profile.asJSON }
        case AmendList.name.description:
            return id("list").flatMap { city.lists[$0]?.profile }.map { list in
                AmendList {
                    ($0.title, $0.titleEn, $0.keeper) = (list.title, list.titleEn, list.keeper)
                }.asJSON.keeping(["title", "title_en", "keeper"])
            }
        case RenameOrganization.name.description:
            return id("organization").flatMap { city.organizations[$0] }.map(names)
        case AppointPerson.name.description:
            return id("person").flatMap { city.people[$0] }.map(post)
        case CreditProject.name.description: return id("project").flatMap(credits)
        case ReportProgress.name.description: return id("commitment").flatMap(progress)
        case ProposeAdjustment.name.description: return id("commitment").flatMap(adjustment)
        case ObserveFigure.name.description: return figure(typed)
        case SetTierClocks.name.description: return city.tierClocks.asJSON
        case ConfigureCity.name.description: return city.settings.map(settings)
        case DeclareFrame.name.description:
            return id("id").flatMap { city.frame($0) }.map(frame)
        default: return nil
        }
    }

    private func names(_ organization: Organization) -> JSON {
        RenameOrganization {
            $0.organization = organization.id
            $0.name = organization.name
            $0.nameEn = organization.nameEn
            $0.aliases = organization.aliases
        }.asJSON
    }

    private func post(_ appointment: Appointment) -> JSON {
        AppointPerson {
            $0.organization = appointment.organization
            $0.roles = Role.allCases.filter(appointment.roles.contains)
        }.asJSON
    }

    private func credits(_ id: ProjectID) -> JSON? {
        city.projects[id]?.credits.value(on: today).map { credits in
            CreditProject { $0.credits = credits }.asJSON.keeping(["credits"])
        }
    }

    private func progress(_ id: CommitmentID) -> JSON? {
        city.commitments[id]?.percent.map { .object([.init("percent", .integer($0))]) }
    }

    /// What is asked for by far the most often.
    private func adjustment(_ id: CommitmentID) -> JSON? {
        city.commitments[id].map { item in
            let kind: AdjustmentKind = item.state == .suspended ? .resume : .revise
            return .object([.init("kind", .string(kind.rawValue))])
        }
    }

    private func figure(_ typed: TypedForm) -> JSON? {
        guard let id = IndicatorID(typed["indicator"]), let indicator = city.indicators[id],
            let period = ObservedPeriod(typed["period"]),
            let standing = city.indicators.series(id, of: OrganizationID(typed["organization"]))
                .standing(indicator.profile.normal(period))
        else { return nil }
        return ObserveFigure {
            $0.figure = standing.figure
            $0.growth = standing.growth
            $0.provenance = standing.provenance
        }.asJSON.keeping(["figure", "growth", "provenance", "source", "reference"])
    }

    private func settings(_ settings: Settings) -> JSON {
        ConfigureCity {
            ($0.nameZh, $0.nameEn) = (settings.name.zh, settings.name.en)
            ($0.timeZone, $0.currency) = (settings.timeZone, settings.currency)
            ($0.unitZh, $0.unitEn) = (settings.unit.zh, settings.unit.en)
            $0.unitExponent = settings.unit.exponent
            ($0.noticeZh, $0.noticeEn) = (settings.notice?.zh, settings.notice?.en)
            $0.guests = settings.guests
            $0.archive = settings.archive
        }.asJSON
    }

    private func frame(_ frame: Frame) -> JSON {
        DeclareFrame {
            ($0.id, $0.name, $0.nameEn, $0.lines) = (
                frame.id, frame.name, frame.nameEn, frame.lines
            )
        }.asJSON
    }
}

extension Fielded {
    fileprivate var asJSON: JSON {
        var out = JSONBuffer()
        write(to: &out)
        return (try? JSON.parse(out.bytes)) ?? .null
    }
}

extension JSON {
    fileprivate func keeping(_ names: Set<String>) -> JSON {
        .object((objectValue ?? []).filter { names.contains($0.key) })
    }
}
