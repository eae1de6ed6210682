/// The page of this site to which a sign-in leads.
enum NextPage {
    /// The address as it was asked for, where it is a path of this site and can be nothing else;
    /// the first page otherwise.
    static func safe(_ asked: String?) -> Link {
        guard let asked, asked.utf8.count <= 2000, asked.hasPrefix("/"),
            !asked.hasPrefix("//"), !asked.hasPrefix("/sign-"),
            asked.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        let withoutFragment = asked.prefix { $0 != "#" }
        let parts = withoutFragment.split(
            separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, Percent.decode(path) != nil else { return "/" }
        let query = parts.count > 1 ? Query(parsing: String(parts[1])) : Query()
        return Link(encodedPath: String(path), query: query)
    }
}
