public import JSON
public import Rulebook

extension Standings {
    /// The hashes of the files that were scored, in hexadecimal.
    public struct Hashes: Sendable {
        public var rulebook: String?
        public var facts: String?

        public init(rulebook: String? = nil, facts: String? = nil) {
            (self.rulebook, self.facts) = (rulebook, facts)
        }
    }

    /// The output of a race; what was traced is included.
    public func json(_ hashes: Hashes = Hashes()) -> JSON {
        var members: [JSON.Member] = [
            .init("rulebook", .string(rulebook)), .init("version", .string(version)),
            .init("period", .string(period.description)),
        ]
        if let hash = hashes.rulebook { members.append(.init("rulebook_sha256", .string(hash))) }
        if let hash = hashes.facts { members.append(.init("facts_sha256", .string(hash))) }
        members.append(.init("standings", .array(lines.map(json))))
        return .object(members)
    }

    private func json(_ line: Line) -> JSON {
        var members: [JSON.Member] = [
            .init("group", .string(line.group)),
            .init("rank", line.rank.map { .number(String($0)) } ?? .null),
            .init("unit", .string(line.unit)),
            .init("total", totalText(of: line).map(JSON.string) ?? .null),
            .init("base", .string(line.base.text())),
            .init("bonus", .string(line.bonus.text())),
            .init("penalty", .string(line.penalty.text())),
            .init("veto", .bool(line.veto)),
            .init("scores", .object(scores(of: line))),
        ]
        if let reckoning = line.reckoning { members.append(.init("trace", reckoning.json())) }
        return .object(members)
    }

    private func scores(of line: Line) -> [JSON.Member] {
        line.scores.enumerated().map { index, score in
            var members: [JSON.Member] = [.init("status", .string("not_applicable"))]
            if let earned = score.earned {
                members = [
                    .init("score", .string(earned.score.text())),
                    .init("points", .string(earned.points.text())),
                ]
            }
            if let reckoning = line.reckoning {
                members.append(.init("trace", reckoning.indicators[index].json()))
            }
            return JSON.Member(score.indicator, .object(members))
        }
    }
}
