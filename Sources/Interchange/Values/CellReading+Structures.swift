import CityHall
import Delivery
import JSON

/// Values of several parts: credits, and files as evidence.
extension CellReading {
    private static let ends: Set<Character> = ["；", ";", "\n"]

    /// `中山区`, `中山区60%、西岗区40%`, `中山区 0.6；西岗区 0.4`.
    func shares(_ text: String) -> Outcome {
        var values: [JSON] = []
        for part in text.split(whereSeparator: { Self.ends.contains($0) || "、，,".contains($0) }) {
            let words = Trimming.trimmed(NameForm.narrow(String(part)))
            guard !words.isEmpty else { continue }
            // A name may end in a figure, and then is no share.
            let isName = names.organizations(words, kind: nil).count == 1
            let number = isName ? "" : Self.figure(atEndOf: words)
            var name = Trimming.trimmed(String(words.dropLast(number.count)))
            while let last = name.last, ":：(（".contains(last) { name.removeLast() }
            let share = number.isEmpty ? "1" : fraction(number)
            guard let share else {
                return unknown(
                    .cellUnreadable, zh: "“\(words)”中的份额应如 60% 或 0.6",
                    en: "the share in \"\(words)\" should be such as 60% or 0.6")
            }
            switch organization(Trimming.trimmed(name), nil) {
            case .value(let id):
                values.append(
                    .object([JSON.Member("organization", id), JSON.Member("share", .string(share))])
                )
            case .problem(var problem):
                problem.words = Words(
                    zh: "“\(name)”\(problem.words.zh)", en: "\"\(name)\" \(problem.words.en)")
                return .problem(problem)
            case .impreciseDay, .omitted: continue
            }
        }
        return .value(.array(values))
    }

    private static func figure(atEndOf text: String) -> String {
        String(text.reversed().prefix { "0123456789.%".contains($0) }.reversed())
    }

    private func fraction(_ text: String) -> String? {
        var reading = NumberReading()
        reading.percent = .fraction
        return AmountText.decimal(text, reading)?.description
    }

    /// `合同：合同.pdf；现场照片：现场.jpg`: what each file proves, and its name beside the sheet
    /// or its hash. Pairs that are wholly blank are passed over.
    func evidence(_ text: String) -> Outcome {
        var values: [JSON] = []
        for part in text.split(whereSeparator: { Self.ends.contains($0) }) {
            let pair = part.split(
                maxSplits: 1, omittingEmptySubsequences: false,
                whereSeparator: { ":：".contains($0) }
            ).map { Trimming.trimmed(String($0)) }
            guard pair.contains(where: { !$0.isEmpty }) else { continue }
            guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else {
                return unknown(
                    .cellUnreadable, zh: "“\(part)”应写佐证类别和文件名，如 合同：合同.pdf",
                    en: "\"\(part)\" should name what the file is and the file, such as "
                        + "合同：合同.pdf")
            }
            guard let kind = evidenceKind(pair[0]) else { return kindUnknown(pair[0]) }
            switch files.find(pair[1]) {
            case .file(let file, _):
                values.append(cited(file, kind, name: pair[1]))
            case let trouble:
                return refused(trouble, pair[1])
            }
        }
        return values.isEmpty ? .omitted : .value(.array(values))
    }

    private func evidenceKind(_ text: String) -> EvidenceKind? {
        let folded = NameForm.folded(text)
        return EvidenceKind.allCases.first {
            [$0.rawValue, $0.words.zh, $0.words.en].contains {
                NameForm.folded($0).lowercased() == folded.lowercased()
            }
        }
    }

    private func kindUnknown(_ text: String) -> Outcome {
        let known = EvidenceKind.allCases
        return unknown(
            .codeUnknown,
            zh: "“\(text)”不是佐证类别，可选：\(known.map(\.words.zh).joined(separator: "、"))",
            en: "\"\(text)\" is no kind of evidence; there are "
                + known.map(\.words.en).joined(separator: ", "))
    }

    private func cited(_ file: EvidenceFile, _ kind: EvidenceKind, name: String) -> JSON {
        var evidence = Evidence()
        evidence.kind = kind
        evidence.sha256 = file.sha256
        evidence.size = file.size
        evidence.mediaType = file.mediaType
        if SHA256Text(name.lowercased()) == nil {
            evidence.name = .text(name.split(separator: "/").last.map(String.init) ?? name)
        }
        return Entity.object(evidence) ?? .null
    }

    private func refused(_ found: EvidenceFolder.Found, _ name: String) -> Outcome {
        switch found {
        case .outside:
            unknown(
                .fileRefused, zh: "“\(name)”不在表格所在的文件夹内；请把文件放到表格旁边，写文件名",
                en: "\"\(name)\" lies outside the sheet's folder; put the file beside the sheet "
                    + "and write its name")
        case .unfit:
            unknown(
                .fileRefused,
                zh: "“\(name)”是文件夹、空文件，或超过 \(EvidenceStore.largest >> 20) MB，不能作佐证",
                en: "\"\(name)\" is a folder, empty, or more than "
                    + "\(EvidenceStore.largest >> 20) MB, and no evidence")
        case .missing, .file:
            unknown(
                .fileMissing,
                zh: "没有文件“\(name)”；请把它放到表格旁边，或写已入库文件的 SHA-256",
                en: "there is no file \"\(name)\"; put it beside the sheet, or write the SHA-256 "
                    + "of one that is kept already")
        }
    }
}
