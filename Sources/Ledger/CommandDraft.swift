/// What one command wants recorded: everything of its records but their place in the ledger.
public struct CommandDraft: Sendable {
    /// One record to be: an event's type, version, organization and content.
    public struct Event: Sendable {
        public var type: String
        public var v: Int
        public var org: String
        /// A canonical JSON object.
        public var data: [UInt8]

        public init(type: String, v: Int = 1, org: String, data: [UInt8]) {
            self.type = type
            self.v = v
            self.org = org
            self.data = data
        }
    }

    /// The idempotency key.
    public var cmd: String
    public var actor: String
    /// RFC 3339 in UTC with milliseconds.
    public var at: String
    /// The command as canonical JSON; only its hash is recorded.
    public var body: [UInt8]
    public var nonce: Nonce
    public var events: [Event]

    public init(
        cmd: String, actor: String, at: String, body: [UInt8], nonce: Nonce = .random(),
        events: [Event]
    ) {
        self.cmd = cmd
        self.actor = actor
        self.at = at
        self.body = body
        self.nonce = nonce
        self.events = events
    }
}

/// Where a command's records stand, and what shows that the same command comes again.
public struct Receipt: Sendable, Equatable {
    public var cmd: String
    /// The seq of the command's first record.
    public var first: Int
    /// The seq of its last.
    public var last: Int
    public var nonce: Nonce
    public var req: Hash256

    public init(cmd: String, first: Int, last: Int, nonce: Nonce, req: Hash256) {
        self.cmd = cmd
        self.first = first
        self.last = last
        self.nonce = nonce
        self.req = req
    }

    /// Whether this is the receipt of a command with that canonical JSON. The same key with
    /// another body is another command and must be refused.
    public func answers(_ body: [UInt8]) -> Bool { nonce.req(of: body) == req }

    /// By the key's bytes, since `cmd` may be anything a client sent.
    public static func == (left: Receipt, right: Receipt) -> Bool {
        left.cmd.utf8.elementsEqual(right.cmd.utf8) && left.first == right.first
            && left.last == right.last && left.nonce == right.nonce && left.req == right.req
    }
}

/// A command's records as they will be kept, ready to be appended.
public struct SealedCommand: Sendable {
    public struct Line: Sendable {
        public let bytes: [UInt8]
        public let leaf: Hash256
    }

    public let receipt: Receipt
    public let records: [Line]
}
