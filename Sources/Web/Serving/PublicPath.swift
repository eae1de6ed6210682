/// The addresses of what was made public: read by everybody, the same for everybody.
enum PublicPath {
    static func holds(_ path: String) -> Bool {
        ["/public", "/api/v1/public"].contains { path == $0 || path.hasPrefix($0 + "/") }
    }
}
