import Delivery
import Interchange
import Sheets

extension CommitmentSheet.Model {
    /// What the rows would do, by the way that a sheet of them would take.
    func plan(as actor: Actor) throws -> ImportPlan {
        let template = Template.commitmentUpdates
        var mapping = try template.mapping()
        // The text is our own: nothing typed into it may be taken for what parts its cells.
        (mapping.sheet.delimiter, mapping.sheet.encoding) = (.comma, .utf8)
        let importer = Importer(
            mapping: mapping, mappingFile: template.mappingName,
            source: .bytes(template.text(rows.map(\.filled))), sourceFile: template.kind)
        return try importer.plan(desk.holding, as: actor, on: desk.today)
    }

    /// - Returns: the plan that may be carried out; nil where there is something else to say first.
    mutating func consider(
        _ plan: ImportPlan, agreed: String?
    ) -> ImportPlan? {
        guard plan.preview.isAcceptable else {
            note(plan.preview.rejected)
            return nil
        }
        guard !plan.steps.isEmpty else {
            outcome = .nothingToDo
            return nil
        }
        let fingerprint = plan.fingerprint
        guard agreed == fingerprint else {
            outcome = .preview(plan.preview, fingerprint: fingerprint)
            return nil
        }
        return plan
    }
}
