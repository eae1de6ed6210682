extension Rulebook {
    public struct Indicator: Sendable {
        public enum Direction: String, Sendable, CaseIterable {
            case higher, lower
        }

        public enum Weight: Sendable {
            case everywhere(Amount)
            case byGroup([GroupWeight])
        }

        public struct GroupWeight: Sendable {
            public var group: String
            public var weight: Amount

            public init(group: String, weight: Amount) {
                (self.group, self.weight) = (group, weight)
            }
        }

        public var id: String
        public var title = Title()
        public var weight: Weight
        public var measure: Operand
        public var direction = Direction.higher
        public var missing = Missing.reject
        public var steps: [Step] = []
        public var line: Int

        public init(id: String, weight: Weight, measure: Operand, line: Int) {
            (self.id, self.weight, self.measure, self.line) = (id, weight, measure, line)
        }
    }

    /// What a unit without a value gets.
    public enum Missing: String, Sendable, CaseIterable {
        case zero
        case notApplicable = "not_applicable"
        case failScore = "fail_score"
        case groupMean = "group_mean"
        case groupMedian = "group_median"
        case reject
    }

    /// One step from a measure's value to a score.
    public struct Step: Sendable {
        public enum Form: Sendable {
            case cap(Amount)
            case floor(Amount)
            case clamp(Amount, Amount)
            case multiply(Amount)
            case add(Amount)
            case goalposts(at0: Amount, at1: Amount)
            case minmax(noSpread: Amount, within: Within)
            case rankLadder(RankLadder)
            case percentileRank(noSpread: Amount, within: Within)
            case efficacy(Efficacy)
            case bands([Pair], below: Amount?)
            case marginal([Pair])
        }

        public var form: Form
        public var line: Int

        public init(_ form: Form, line: Int) { (self.form, self.line) = (form, line) }

        /// The name by which the language calls the step.
        public var name: String {
            switch form {
            case .cap: "cap"
            case .floor: "floor"
            case .clamp: "clamp"
            case .multiply: "multiply"
            case .add: "add"
            case .goalposts: "goalposts"
            case .minmax: "minmax"
            case .rankLadder: "rank_ladder"
            case .percentileRank: "percentile_rank"
            case .efficacy: "efficacy"
            case .bands: "bands"
            case .marginal: "marginal"
            }
        }
    }

    /// An edge or tier and what reaching it earns, or where a bracket starts and its rate.
    public struct Pair: Sendable {
        public var from: Amount
        public var value: Amount

        public init(from: Amount, value: Amount) { (self.from, self.value) = (from, value) }
    }

    public struct RankLadder: Sendable {
        public var first: Amount?
        public var step: Amount
        public var floor: Amount
        public var zeroValue: Amount?
        public var within: Within

        public init(
            first: Amount?, step: Amount, floor: Amount, zeroValue: Amount?, within: Within
        ) {
            (self.first, self.step, self.floor) = (first, step, floor)
            (self.zeroValue, self.within) = (zeroValue, within)
        }
    }

    /// 功效系数: base + span·(v − fail)/(best − fail).
    public struct Efficacy: Sendable {
        public enum Bound: Sendable {
            case amount(Amount)
            case groupMin
            case groupMax
        }

        public var fail: Bound
        public var best: Bound
        public var base: Amount
        public var span: Amount
        public var noSpread: Amount?
        public var within: Within

        public init(
            fail: Bound, best: Bound, base: Amount, span: Amount, noSpread: Amount?, within: Within
        ) {
            (self.fail, self.best, self.base, self.span) = (fail, best, base, span)
            (self.noSpread, self.within) = (noSpread, within)
        }
    }
}
