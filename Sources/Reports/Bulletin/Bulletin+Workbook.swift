import Delivery
import Rulebook

extension Bulletin {
    /// The bulletin's numbers as an XLSX workbook: a sheet for each group, and one that says what
    /// they stand on. Scores and points are the exact ones of the race's JSON.
    package func xlsx(in language: ReportLanguage = .zh) throws(WorkbookError) -> [UInt8] {
        var book = Workbook(
            title: language.of(title), author: language.of(head.issuer),
            created: Int(head.date.number) * 86_400)
        let sheets = BulletinSheets(bulletin: self, language: language)
        book.sheets = groups.map(sheets.sheet) + [sheets.basis]
        return try book.packed()
    }
}

/// Lays a bulletin out in sheets.
private struct BulletinSheets {
    let bulletin: Bulletin
    let language: ReportLanguage

    private func say(_ zh: String, _ en: String) -> String { language.of(zh: zh, en: en) }

    func sheet(_ group: Bulletin.Group) -> Workbook.Sheet {
        var heads = [
            say("名次", "Rank"), say("地区", "District"), say("编号", "Id"), say("总分", "Total"),
            say("较上期（位）", "Change of rank"), say("基础分", "Base"), say("加分", "Bonus"),
            say("扣分", "Penalty"), say("一票否决", "Vetoed"),
        ]
        var widths: [Double] = [6, 18, 16, 10, 12, 18, 8, 8, 10]
        for indicator in bulletin.indicators {
            let title = language.of(indicator.title)
            heads += [
                title + say("·位次", ": rank"), title + say("·得分", ": score"),
                title + say("·计分", ": points"),
            ]
            widths += [10, 16, 18]
        }
        heads.append(say("主要原因", "Main reason"))
        widths.append(44)
        let rows = group.rows.map { row in
            var cells: [Workbook.Cell] = [
                row.rank.map { .integer($0) } ?? .blank, .text(language.of(row.name)),
                .text(row.unit), row.total.map { .decimal($0) } ?? .blank,
                movement(row.movement), .decimal(row.base), .decimal(row.bonus),
                .decimal(row.penalty), .text(row.vetoed ? say("是", "yes") : say("否", "no")),
            ]
            for mark in row.marks {
                cells += [
                    mark.rank.map { .integer($0) } ?? .blank,
                    mark.score.map { .decimal($0) } ?? .blank,
                    mark.points.map { .decimal($0) } ?? .blank,
                ]
            }
            return cells + [.text(row.reason.text(in: language, name: name))]
        }
        return Workbook.Sheet(
            name: group.name, widths: widths, rows: [heads.map { .head($0) }] + rows)
    }

    private func name(_ id: String) -> String {
        let found = bulletin.indicators.first { $0.id.utf8.elementsEqual(id.utf8) }
        return found.map { language.of($0.title) } ?? id
    }

    /// Places gained; lost ones are negative, and nothing stands where nothing can be compared.
    private func movement(_ movement: Bulletin.Movement) -> Workbook.Cell {
        switch movement {
        case .up(let places): .integer(places)
        case .down(let places): .integer(-places)
        case .same: .integer(0)
        case .unknown: .blank
        }
    }

    var basis: Workbook.Sheet {
        var rows = facts.map { label, cell -> [Workbook.Cell] in [.head(label), cell] }
        rows.append([])
        rows.append([.head(say("指标", "Indicator")), .head(say("编号", "Id"))])
        rows += bulletin.indicators.map { [.text(language.of($0.title)), .text($0.id)] }
        rows.append([])
        rows.append(
            [.head(say("未计入的申报", "Claims not counted")), .head(say("编号", "Id"))]
                + reasons.map { .head($0.0) })
        rows += bulletin.uncounted.units.map { unit in
            [.text(language.of(unit.name)), .text(unit.id)]
                + reasons.map { .integer($0.1(unit.counts)) }
        }
        rows.append(
            [.text(say("合计（不重复）", "All, each once")), .blank]
                + reasons.map { .integer($0.1(bulletin.uncounted.total)) })
        return Workbook.Sheet(
            name: say("依据", "Basis"), widths: [30, 70] + reasons.map { _ in 12 }, rows: rows,
            headRows: 0)
    }

    private var reasons: [(String, (UncountedTally.Counts) -> Int)] {
        [
            (say("不予认定", "Refused"), \.refused), (say("撤销认定", "Revoked"), \.revoked),
            (say("其中已重新认定", "Of these recognised anew"), \.madeGood),
            (say("尚未认定", "Pending"), \.pending),
        ]
    }

    private var facts: [(String, Workbook.Cell)] {
        let basis = bulletin.basis
        return [
            (say("标题", "Title"), .text(language.of(bulletin.title))),
            (say("须知", "Notice"), .text(bulletin.notice.map(language.of) ?? "")),
            (say("发文机关", "Issued by"), .text(language.of(bulletin.head.issuer))),
            (say("发文字号", "Number"), .text(bulletin.head.number ?? "")),
            (say("成文日期", "Date"), .text(bulletin.head.date.description)),
            (say("期间", "Period"), .text(bulletin.period.description)),
            (say("起算日", "Counted from"), .text(bulletin.start.description)),
            (say("规则", "Rulebook"), .text(basis.rulebook)),
            (say("规则名称", "Title of the rulebook"), .text(language.of(bulletin.rulebookTitle))),
            (say("规则版本", "Version"), .text(basis.version)),
            (say("规则 SHA-256", "Rulebook SHA-256"), .text(basis.rulebookHash)),
            (say("数据 SHA-256", "Facts SHA-256"), .text(basis.factsHash)),
            (say("截至记录", "Last record"), .integer(basis.records - 1)),
            (say("计入记录数", "Records that count"), .integer(basis.counted)),
            (say("登记截止日", "Cut-off"), .text(basis.cutoff?.description ?? "")),
            (
                say("暂定", "Provisional"),
                .text(basis.isProvisional ? say("是", "yes") : say("否", "no"))
            ),
        ]
    }
}
