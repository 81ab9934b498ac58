import Portcall
import Testing

@Suite("Real directories")
struct DirectoryTests {
    @Test("show the rootDSE that ldapsearch shows", arguments: Configuration.all.filter(\.hasRootDSE))
    func rootDSE(configuration: Configuration) async throws {
        let lines = try Lab.text("facts/\(configuration.name).capabilities").split(separator: "\n")
        let verdict = try await Lab.check(configuration.service, configuration.name)
        let told = verdict.record[.protocol]?.asRecord?[.details]?.asRecord
        let shown = try #require(told?["root_dse"]?.asRecord)
        #expect(lines.count > 5)
        for (name, values) in Self.attributes(lines) {
            let ours = shown[name]?.asTexts
            // What moves on between two questions, and what is offered inside TLS only, differs.
            switch name {
            case "currentTime", "highestCommittedUSN": #expect(ours?.count == values.count)
            case "supportedSASLMechanisms": #expect(Set(values).isSubset(of: ours ?? []))
            default: #expect(ours == values, "\(name)")
            }
        }
    }

    /// LDIF without folded lines: `NAME: VALUE`, a line each.
    private static func attributes(_ lines: [Substring]) -> [(name: String, values: [String])] {
        lines.reduce(into: []) { attributes, line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { return }
            let value = String(parts[1].drop { $0 == " " })
            if attributes.last?.name == parts[0] {
                attributes[attributes.count - 1].values.append(value)
            } else {
                attributes.append((parts[0], [value]))
            }
        }
    }

    @Test(
        "are told by their names",
        arguments: Configuration.all.filter(\.hasRootDSE)
    )
    func product(configuration: Configuration) async throws {
        let verdict = try await Lab.check(configuration.service, configuration.name)
        #expect(verdict.observation.facts.product?.name.hasPrefix(configuration.product) == true)
    }
}
