// swift-tools-version:6.2
import PackageDescription

// A package of its own, with the public API only: what measures is no part of what is measured.
let package = Package(
    name: "portcall-benchmarks",
    dependencies: [.package(name: "portcall", path: "..")],
    targets: [
        .executableTarget(
            name: "PortcallBenchmarks",
            dependencies: [.product(name: "Portcall", package: "portcall")]
        )
    ],
    swiftLanguageModes: [.v6]
)
