import CityHall
import Delivery
import Rulebook

extension SyntheticCity {
    /// The city of `saima new`: no real one, under both versions of the example rules.
    static func binhai(scale: Int, seed: UInt64) -> SyntheticCity {
        let configure = ConfigureCity {
            $0.nameZh = "滨海市（示例数据）"
            $0.nameEn = "Binhai (example data)"
            $0.guests = true
            $0.archive = true
        }
        let government = RegisterOrganization {
            $0.id = OrganizationID(unchecked: "city")
            $0.kind = .government
            $0.name = "滨海市人民政府（示例）"
            $0.nameEn = "City of Binhai (example)"
            $0.from = Day(year: 2023, month: 1, day: 1) ?? .epoch
        }
        let opening: [any Command] = [configure, government]
        let second = founding("new-rulebook-2", adopt(PackageResources.project_race_2_yaml))
        let july = Day(year: 2024, month: 7, day: 1) ?? .epoch
        return SyntheticCity(
            scale: scale, seed: seed,
            opening: opening.enumerated().map { founding("new-open-\($0)", $1) }
                + [founding("new-rulebook-1", adopt(PackageResources.project_race_1_yaml))],
            dated: [july: [second]])
    }

    private static func adopt(_ text: [UInt8]) -> any Command {
        var command = AdoptRulebook()
        command.text = RulebookText(text: String(decoding: text, as: UTF8.self))
        return command
    }
}
