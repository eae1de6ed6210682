import Delivery
import Sheets

/// Rows that answer something which the city holds.
extension Comparison {
    mutating func take(
        _ conversion: RowConversion, _ answering: Answering, _ tally: inout EntityTally
    ) {
        var undecided: [Int] = []
        for draft in conversion.drafts {
            let answer = answering.answer(draft.object, holding, today)
            rejected += answer.problems.map { issue($0, draft, conversion) }
            warnings += answer.warnings.map { issue($0, draft, conversion) }
            if answer.isUndecided { undecided += draft.rows.map(\.number) }
            guard answer.problems.isEmpty, !answer.orders.isEmpty else {
                if answer.problems.isEmpty { tally.unchanged += 1 }
                continue
            }
            tally.changed += 1
            add(draft, conversion.mapping, isNew: false, answer.changes)
            for order in answer.orders { step(order, draft, conversion) }
        }
        if !undecided.isEmpty { notes.append(.undecided(undecided, tally.words)) }
    }

    private mutating func step(
        _ order: RowAnswer.Order, _ draft: RecordDraft, _ conversion: RowConversion
    ) {
        let row = draft.rows[0]
        var cells: [String: ImportStep.Cell] = [:]
        for field in conversion.mapping.fields {
            cells[field.name] = cell(field, row, conversion)
        }
        for (name, origin) in order.fields { cells[name] = cells[origin] }
        steps.append(
            ImportStep(
                command: order.command, entity: conversion.mapping.entity.name, row: row.number,
                line: row.line, key: draft.key, cells: cells))
    }

    private func cell(
        _ field: FieldMapping, _ row: Row, _ conversion: RowConversion
    ) -> ImportStep.Cell? {
        guard let column = field.origin.columns.first else { return nil }
        return ImportStep.Cell(column: column.words, value: conversion.text(of: field, row))
    }

    private func issue(
        _ problem: RowAnswer.Problem, _ draft: RecordDraft, _ conversion: RowConversion
    ) -> ImportIssue {
        let row = draft.rows[0]
        let field = conversion.mapping.fields.first { $0.name == problem.field }
        let cell = field.flatMap { self.cell($0, row, conversion) }
        var issue = ImportIssue(
            problem.code, row: row.number, line: row.line, column: cell?.column,
            value: cell?.value, zh: problem.words.zh, en: problem.words.en)
        issue.refusal = problem.refusal
        return issue
    }
}
