import Glibc
import Ledger
import LedgerSQLite

/// A process of its own for tests that need one to be killed, watched or to have its disk fail:
/// `ledger-probe DIR COUNT` appends COUNT commands of two records each, one after the other,
/// and writes `ack CMD` once each is durable. What fails is written as `failed CODE`.
@main
struct LedgerProbe {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]) else { exit(64) }
        do throws(LedgerError) {
            let store = try SQLiteLedgerStore(directory: arguments[1])
            say("open \(getpid())")
            var head = try store.head()
            for _ in 0..<count {
                let cmd = "probe-\(head.size)"
                let event = CommandDraft.Event(
                    type: "probe.made", org: "210200", data: Array("{\"text\":\"指标\"}".utf8))
                let draft = CommandDraft(
                    cmd: cmd, actor: "u1", at: "2026-01-01T00:00:00.000Z",
                    body: Array("{\"cmd\":\"probe\"}".utf8), events: [event, event])
                var next = head
                let sealed = try next.seal(draft, log: "ledger.city.example/main")
                head = try store.append([sealed], expecting: head)
                say("ack \(cmd)")
            }
            store.close()
        } catch {
            say("failed \(error.code.rawValue)")
            exit(1)
        }
    }

    /// In one write, so that nobody reads half a line.
    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
