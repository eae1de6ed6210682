import Foundation
import JSON
import SaimaProgram
import Testing

struct ServeTests {
    @Test("a server ends in order on a signal, with its socket taken away", arguments: [15, 2])
    func signals(signal: Int32) throws {
        let book = try Book()
        let server = try Server(book.data)
        #expect(!server.port.isEmpty && server.port != "0")
        let socket = book.data + "/saima.sock"
        let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(server.end(signal) == 0)
        #expect(!FileManager.default.fileExists(atPath: socket))
        #expect(try book.verified)
    }

    @Test("beside a server commands go through its socket, and reading commands read")
    func beside() throws {
        let book = try Book()
        let server = try Server(book.data)
        let lines = (0..<500).map { Line.target("m\($0)", key: "k\($0)") }
        let run = try book.run(lines + ["{", Line.target("m0")])
        #expect(run.status == 1)
        let answers = try book.answers(run)
        // The third record is the server's: it appointed a first security administrator.
        #expect(answers.prefix(500).map { $0["first"] } == (3..<503).map { JSON.integer($0) })
        #expect(answers[500]["refused"]?["code"] == .string("field_malformed"))
        #expect(answers[501]["refused"]?["code"] == .string("nothing_changes"))
        let batch = (0..<3_000).map { Line.target("b\($0)") }
        let together = try book.run(batch, ["--atomic"])
        #expect(together.status == 0 && together.lines.count == 3_000)
        let held = try book.run([Line.target("c"), Line.target("b1")], ["--atomic"])
        #expect(
            try book.answers(held).map { $0["refused"]?["code"]?.stringValue }
                == ["held_back", "nothing_changes"])
        #expect(try book.verified)
        #expect(server.end(15) == 0)
        let after = try book.answers(try book.run([lines[7]]))
        #expect(after[0]["repeat"] == .bool(true) && after[0]["first"] == .integer(10))
    }

    @Test("a second server is refused with the first one's process id, a taken port in words")
    func second() throws {
        let book = try Book()
        let server = try Server(book.data)
        let same = try SaimaProgram.run(["serve", "--data", book.data, "--port", "0"])
        #expect(same.status == 1 && same.errors.contains("store_locked"))
        #expect(same.errors.contains("\(server.process.processIdentifier)"))
        let other = try Book()
        let taken = try SaimaProgram.run(["serve", "--data", other.data, "--port", server.port])
        #expect(taken.status == 1 && taken.errors.contains("port_taken"), "\(taken.errors)")
        #expect(taken.isOrderly)
        #expect(try other.verified)
        #expect(server.end(15) == 0)
    }

    @Test("nothing that is sent to the socket hurts the server")
    func hostile() throws {
        let book = try Book()
        let server = try Server(book.data)
        let garbage: [[UInt8]] = [
            Array("\n\n{}\n[]\nnull\n".utf8), [0, 0xFF, 0x0A], Array(repeating: 0x7B, count: 9_000),
            Array(repeating: 0x41, count: 2_500_000) + [0x0A],
            Array(#"{"as":"console","together":9223372036854775807}"#.utf8) + [0x0A],
            Array(#"{"as":"console","together":2}"#.utf8) + Array("\n{\n{}\n".utf8),
            Array(#"{"as":"","key":"k","command":{"cmd":"x"}}"#.utf8) + [0x0A],
            Array(#"{"as":"console","key":"k\n","command":{"cmd":"x"}}"#.utf8) + [0x0A],
            Array(#"{"as":"console","key":"k","command":{"a":1.5}}"#.utf8) + [0x0A],
        ]
        for bytes in garbage {
            #expect(try ServeTests.send(bytes, to: book.data + "/saima.sock"))
        }
        #expect(try book.run([Line.target("x")]).status == 0)
        #expect(server.end(15) == 0)
        #expect(try book.verified)
    }

    /// Sends and breaks off without reading an answer.
    private static func send(_ bytes: [UInt8], to path: String) throws -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < 108 else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { return false }
        _ = bytes.withUnsafeBytes {
            Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        return true
    }
}
