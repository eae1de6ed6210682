/// Merged areas, none of them over another, by which cells get the value that stands over them.
package struct MergedAreas: Sendable {
    /// By their first row.
    private let areas: [MergedArea]

    package var isEmpty: Bool { areas.isEmpty }

    /// - Throws: where two areas share a cell; no spreadsheet program writes such a file.
    package init(_ areas: [MergedArea]) throws(SheetError) {
        self.areas = areas.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < (
                $1.rows.lowerBound, $1.columns.lowerBound
            )
        }
        var open: [MergedArea] = []
        var row = 0
        for area in self.areas {
            if area.rows.lowerBound > row {
                row = area.rows.lowerBound
                open.removeAll { $0.rows.upperBound < row }
            }
            var place = open.count
            while place > 0, open[place - 1].columns.lowerBound > area.columns.lowerBound {
                place -= 1
            }
            let before = place > 0 ? open[place - 1].columns.upperBound : 0
            let after = place < open.count ? open[place].columns.lowerBound : .max
            guard before < area.columns.lowerBound, area.columns.upperBound < after else {
                throw SheetError(
                    .cellDamaged, at: SheetPlace(row: row, line: row), zh: "合并区域互相重叠",
                    en: "merged areas lie over each other")
            }
            open.insert(area, at: place)
        }
    }

    /// The area that a cell is in, its first cell included.
    package func area(row: Int, column: Int) -> MergedArea? {
        areas.first { $0.rows.contains(row) && $0.columns.contains(column) }
    }

    /// How many areas lie within these rows, at least in part.
    package func count(from row: Int) -> Int { areas.count { $0.rows.upperBound >= row } }

    /// Writes the value of each area into every cell of it, in rows that hold something.
    ///
    /// - Parameters:
    ///   - rows: in the order of their numbers.
    ///   - width: columns beyond are left alone.
    package func fill(_ rows: inout [Row], width: Int) {
        var waiting = areas[...]
        var open: [(area: MergedArea, value: Cell)] = []
        for index in rows.indices {
            let number = rows[index].number
            open.removeAll { $0.area.rows.upperBound < number }
            while let area = waiting.first, area.rows.lowerBound <= number {
                waiting = waiting.dropFirst()
                let column = area.columns.lowerBound - 1
                guard area.rows.lowerBound == number, column < width,
                    column < rows[index].cells.count
                else { continue }
                open.append((area, rows[index].cells[column]))
            }
            for (area, value) in open { rows[index].fill(area.columns, with: value, width: width) }
        }
    }
}

extension Row {
    fileprivate mutating func fill(_ columns: ClosedRange<Int>, with value: Cell, width: Int) {
        let last = min(columns.upperBound, width)
        guard columns.lowerBound <= last else { return }
        while cells.count < last { cells.append(.blank) }
        for column in columns.lowerBound...last where cells[column - 1].isBlank {
            cells[column - 1] = value
        }
    }
}
