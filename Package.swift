// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every room; CI turns warnings into errors.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// A room of the house: a library target with the common settings.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource]? = nil, exclude: [String] = [], touchesC: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
    swiftSettings: settings + (touchesC ? [.strictMemorySafety()] : []))
}

/// The tests of one room.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "phuluc",
  products: [
    .library(name: "PhulucKit", targets: ["PhulucKit"]),
    .executable(name: "phuluc", targets: ["phuluc"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // System libraries: module map and shim only.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Ground floor: words that every room speaks.
    room("CellGrid"),
    room("Findings", ["CellGrid"]),
    room("VietText", resources: [.embedInCode("Data/abbreviations.tsv")]),
    room("FileDigest", ["CCrypto"]),
    room("StrictYAML", ["Findings", yams]),

    // The rooms of the pipeline, from bytes to bytes.
    room("XLSXReading", ["CellGrid", "Findings", "CZip", "CExpat", "CDeflate", "CISAL"]),
    room(
      "BuiltInTemplates", path: "templates",
      resources: [
        .embedInCode("ke-hoach-cchc.yaml"), .embedInCode("giao-nhiem-vu.yaml"),
        .embedInCode("chi-tieu.yaml"), .embedInCode("van-ban-qppl.yaml"),
        .embedInCode("danh-muc-don-vi.yaml"), .embedInCode("danh-sach-ten.yaml"),
      ]),
    room(
      "AppendixModel",
      ["CellGrid", "Findings", "VietText", "BuiltInTemplates", "StrictYAML"],
      resources: [.embedInCode("Data/agency-words.tsv")]),
    room(
      "AppendixRecognition", ["AppendixModel", "CellGrid", "Findings", "VietText"],
      resources: [.embedInCode("Data/office-words.tsv")]),
    room(
      "Consolidation", ["AppendixModel", "CellGrid", "Findings", "VietText", collections],
      resources: [.embedInCode("Data/matching-words.tsv")]),
    room(
      "AppendixLayout",
      ["AppendixModel", "CellGrid", "Consolidation", "Findings", "VietText", mustache]),
    room("XLSXWriting", ["CellGrid", "Findings", "CXLSXWriter", "CZip"], touchesC: true),
    room(
      "PhulucKit",
      [
        "AppendixLayout", "AppendixModel", "AppendixRecognition", "CellGrid", "Consolidation",
        "FileDigest", "Findings", "StrictYAML", "VietText", "XLSXReading", "XLSXWriting",
        subprocess, systemPackage,
      ]),
    .executableTarget(
      name: "phuluc", dependencies: ["Findings", "PhulucKit", argumentParser],
      swiftSettings: settings),

    // Not part of the product: how well and how fast rows are matched.
    .target(
      name: "MatchingQuality",
      dependencies: ["AppendixModel", "CellGrid", "Consolidation", "Findings"],
      path: "Benchmarks/MatchingQuality", swiftSettings: settings),
    .executableTarget(
      name: "matching-benchmark",
      dependencies: ["AppendixModel", "Consolidation", "MatchingQuality"],
      path: "Benchmarks/Matching", exclude: ["README.md"], swiftSettings: settings),

    .target(
      name: "TextQuality", dependencies: ["VietText"], path: "Benchmarks/TextQuality",
      swiftSettings: settings),
    .executableTarget(
      name: "text-benchmark", dependencies: ["TextQuality", "VietText"], path: "Benchmarks/Text",
      swiftSettings: settings),

    // How fast workbooks are written; `Benchmarks/Writing/run` sets it against plain C.
    .executableTarget(
      name: "writing-benchmark", dependencies: ["CellGrid", "XLSXWriting"],
      path: "Benchmarks/Writing/Program", swiftSettings: settings),

    // Tests: one folder a room.
    .target(
      name: "TestSupport", dependencies: ["CellGrid", "Findings"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("CellGridTests", ["CellGrid", "TestSupport"]),
    tests("FindingsTests", ["Findings", "CellGrid"]),
    tests("FileDigestTests", ["FileDigest"]),
    tests("StrictYAMLTests", ["StrictYAML", "Findings"]),
    tests(
      "VietTextTests", ["VietText", "TestSupport", "TextQuality"],
      resources: [.copy("Fixtures")]),
    tests(
      "XLSXReadingTests", ["XLSXReading", "CellGrid", "Findings", "TestSupport"],
      resources: [.copy("Fixtures")]),
    tests(
      "AppendixModelTests", ["AppendixModel", "CellGrid", "Findings", "StrictYAML", "TestSupport"]),
    tests(
      "AppendixRecognitionTests",
      [
        "AppendixRecognition", "AppendixModel", "CellGrid", "Findings", "XLSXReading",
        "TestSupport", "VietText",
      ],
      resources: [.copy("Fixtures")]
    ),
    tests(
      "ConsolidationTests",
      [
        "Consolidation", "AppendixModel", "CellGrid", "Findings", "MatchingQuality", "VietText",
        "TestSupport",
      ], resources: [.copy("Fixtures")]),
    tests(
      "AppendixLayoutTests",
      [
        "AppendixLayout", "AppendixModel", "AppendixRecognition", "CellGrid", "Consolidation",
        "Findings", "StrictYAML", "TestSupport", "XLSXReading", "XLSXWriting",
      ], resources: [.copy("Fixtures")]),
    tests(
      "XLSXWritingTests",
      ["XLSXWriting", "XLSXReading", "CellGrid", "Findings", "TestSupport"],
      resources: [.copy("Fixtures")]),
    tests(
      "PhulucKitTests",
      [
        "PhulucKit", "AppendixModel", "AppendixRecognition", "CellGrid", "Consolidation",
        "Findings", "XLSXReading", "TestSupport",
      ]),
    tests(
      "CommandTests", ["phuluc", "PhulucKit", "CellGrid", "XLSXReading", "TestSupport"],
      resources: [.copy("Fixtures")]),
  ],
  swiftLanguageModes: [.v6]
)
