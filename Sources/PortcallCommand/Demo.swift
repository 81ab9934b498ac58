import ArgumentParser
import Portcall
import PortcallDemo

struct Demo: AsyncParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play a healthy and several broken servers on loopback, and check them.",
        usage: "portcall demo [options]",
        discussion: """
            Needs no network: the servers are portcall's own, with real TLS and certificates made on the spot.

            EXAMPLES
              portcall demo
              portcall demo --json
            """
    )

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func check() throws { try output.check() }

    func run() async throws {
        let screen = try Screen(output)
        var surprises = 0
        for (index, scene) in DemoScene.all.enumerated() {
            screen.announce("\(index + 1). \(scene.title)")
            do {
                let verdict = try await scene.play()
                screen.show(verdict)
                let found = verdict.findings.filter { $0.severity > .note }.map(\.id)
                if Set(found) != Set(scene.expected) { surprises += 1 }
            } catch {
                throw screen.end(screen.failing(["demo"], "the demo cannot serve on this machine: \(error)"), .failed)
            }
        }
        guard surprises == 0 else {
            let words = "\(surprises) of the demo's servers were not judged as they should be."
            throw screen.end(screen.failing(["demo"], words))
        }
        screen.announce("All \(DemoScene.all.count) servers were judged as they should be.")
        _ = screen.end(ExitCode(0))
    }
}
