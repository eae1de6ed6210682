import Rulebook

package struct RegisterIndicator: ProposingCommand {
    package static let name: StaticString = "indicator.register"
    package static let title = Words(zh: "登记指标", en: "Register an indicator")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] =
        [.indicatorTaken, .indicatorMalformed, .organizationUnknown] + Alignment.refusals
    package static let example = RegisterIndicator {
        $0.id = IndicatorID(unchecked: "investment-100m")
        $0.profile.name = "亿元以上建设项目完成投资额"
        $0.profile.nameEn = "Investment done in projects of 100 million yuan and more"
        $0.profile.unit = "亿元"
        $0.profile.unitEn = "100 million yuan"
        $0.profile.basis = .yearToDate
        $0.profile.decimals = 1
        $0.profile.threshold = "亿元以上"
    }

    package var proposed = IndicatorRegistered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        guard city.indicators[proposed.id] == nil else {
            throw Refusal(
                .indicatorTaken, field: "id", zh: "指标编号“\(proposed.id)”已登记",
                en: "the indicator \"\(proposed.id)\" is registered already")
        }
        try city.check(proposed.profile)
        try proposed.profile.note.requireFresh(field: "note")
    }
}

/// Replaces the profile; what is left out is taken away. Once figures stand, what they mean
/// cannot be changed: unit, frequency, basis.
package struct ReviseIndicator: ProposingCommand {
    package static let name: StaticString = "indicator.revise"
    package static let title = Words(zh: "修改指标", en: "Revise an indicator's profile")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] =
        [
            .indicatorUnknown, .indicatorMalformed, .indicatorObserved, .organizationUnknown,
            .nothingChanges,
        ] + Alignment.refusals
    package static let example = ReviseIndicator {
        $0.indicator = IndicatorID(unchecked: "investment-100m")
        $0.profile = RegisterIndicator.example.proposed.profile
        $0.profile.decimals = 2
    }

    package var proposed = IndicatorRevised()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        let indicator = try city.require(proposed.indicator)
        try city.check(proposed.profile)
        let (before, after) = (indicator.profile, proposed.profile)
        try after.note.requireFresh(among: [before.note], field: "note")
        let isSameMeasure =
            before.unit == after.unit && before.frequency == after.frequency
            && before.basis == after.basis && before.flow == after.flow
        guard isSameMeasure || indicator.reporters.isEmpty else {
            throw Refusal(
                .indicatorObserved, field: "indicator",
                zh: "指标“\(indicator.id)”已有数据，不能再改单位、频度和口径；请另登记一个指标",
                en: "\"\(indicator.id)\" has figures, so unit, frequency and basis stay; "
                    + "register another indicator")
        }
        guard before != after else {
            throw Refusal(
                .nothingChanges, zh: "该指标已如此登记", en: "the indicator is registered like this already"
            )
        }
    }
}

extension City {
    package func require(_ id: IndicatorID) throws(Refusal) -> Indicator {
        guard let indicator = indicators[id] else {
            throw Refusal(
                .indicatorUnknown, field: "indicator", zh: "没有编号为“\(id)”的指标，请先登记",
                en: "there is no indicator \"\(id)\"; register it first")
        }
        return indicator
    }

    fileprivate func check(_ profile: IndicatorProfile) throws(Refusal) {
        try requireText(profile.name, field: "name")
        if let owner = profile.owner { try require(owner, field: "owner") }
        try check(profile.alignment)
        guard (0...6).contains(profile.decimals) else {
            throw Refusal(
                .indicatorMalformed, field: "decimals", zh: "小数位数应为 0–6",
                en: "decimals are 0 to 6")
        }
        if profile.flow, profile.basis != .level {
            throw Refusal(
                .indicatorMalformed, field: "flow", zh: "“\(profile.basis.words.zh)”不再逐期相加",
                en: "only levels add up over a year, not \(profile.basis.words.en)")
        }
        if let threshold = profile.threshold {
            try requireText(threshold, field: "threshold")
            guard profile.name.contains(threshold) else {
                throw Refusal(
                    .indicatorMalformed, field: "threshold",
                    zh: "门槛“\(threshold)”是名称的一部分，名称中应有这几个字",
                    en: "the threshold \"\(threshold)\" is part of the name, "
                        + "so the name must contain it")
            }
        }
    }
}
