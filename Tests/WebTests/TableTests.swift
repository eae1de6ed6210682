import Testing
import Web

@Suite struct TableTests {
    @Test(
        "Whatever stands in the address, the window lies inside the rows",
        arguments: [
            "page=3", "page=-1", "page=99999999999999999999", "page=x&size=7", "size=100&page=2",
            "sort=-name&page=0", "page=9223372036854775807",
        ])
    func windows(address: String) {
        for count in [0, 1, 50, 51, 10_000] {
            let window = TableQuery(Query(parsing: address), sortable: ["name"]).window(of: count)
            #expect(window.lowerBound >= 0 && window.upperBound <= count)
            #expect(window.isEmpty == (count == 0))
        }
    }

    @Test("Only a column that sorts is sorted by")
    func sorting() {
        let query = TableQuery(Query(parsing: "sort=-total"), sortable: ["total"])
        #expect(query.sort == "total" && query.descending)
        #expect(TableQuery(Query(parsing: "sort=secret"), sortable: ["total"]).sort == nil)
        #expect(TableQuery(Query(), sortable: ["total"], sort: "total").sort == "total")
    }

    @Test("An export opens in a spreadsheet as text and figures, never as a formula")
    func csv() {
        let columns = [
            Column<String>("name", Phrase("名称", "Name"), text: { $0 }),
            Column<String>("total", Phrase("总投资", "Total"), unit: "亿元", text: { _ in "-12.5" }),
        ]
        let text = CSV.text(columns, ["=1+1", "a,\"b\"", "中\n山"], Localizer(.zh))
        #expect(
            text
                == "\u{FEFF}名称,总投资 (亿元)\r\n"
                + "'=1+1,-12.5\r\n\"a,\"\"b\"\"\",-12.5\r\n\"中\n山\",-12.5\r\n"
        )
    }
}
