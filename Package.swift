// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let trees = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let rsa = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "saima",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "saima", targets: ["saima"]),
        .library(name: "Rulebook", targets: ["Rulebook", "RulebookYAML", "RulebookJSON"]),
        .library(name: "Ledger", targets: ["Ledger", "LedgerSQLite"]),
    ],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        room("JSON"),
        room("Rulebook", [bigInt]),
        room("RulebookYAML", ["Rulebook", yams]),
        room("RulebookJSON", ["Rulebook", "JSON"]),
        room("Delivery", ["Rulebook", "JSON", trees]),
        room("Ledger", ["JSON", crypto]),
        room("LedgerSQLite", ["Ledger", grdb]),
        room("CityHall", ["Delivery", "Ledger", "RulebookYAML", "RulebookJSON", crypto]),
        .systemLibrary(
            name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        room("Accounts", ["CArgon2", "Delivery", crypto, grdb]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Exchanges", ["CCurl"]),
        room("OpenID", ["Exchanges", "JSON", crypto, jwt]),
        .testTarget(
            name: "OpenIDTests", dependencies: ["OpenID", "JSON", "Sinks", crypto, rsa],
            exclude: ["provider_sink.py"], swiftSettings: strict),
        room(
            "Notices",
            [
                "CCurl", "Exchanges", "Accounts", "CityHall", "Delivery", "JSON", "Ledger",
                "Rulebook", crypto, grdb, lifecycle, logging, trees,
            ]),
        .testTarget(
            name: "NoticesTests",
            dependencies: [
                "Notices", "Accounts", "CityHall", "Delivery", "Exchanges", "JSON", "Ledger",
                "Rulebook", "Sinks", crypto,
            ],
            exclude: ["http_sink.py", "mail_sink.py"], swiftSettings: strict),
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML2", dependencies: ["CLibXML2"]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        room("Sheets", ["CZip", "CXML2", "CXlsxWriter"]),
        room(
            "Reports",
            [
                "CityHall", "Delivery", "JSON", "Ledger", "Rulebook", "RulebookYAML", "CZip",
                "CXlsxWriter", trees,
            ],
            resources: [.embedInCode("Resources")]),
        room("ReportsSQLite", ["Reports", "Delivery", grdb]),
        room(
            "Interchange",
            ["Sheets", "CityHall", "Delivery", "JSON", "Ledger", "Rulebook", yams, trees],
            resources: [.embedInCode("Resources")]),
        room(
            "Web",
            [
                "JSON", "Rulebook", "RulebookJSON", "RulebookYAML", "Delivery", "Ledger",
                "CityHall", "Sheets", "Interchange", "Accounts", "Notices", "OpenID", "Reports",
                crypto, trees, hummingbird, lifecycle, logging,
            ],
            resources: [.embedInCode("Resources/own"), .copy("Resources/vendor")]),
        tests(
            "WebTests",
            [
                "Web", "Accounts", "CityHall", "Delivery", "Interchange", "JSON", "Ledger",
                "Notices", "OpenID", "Rulebook", "Sheets", hummingbirdTesting,
            ]),
        .executableTarget(
            name: "saima",
            dependencies: [
                "Web", "Accounts", "Notices", "OpenID", "Interchange", "Reports", "ReportsSQLite",
                "Sheets", "CityHall", "Delivery", "Ledger", "LedgerSQLite", "Rulebook",
                "RulebookYAML", "RulebookJSON", "JSON", arguments, hummingbird, lifecycle,
                signals, logging, nioCore, nioPosix, yams,
            ],
            resources: [.embedInCode("Resources")], swiftSettings: strict),
        tests("AccountsTests", ["Accounts", "Delivery", grdb]),
        tests("JSONTests", ["JSON"]),
        tests("LedgerTests", ["Ledger", "LedgerSQLite", "JSON", "ledger-probe", grdb]),
        .executableTarget(
            name: "ledger-probe", dependencies: ["Ledger", "LedgerSQLite"],
            path: "Tests/LedgerProbe", swiftSettings: strict),
        .executableTarget(
            name: "bench-start",
            dependencies: ["CityHall", "Delivery", "Ledger", "LedgerSQLite", "Rulebook"],
            path: "Benchmarks/start", exclude: ["peer.py", "run.sh"], swiftSettings: strict),
        .testTarget(
            name: "SheetsTests", dependencies: ["Sheets", "CZip"],
            exclude: ["requirements.txt"], swiftSettings: strict),
        tests(
            "InterchangeTests",
            [
                "Interchange", "CityHall", "Delivery", "JSON", "Ledger", "RandomValues",
                "Rulebook", "RulebookYAML", "Sheets",
            ]),
        tests(
            "CityHallTests",
            [
                "CityHall", "Delivery", "Ledger", "Rulebook", "RulebookJSON", "JSON",
                "RandomValues", trees,
            ]),
        tests(
            "DeliveryTests", ["CityHall", "Delivery", "Rulebook", "JSON", "RandomValues", trees]),
        .target(
            name: "RandomValues", dependencies: ["Delivery", "Rulebook"],
            path: "Tests/RandomValues", swiftSettings: strict),
        .testTarget(
            name: "RulebookTests",
            dependencies: ["Rulebook", "RulebookYAML", "RulebookJSON", "JSON", bigInt],
            exclude: ["reference"], swiftSettings: strict),
        .executableTarget(
            name: "bench-score", dependencies: ["Rulebook", "RulebookYAML"],
            path: "Benchmarks/score", exclude: ["peer.py", "run.sh"], swiftSettings: strict),
        .target(
            name: "Sinks", dependencies: ["JSON"], path: "Tests/Sinks", swiftSettings: strict),
        .target(
            name: "SaimaProgram", path: "Tests/SaimaProgram", swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "CityHall", "Delivery", "JSON", "Ledger", "Rulebook", "RulebookJSON",
                "saima", "SaimaProgram",
            ],
            exclude: ["readers", "requirements.txt"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: ["saima", "SaimaProgram", "Sinks", "Accounts", "Delivery", "JSON"],
            exclude: ["identity_provider.py", "requirements.txt"], swiftSettings: strict),
        tests("Faults", ["saima", "SaimaProgram", "JSON"]),
        .executableTarget(
            name: "bench-sheets", dependencies: ["Sheets"], path: "Benchmarks/sheets",
            exclude: ["make.py", "peer.py", "run.sh"], swiftSettings: strict),
        tests("TidyTests"),
    ]
)
