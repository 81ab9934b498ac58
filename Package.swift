// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "portcall",
    products: [
        .library(name: "Portcall", targets: ["Portcall"]),
        .executable(name: "portcall", targets: ["PortcallCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.0"),
        .package(url: "https://github.com/LebJe/TOMLKit.git", from: "0.6.0"),
    ],
    targets: [
        // The rules of the house, as dependencies: Core sees nothing, only TLS sees OpenSSL, only DNS sees
        // libunbound, only Portcall sees NIO, only Policy sees TOMLKit, which the library has no part in; nor has it in
        // the demo's own TLS and network.
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .systemLibrary(
            name: "CIDN2",
            pkgConfig: "libidn2",
            providers: [.apt(["libidn2-dev"]), .brew(["libidn2"])]
        ),
        // The header alone: what pkg-config says would link the library, which is loaded only when it is asked for.
        .systemLibrary(
            name: "CUnbound",
            providers: [.apt(["libunbound-dev"]), .brew(["unbound"])]
        ),
        .target(name: "PortcallCore", dependencies: [.product(name: "SwiftASN1", package: "swift-asn1")]),
        .target(name: "PortcallTLS", dependencies: ["COpenSSL", "PortcallCore"]),
        .target(name: "PortcallDNS", dependencies: ["CUnbound", "PortcallCore"]),
        .target(
            name: "Portcall",
            dependencies: [
                "CIDN2",
                "PortcallCore",
                "PortcallDNS",
                "PortcallTLS",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .target(
            name: "PortcallPolicy",
            dependencies: ["PortcallCore", .product(name: "TOMLKit", package: "TOMLKit")]
        ),
        .target(name: "PortcallWorkshop", dependencies: ["COpenSSL", "PortcallCore", "PortcallTLS"]),
        .target(
            name: "PortcallDemo",
            dependencies: [
                "Portcall",
                "PortcallCore",
                "PortcallTLS",
                "PortcallWorkshop",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "PortcallCommand",
            dependencies: [
                "Portcall",
                "PortcallDemo",
                "PortcallPolicy",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(name: "TestVectors", dependencies: ["PortcallCore"], path: "Tests/Vectors"),
        .testTarget(name: "PortcallCoreTests", dependencies: ["PortcallCore", "TestVectors"]),
        .testTarget(
            name: "PortcallTLSTests",
            dependencies: ["COpenSSL", "PortcallCore", "PortcallTLS", "PortcallWorkshop"]
        ),
        .testTarget(name: "PortcallDNSTests", dependencies: ["PortcallCore", "PortcallDNS"]),
        .testTarget(
            name: "PortcallPolicyTests",
            dependencies: ["PortcallCore", "PortcallPolicy", "TestVectors"],
            exclude: ["Policies"]
        ),
        .testTarget(
            name: "PortcallTests",
            dependencies: [
                "Portcall",
                "PortcallCore",
                "PortcallDemo",
                "PortcallTLS",
                "PortcallWorkshop",
                "TestVectors",
                // Another reader of HTTP/1, which ours is compared with; nothing that is shipped has it.
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "PortcallCommandTests",
            dependencies: [
                "Portcall", "PortcallCommand", "PortcallCore", "PortcallDemo", "PortcallWorkshop", "TestVectors",
            ],
            exclude: ["Snapshots"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Tests that need real servers are built only where `make lab` has started them: a missing server fails, never skips.
if Context.environment["PORTCALL_LAB"] != nil {
    package.targets.append(
        .testTarget(
            name: "LabTests",
            dependencies: ["Portcall", "PortcallCore", "PortcallTLS"],
            path: "Tests/Lab",
            exclude: ["run", "clients", "faults", "formats", "hostile", "rpc", "servers"]
        )
    )
}

// The fuzzer supplies `main`, so its target is built only with `--sanitize=fuzzer` (`make fuzz`).
if Context.environment["PORTCALL_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "PortcallFuzz",
            dependencies: ["PortcallCore", "PortcallPolicy", "PortcallTLS"],
            path: "Tests/Fuzz"
        )
    )
    package.products.append(.executable(name: "portcall-fuzz", targets: ["PortcallFuzz"]))
}

// Warnings are errors where the project guards itself, not where others build it.
let isStrict = Context.environment["PORTCALL_STRICT"] != nil

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    if isStrict, target.type != .test {
        target.swiftSettings?.append(.unsafeFlags(["-warnings-as-errors", "-require-explicit-sendable"]))
    }
}

// The programs of the documentation are built as a stranger's are: without our settings, and without what is `package`.
package.targets += ["FirstCall", "CallReport", "PortsReport", "Recording", "SweepReport"].map { name in
    .executableTarget(
        name: name,
        dependencies: ["Portcall"],
        path: "Examples/\(name)",
        packageAccess: false,
        swiftSettings: isStrict ? [.unsafeFlags(["-warnings-as-errors"])] : []
    )
}
