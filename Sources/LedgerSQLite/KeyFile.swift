internal import Glibc
public import Ledger

/// A signing key in a file of its own, readable by its owner only, with the public half in a
/// second file beside it: `ledger.key` and `ledger.vkey`.
public enum KeyFile {
    public static let secretName = "ledger.key"
    public static let publicName = "ledger.vkey"

    /// Makes a new key for the log `name`; the directory must exist and have none yet.
    public static func create(
        directory: String, name: String
    ) throws(LedgerError) -> SigningKey {
        let key = try SigningKey.random(name: name)
        try write(key.text + "\n", to: directory + "/" + secretName, mode: 0o600)
        try write(key.verifier.text + "\n", to: directory + "/" + publicName, mode: 0o644)
        return key
    }

    /// `store_missing` where there is no key, `key_exposed` where others may read it.
    public static func load(directory: String) throws(LedgerError) -> SigningKey {
        let path = directory + "/" + secretName
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path) }
        defer { Glibc.close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("stat", path) }
        guard status.st_mode & 0o077 == 0 else {
            throw LedgerError(
                .keyExposed, zh: "\(path) 可被他人读取，权限应为 600",
                en: "\(path) can be read by others: its mode should be 600")
        }
        let text = try firstLine(of: descriptor, path)
        do throws(LedgerError) { return try SigningKey(text) } catch { throw error.named(path) }
    }

    /// The public key, which `verify` needs.
    public static func loadVerifier(directory: String) throws(LedgerError) -> VerifierKey {
        let path = directory + "/" + publicName
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path) }
        defer { Glibc.close(descriptor) }
        let text = try firstLine(of: descriptor, path)
        do throws(LedgerError) { return try VerifierKey(text) } catch { throw error.named(path) }
    }

    private static func firstLine(
        of descriptor: CInt, _ path: String
    ) throws(LedgerError) -> String {
        var room = [UInt8](repeating: 0, count: 4_096)
        let count = read(descriptor, &room, room.count)
        guard count >= 0 else { throw .system("read", path) }
        return String(decoding: room.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// Written under another name and renamed, so that a half-written key is never found.
    private static func write(
        _ text: String, to path: String, mode: mode_t
    ) throws(LedgerError) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .system("open", draft) }
        let bytes = Array(text.utf8)
        let written = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        let synced = written && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
        Glibc.close(descriptor)
        // A link, unlike a rename, refuses to take the place of a key that is there.
        guard synced, link(draft, path) == 0 else {
            let failure = LedgerError.system("write", path)
            unlink(draft)
            throw failure
        }
        unlink(draft)
    }
}

extension LedgerError {
    /// The same, with the file that it is of.
    fileprivate func named(_ path: String) -> LedgerError {
        LedgerError(code, seq: seq, zh: "\(path)：\(zh)", en: "\(path): \(en)")
    }
}
