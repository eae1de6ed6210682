/// The year that a title names: `大连市2024年重点项目`.
enum TitleYear {
    /// Nil where the texts name none, or several.
    static func only(in texts: [String]) -> Int? {
        let named = Set(texts.flatMap { years(in: NameForm.folded($0)) })
        return named.count == 1 ? named.first : nil
    }

    private static func years(in text: String) -> [Int] {
        let runs = text.split { !("0"..."9").contains($0) }
        return runs.compactMap { run in
            run.count == 4 ? Int(run).flatMap { (1900...2200).contains($0) ? $0 : nil } : nil
        }
    }
}
