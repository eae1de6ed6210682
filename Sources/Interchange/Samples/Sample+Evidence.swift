package import JSON

extension Sample {
    /// The files that its commands cite as evidence, as their bytes: in a line they stand as
    /// `content` beside the hash.
    package func evidence() throws(JSONError) -> [[UInt8]] {
        var files: [[UInt8]] = []
        for line in lines.split(separator: UInt8(ascii: "\n")) where !line.isEmpty {
            for file in try JSON.parse(Array(line))["evidence"]?.arrayValue ?? [] {
                guard let content = file["content"]?.stringValue else { continue }
                files.append(Array(content.utf8))
            }
        }
        return files
    }

    /// A command cites a file by its hash, and does not hold it.
    static func withoutContents(_ member: JSON.Member) -> JSON.Member {
        guard member.key == "evidence", let files = member.value.arrayValue else { return member }
        let cited = files.map { file in
            JSON.object((file.objectValue ?? []).filter { $0.key != "content" })
        }
        return JSON.Member("evidence", .array(cited))
    }
}
