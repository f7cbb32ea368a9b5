// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "reading-benchmark",
  dependencies: [.package(name: "phuluc", path: "../..")],
  targets: [
    .executableTarget(
      name: "read-workbooks", dependencies: [.product(name: "PhulucKit", package: "phuluc")])
  ],
  swiftLanguageModes: [.v6]
)
