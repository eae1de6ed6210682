/// What a text from outside may ask of the reader.
public struct JSONLimits: Sendable, Equatable {
    /// The longest text, in bytes.
    public var bytes: Int
    /// How deep arrays and objects may stand inside each other; never more than 512, since
    /// the reader calls itself once for each level.
    public var depth: Int

    public init(bytes: Int = 64 * 1_024 * 1_024, depth: Int = 64) {
        self.bytes = bytes
        self.depth = min(depth, 512)
    }
}
