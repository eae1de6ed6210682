/// Declares a frame with its lines, or declares it anew. Lines may be renamed, moved and added;
/// what was declared once stays, since things are aligned to it.
package struct DeclareFrame: ProposingCommand {
    package static let name: StaticString = "frame.declare"
    package static let title = Words(zh: "设定框架及其主线", en: "Declare a frame and its lines")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [.lineTaken, .lineDropped, .nothingChanges]
    package static let example = DeclareFrame {
        $0.id = CodeName(unchecked: "six-constructions")
        $0.name = "六个建设"
        $0.nameEn = "Six constructions"
        $0.lines = [
            Line(CodeName(unchecked: "P1"), "现代化产业体系", "Modern industrial system"),
            Line(CodeName(unchecked: "P2"), "区域科技创新中心", "Science and innovation centre"),
        ]
    }

    package var proposed = FrameDeclared()

    package init() {}

    package var subject: Subject? { .frame(proposed.id) }

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try requireText(proposed.name, field: "name")
        guard !proposed.lines.isEmpty else {
            throw Refusal(
                .fieldMissing, field: "lines", zh: "至少列出一条主线", en: "name at least one line")
        }
        var seen: Set<CodeName> = []
        for (index, line) in proposed.lines.enumerated() {
            try requireText(line.name, field: "lines[\(index)].name")
            let other = city.frame(of: line.id)
            guard seen.insert(line.id).inserted, other == nil || other?.id == proposed.id else {
                let place = other?.id ?? proposed.id
                throw Refusal(
                    .lineTaken, field: "lines[\(index)].id",
                    zh: "主线编号“\(line.id)”已用于框架“\(place)”，请换一个编号",
                    en: "the line \"\(line.id)\" stands in the frame \"\(place)\" already; "
                        + "give this one another id")
            }
        }
        guard let standing = city.frame(proposed.id) else { return }
        if let dropped = standing.lines.first(where: { !seen.contains($0.id) }) {
            throw Refusal(
                .lineDropped, field: "lines",
                zh: "主线“\(dropped.id)”（\(dropped.name)）已设定，不能删去，可以更名",
                en: "the line \"\(dropped.id)\" was declared and cannot be left out; "
                    + "it may be renamed")
        }
        guard standing != proposed.frame(seq: standing.seq) else {
            throw Refusal(
                .nothingChanges, zh: "该框架已如此设定", en: "the frame is declared like this already")
        }
    }
}
