package import Delivery

/// Who sent a request, as a sign-in or a token vouches for them.
package struct WebSession: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A browser that signed in. It sends its cookie whoever wrote the page, so what changes
        /// anything must bring `csrf` along.
        case cookie
        /// A program with a token.
        case bearer(TokenScope)
    }

    package var person: PersonID
    /// What a form of ours brings back, and no other site knows.
    package var csrf: String
    package var kind: Kind

    package init(person: PersonID, csrf: String, kind: Kind) {
        self.person = person
        self.csrf = csrf
        self.kind = kind
    }

    /// Whether the session is good for a command, whatever the person may.
    package func permits(_ command: String) -> Bool {
        switch kind {
        case .cookie: true
        case .bearer(let scope): scope.permits(command)
        }
    }
}

/// What a token is good for beside reading.
package struct TokenScope: Sendable, Hashable {
    /// Names of commands, `commitment.progress`, or of nouns, `commitment`, for all of theirs;
    /// `*` for every command.
    package var commands: Set<String>

    package init(commands: Set<String>) { self.commands = commands }

    package static let reading = TokenScope(commands: [])
    package static let everything = TokenScope(commands: ["*"])

    package func permits(_ command: String) -> Bool {
        if commands.contains("*") || commands.contains(command) { return true }
        return command.split(separator: ".").first.map { commands.contains(String($0)) } ?? false
    }
}
