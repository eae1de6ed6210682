import Accounts
import Delivery
import HashTreeCollections

/// Everybody whom the directory or the ledger knows, with the post each holds.
struct PeopleList {
    struct Row: Sendable {
        var id: PersonID
        var person: Person?
        var appointment: Appointment?
        var hasPassword: Bool
    }

    struct Model: Sendable {
        var rows: [Row]
        var erasures: [Erasure]

        init(
            persons: [PersonID: Person], city: City, holders: Set<PersonID>, erasures: [Erasure]
        ) {
            let ids = Set(persons.keys).union(city.people.keys)
            let erased = Set(erasures.map(\.person))
            rows = ids.subtracting(erased).sorted().map { id in
                Row(
                    id: id, person: persons[id], appointment: city.people[id],
                    hasPassword: holders.contains(id))
            }
            self.erasures = erasures
        }
    }

    /// What was typed for a new person.
    struct Typed: Sendable {
        var id = ""
        var name = ""
        var email = ""
        var phone = ""

        var person: Person {
            Person(
                id: PersonID(unchecked: id), name: name, email: email.isEmpty ? nil : email,
                phone: phone.isEmpty ? nil : phone)
        }
    }

    var model: Model
    var sight: Sight
    var typed = Typed()
    var problem: FormProblem?
    var token: String
    var visit: Visit

    private var t: Localizer { visit.t }

    var page: Page {
        Page(
            title: t(.people), section: nil,
            body: """
                <div class="mast"><div><h1>\(t(.people))</h1></div></div>
                \(Parts.section(t(.people), "\(t.count(model.rows.count))", list))
                \(Parts.section(t(.addPerson), nil, form))
                \(erased)
                """)
    }

    private var list: HTML {
        let rows = model.rows.map { row -> HTML in
            let name =
                row.person.map { t.data($0.name) }
                ?? "<span class=\"mute\">\(t(.notInDirectory))</span>"
            let post =
                row.appointment.map { sight.link($0.organization, visit) }
                ?? "<span class=\"mute\">\(t(.noPost))</span>"
            let roles = Self.roles(row.appointment, t)
            return """
                <tr><th scope="row"><a href="\(visit.link("/people/\(row.id.text)"))">\
                \(row.id.text)</a></th><td>\(name)</td><td>\(post)</td><td>\(roles)</td>\
                <td>\(t(row.hasPassword ? .hasPassword : .hasNoPassword))</td></tr>
                """
        }
        return AccountPage.table(
            [.personID, .personName, .organization, .roles, .signsIn], rows, t)
    }

    static func roles(_ appointment: Appointment?, _ t: Localizer) -> String {
        (appointment?.roles ?? []).map { t($0.words) }.sorted().joined(separator: t(.listComma))
    }

    private var form: HTML {
        let lines = [
            EntryLine(
                name: "person", label: .personID, value: typed.id, hint: .personIDHint),
            EntryLine(name: "name", label: .personName, value: typed.name),
            EntryLine(
                name: "email", label: .email, kind: "email", value: typed.email,
                isRequired: false),
            EntryLine(
                name: "phone", label: .phone, kind: "tel", value: typed.phone, isRequired: false),
        ]
        return EntryForm.html(
            to: "/people", token: token, visit, button: .addPersonButton,
            """
            \(EntryForm.alert(problem, lines.map(\.name), t))\(lines.map { $0.html(t, problem) })
            """)
    }

    private var erased: HTML {
        guard !model.erasures.isEmpty else { return "" }
        let rows = model.erasures.map { erasure -> HTML in
            """
            <tr><th scope="row">\(erasure.person.text)</th>\
            <td>\(sight.moment(erasure.at.description))</td><td>\(erasure.by.text)</td></tr>
            """
        }
        return Parts.section(
            t(.erasedPeople), "\(t.count(rows.count))",
            AccountPage.table([.personID, .erasedAt, .erasedBy], rows, t))
    }
}
