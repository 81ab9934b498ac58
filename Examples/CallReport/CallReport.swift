import Portcall

/// Calls one port, and prints what there is to say of it.
@main
struct CallReport {
    static func main() async throws {
        let target = CommandLine.arguments.dropFirst().first ?? "submission://mail.example.com"
        let caller = try Caller()
        let verdict = try await caller.check(target, by: Criteria(warnDays: 30)).verdict
        print(verdict.word)
        for finding in verdict.findings {
            print(finding.severity, finding.id)
            for words in [finding.message, finding.evidence, finding.fix] { print("  \(words)") }
        }
        let seen = verdict.observation
        for stage in seen.stages { print(stage.name.rawValue, stage.outcome, stage.detail) }
        if let tls = seen.tls, let leaf = tls.chain.leaf {
            print(tls.version, leaf.names.dns, leaf.notAfter, tls.chain.judgement.isVerified)
        }
        if let product = seen.facts.product { print(product.name, product.certainty) }
        if let record = seen.facts.service?.record { print(JSONPrinter().print(record)) }
    }
}
