import Foundation
import Portcall

/// Prints how long things take, each beside what it is compared with; minimum, median and maximum in milliseconds.
///
/// Arguments: the binary to start, then targets to check with it (a local Postfix, say).
@main
struct PortcallBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let binary = arguments.first else {
            print("usage: PortcallBenchmarks BINARY [TARGET]...")
            exit(64)
        }
        print("                                        min   median      max  ms")
        let (own, other) = try paired([binary, "--version"], ["openssl", "version"])
        show("portcall --version", own)
        show("openssl version", other)
        show("  ratio of medians", own.median / other.median)
        // Nine servers with certificates made on the spot, and a call to each.
        show("portcall demo", try (0..<20).map { _ in try time([binary, "demo"]) })
        for target in arguments.dropFirst() {
            show("portcall \(target)", try (0..<20).map { _ in try time([binary, "--quiet", target]) })
        }
        try judge()
    }

    /// Runs two commands by turns, so that what else the machine does falls on both.
    static func paired(_ one: [String], _ two: [String]) throws -> ([Double], [Double]) {
        var times: ([Double], [Double]) = ([], [])
        for _ in 0..<50 {
            times.0.append(try time(one))
            times.1.append(try time(two))
        }
        return times
    }

    static func time(_ command: [String]) throws -> Double {
        try milliseconds { try Child(command).wait() }
    }

    /// Judgement alone, without a call.
    static func judge() throws {
        let vectors = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Vectors")
            .standardized
        let read = { (name: String) in try String(contentsOf: vectors.appending(path: name), encoding: .utf8) }
        for name in ["smtp/healthy.call", "certificates/healthy.call"] {
            let transcript = try Transcript(read(name))
            let times = try (0..<200).map { _ in try milliseconds { _ = try transcript.judged(reading: read) } }
            show("judging \(name)", times)
        }
    }

    static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        return (ContinuousClock.now - start).milliseconds
    }

    static func show(_ name: String, _ times: [Double]) {
        let figures = [times.min() ?? 0, times.median, times.max() ?? 0].map { String(format: "%8.2f", $0) }
        print(name.padding(toLength: 36, withPad: " ", startingAt: 0), figures.joined(separator: " "))
    }

    static func show(_ name: String, _ ratio: Double) {
        print(name.padding(toLength: 36, withPad: " ", startingAt: 0), String(format: "         %8.2f", ratio))
    }
}

extension [Double] {
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

extension Duration {
    var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
