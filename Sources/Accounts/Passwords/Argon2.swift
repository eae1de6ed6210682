internal import CArgon2

/// Argon2id (RFC 9106) in its PHC string form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
package enum Argon2 {
    /// What computing one hash takes.
    package struct Cost: Sendable, Hashable {
        /// In KiB.
        package var memory: UInt32
        package var passes: UInt32
        package var lanes: UInt32

        package init(memory: UInt32, passes: UInt32, lanes: UInt32) {
            self.memory = memory
            self.passes = passes
            self.lanes = lanes
        }

        /// The least that OWASP's password storage guide asks for; some 25 to 50 ms.
        package static let present = Cost(memory: 19_456, passes: 2, lanes: 1)
    }

    private static let hashLength = 32

    package static func hash(
        _ password: [UInt8], salt: [UInt8], cost: Cost
    ) throws(AccountRefusal) -> String {
        let room = argon2_encodedlen(
            cost.passes, cost.memory, cost.lanes, UInt32(salt.count), UInt32(hashLength),
            Argon2_id)
        var text = [CChar](repeating: 0, count: room)
        let code = password.withUnsafeBytes { password in
            salt.withUnsafeBytes { salt in
                argon2id_hash_encoded(
                    cost.passes, cost.memory, cost.lanes, password.baseAddress, password.count,
                    salt.baseAddress, salt.count, hashLength, &text, room)
            }
        }
        guard code == ARGON2_OK.rawValue else {
            let reason = argon2_error_message(code).map { String(cString: $0) } ?? "\(code)"
            throw AccountRefusal(
                .storeFailed, zh: "无法计算密码散列：\(reason)",
                en: "the password could not be hashed: \(reason)")
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether `hash` was made of this password; compared in constant time.
    package static func verify(_ password: [UInt8], _ hash: String) -> Bool {
        password.withUnsafeBytes { password in
            argon2id_verify(hash, password.baseAddress, password.count) == ARGON2_OK.rawValue
        }
    }

    /// What computing this hash took; nil where it is no Argon2id hash of version 19.
    package static func cost(of hash: String) -> Cost? {
        let parts = hash.split(separator: "$")
        guard parts.count == 5, parts[0] == "argon2id", parts[1] == "v=19" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=") }
        guard numbers.count == 3, zip(numbers, ["m", "t", "p"]).allSatisfy({ $0[0] == $1 }),
            numbers.allSatisfy({ $0.count == 2 }), let memory = UInt32(numbers[0][1]),
            let passes = UInt32(numbers[1][1]), let lanes = UInt32(numbers[2][1])
        else { return nil }
        return Cost(memory: memory, passes: passes, lanes: lanes)
    }
}
