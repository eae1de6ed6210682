import Testing
import Web

@Suite("What addresses tell of a caller")
struct CallerTests {
    @Test(
        "an IPv4 address counts whole, an IPv6 address by its network",
        arguments: [
            ("198.51.100.7", "198.51.100.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
            ("2001:db8::1", "2001:db8:0:0"), ("2001:db8::2", "2001:db8:0:0"),
            ("2001:db8::a:b:c:d", "2001:db8:0:0"), ("::1", "0:0:0:0"), ("fe80::", "fe80:0:0:0"),
            ("::ffff:198.51.100.7", "::ffff:198.51.100.7"), ("", ""), (":::", "0:0:0:0"),
        ])
    func network(address: String, expected: String) {
        #expect(Caller.network(of: address) == expected)
    }

    @Test("what is longer than any address is cut")
    func bounded() {
        #expect(Caller.network(of: String(repeating: "9", count: 1000)).utf8.count == 64)
        #expect(Caller.network(of: String(repeating: "9:", count: 1000)).utf8.count <= 64)
    }

    @Test(
        "only this machine's own names are asked on this machine",
        arguments: [
            ("localhost:8080", true), ("127.0.0.1", true), ("127.0.0.1:80", true),
            ("[::1]:8080", true), ("[::1]", true), ("city.example", false),
            ("localhost.city.example", false), ("[2001:db8::1]:80", false), ("", false),
        ])
    func loopback(authority: String, isLoopback: Bool) {
        #expect(Caller.isLoopback(authority: authority) == isLoopback)
    }

    @Test("whoever says no name is not on this machine")
    func nameless() {
        #expect(!Caller.isLoopback(authority: nil))
    }
}
