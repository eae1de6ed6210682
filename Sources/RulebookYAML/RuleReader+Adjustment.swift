import Rulebook

extension RuleReader {
    mutating func adjustment(_ node: YAMLNode) -> Rulebook.Adjustment? {
        let general = Words("加减分项", "an adjustment")
        guard case .mapping = node.content, let kindNode = node["kind"] else {
            guard let part = section(node, general, keys: ["id", "kind", "of"]) else { return nil }
            _ = required(part, "kind")
            return nil
        }
        let kind = word(
            kindNode, Words("kind ", "kind of an adjustment"), ["bonus", "penalty", "veto"])
        guard let kind else { return nil }
        let names = ["bonus": "加分项", "penalty": "扣分项", "veto": "一票否决项"]
        let words = Words(names[kind] ?? kind, "a \(kind)")
        let common = ["id", "kind", "of", "where"]
        let own =
            kind == "veto" ? ["effect"] : ["field", "points", "tiers", "highest_tier_only", "cap"]
        guard let part = section(node, words, keys: common + own) else { return nil }
        let id = text(part, "id")
        let table = operand(part, "of")
        let conditions = conditions(part)
        let form: Rulebook.Adjustment.Form?
        switch kind {
        case "veto": form = .veto(veto(part))
        case "bonus": form = award(part).map { .bonus($0) }
        default: form = award(part).map { .penalty($0) }
        }
        guard let id, let table, let form else { return nil }
        return Rulebook.Adjustment(
            id: id, form: form, of: table, where: conditions, line: node.line)
    }

    private mutating func veto(_ part: Section) -> Rulebook.Adjustment.Veto {
        var veto = Rulebook.Adjustment.Veto(score: nil, ranksLast: false, makesIneligible: false)
        let words = Words("effect ", "effect of a veto")
        guard let node = part["effect"],
            let effect = section(node, words, keys: ["score", "rank", "award"])
        else { return veto }
        veto.score = optionalAmount(effect, "score")
        if let rank = effect["rank"] {
            veto.ranksLast = word(rank, Words("rank ", "rank of a veto"), ["last"]) != nil
        }
        if let award = effect["award"] {
            veto.makesIneligible =
                word(award, Words("award ", "award of a veto"), ["ineligible"]) != nil
        }
        return veto
    }

    private mutating func award(_ part: Section) -> Rulebook.Adjustment.Award? {
        let field = part["field"] == nil ? nil : operand(part, "field")
        let cap = optionalAmount(part, "cap")
        let points: Rulebook.Adjustment.Award.Points?
        switch (part["points"], part["tiers"]) {
        case (let node?, nil):
            if part["highest_tier_only"] != nil {
                report(
                    node, "tiers_only", zh: "highest_tier_only 只能与 tiers 同用",
                    en: "highest_tier_only belongs to tiers, not to points")
            }
            points = self.points(node, part)
        case (nil, _?):
            points = .tiers(
                pairs(part, "tiers", from: "ge", value: "points"),
                highestOnly: truth(part, "highest_tier_only", default: true))
            requireField(part, for: "tiers")
        case (let node?, _?):
            report(
                node, "points_and_tiers", zh: "\(part.words.zh)不能同时有 points 与 tiers",
                en: "\(part.words.en) has both points and tiers; it may have one of them")
            points = nil
        case (nil, nil):
            report(
                part.node, "missing_key", zh: "\(part.words.zh)缺少 points（或 tiers）",
                en: "\(part.words.en) lacks \"points\" (or \"tiers\")")
            points = nil
        }
        return points.map { Rulebook.Adjustment.Award(field: field, points: $0, cap: cap) }
    }

    private mutating func points(
        _ node: YAMLNode, _ part: Section
    ) -> Rulebook.Adjustment.Award.Points {
        let words = Words("\(part.words.zh)的 points ", "points of \(part.words.en)")
        guard case .mapping(let entries) = node.content, node.soleParam == nil else {
            return .each(amount(node, words))
        }
        requireField(part, for: "points by value")
        if entries.isEmpty {
            report(
                node, "empty_list", zh: "\(words.zh)须至少有一项",
                en: "\(words.en) must have at least one entry")
        }
        return .listed(
            entries.map { .init(value: $0.key.text, points: amount($0.value, words)) })
    }

    private mutating func requireField(_ part: Section, for what: String) {
        guard part["field"] == nil else { return }
        report(
            part.node, "missing_key", zh: "\(part.words.zh)缺少“field”：\(what) 按字段计分",
            en: "\(part.words.en) lacks \"field\", which \(what) needs")
    }
}
