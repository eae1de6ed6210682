package import Delivery

/// What a program may do in a person's name.
package enum AccessScope: Sendable, Hashable {
    case read
    /// Reads, and gives the commands of these names.
    case commands(Set<String>)
    /// Reads, and gives every command that the person may.
    case allCommands

    package var reachesCommands: Bool { self != .read }

    package func includes(command name: String) -> Bool {
        switch self {
        case .read: false
        case .commands(let names): names.contains(name)
        case .allCommands: true
        }
    }

    /// As it is kept and typed: `read`, `*`, or names with blanks between.
    package var text: String {
        switch self {
        case .read: "read"
        case .allCommands: "*"
        case .commands(let names): names.sorted().joined(separator: " ")
        }
    }

    /// Nil for what names no command that is known.
    package init?(_ text: String, known: (String) -> Bool = { _ in true }) {
        switch text {
        case "read": self = .read
        case "*": self = .allCommands
        default:
            let names = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
            guard !names.isEmpty, names.allSatisfy(known) else { return nil }
            self = .commands(Set(names))
        }
    }
}

/// A token by which a program acts for a person; what it is known by is shown once and kept
/// hashed.
package struct AccessToken: Sendable, Hashable {
    /// Before the secret, so that people and scanners know what they have found.
    package static let prefix = "saima_"
    package static let longestDays = 366
    package static let mostPerPerson = 50

    package var number: Int64
    package var person: PersonID
    /// What it is for, in the words of who made it.
    package var title: String
    package var scope: AccessScope
    package var made: Timestamp
    package var expires: Timestamp
    /// To the minute.
    package var used: Timestamp?
}
