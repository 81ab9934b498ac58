import Foundation
import PortcallCore
import TestVectors
import Testing

@Suite("The page of a finding")
struct ExplanationTests {
    /// A finding that a call to that service came to.
    struct Told: Hashable, Sendable, CustomTestStringConvertible {
        let id: String
        let service: String

        var testDescription: String { "\(id) \(service)" }
    }

    static let told: [Told] = {
        let calls = Vector.all.map(\.transcript) + CheckupVector.all.flatMap(\.transcript.calls)
        let all: [Told] = calls.flatMap { call in
            call.expected.filter { $0 != "ok" }.map { line in
                Told(id: String(line.split(separator: " ")[1]), service: call.plan.service.name)
            }
        }
        return Set(all).sorted { $0.testDescription < $1.testDescription }
    }()

    @Test("has something to do for whoever was told of it", arguments: told)
    func complete(told: Told) throws {
        let page = try #require(Explanation.named(told.id)?.page(of: told.service))
        #expect(!page.common.meaning.isEmpty && !page.common.probes.isEmpty && !page.common.remedies.isEmpty)
        #expect(page.parts.isEmpty)
    }

    @Test(
        "names no command of another protocol, and no product that does not speak it",
        arguments: Explanation.all.map(\.id)
    )
    func own(id: String) throws {
        let explanation = try #require(Explanation.named(id))
        let known = Set(Service.all.flatMap(\.kind.words.products))
        for service in Service.all {
            guard let page = explanation.page(of: service) else { continue }
            let others = Set(Service.all.filter { $0.kind.words != service.kind.words }.flatMap(\.dialogueTools))
            let foreign = others.subtracting(service.ownTools).subtracting(["nc", "openssl", "dig", "printf"])
            for text in page.common.probes.map(\.command) + page.common.remedies.map(\.text) {
                let words = text.split { !$0.isLetter && $0 != "_" }.map(String.init)
                #expect(foreign.isDisjoint(with: words), "\(service.name): \(text)")
            }
            let products = Set(page.common.remedies.map(\.product)).intersection(known)
            #expect(products.isSubset(of: service.kind.words.products), "\(service.name)")
        }
    }

    @Test("leaves no place unfilled", arguments: Explanation.all.map(\.id))
    func filled(id: String) throws {
        let explanation = try #require(Explanation.named(id))
        let pages = [explanation.page] + explanation.subjects.compactMap(explanation.page(of:))
        #expect(pages.count == explanation.subjects.count + 1)
        for part in pages.flatMap({ [$0.common] + $0.parts }) {
            let commands = part.probes.flatMap { [$0.purpose, $0.command] }
            for text in part.meaning + commands + part.remedies.map(\.text) {
                #expect(text.firstMatch(of: /\{[a-zA-Z]+\}/) == nil, "\(text)")
                #expect(!text.isEmpty && !text.contains("  "), "\(text)")
            }
        }
    }

    @Test("is found by product in whatever case, and by nothing that it knows nothing of")
    func subjects() throws {
        let page = try #require(Explanation.named("starttls-refused")?.page(of: "dovecot"))
        #expect(page.subject == "Dovecot")
        #expect(Set(page.parts.map(\.title)).isSuperset(of: ["POP3 (pop3, pop3s)", "IMAP (imap, imaps)"]))
        #expect(page.parts.flatMap(\.remedies).allSatisfy { $0.product == "Dovecot" })
        #expect(Explanation.named("starttls-refused")?.page(of: "nginx") == nil)
        #expect(Explanation.named("gc-not-ready")?.page(of: "smtp") == nil)
        #expect(Explanation.named("tls-version-old")?.page(of: "dns") == nil)
    }

    @Test("begins TLS as the service does")
    func startTLS() throws {
        let explanation = try #require(Explanation.named("tls-version-old"))
        let commands = ["imap", "imaps", "ldap"].map { explanation.page(of: $0)?.common.probes.first?.command }
        #expect(
            commands == [
                "openssl s_client -tls1_2 -connect HOST:PORT -starttls imap </dev/null",
                "openssl s_client -tls1_2 -connect HOST:PORT </dev/null",
                "openssl s_client -tls1_2 -connect HOST:PORT -starttls ldap </dev/null",
            ]
        )
        let purpose = try #require(explanation.page.common.probes.first?.purpose)
        for word in Service.all.compactMap(\.kind.words.startTLS) { #expect(purpose.contains(word)) }
    }

    @Test("can be reached by what the last line of a verdict says", arguments: Vector.withoutChains)
    func reached(vector: Vector) throws {
        let verdict = Verdict(vector.transcript.play().observation)
        guard let words = verdict.explainArguments?.split(separator: " ").map(String.init) else { return }
        let explanation = try #require(words.first.flatMap(Explanation.named))
        #expect(words.count == 2 && explanation.page(of: words[1])?.subject == verdict.observation.plan.service.name)
    }

    @Test("shows the dialogue of every service by hand, as far as there is one", arguments: Service.all.map(\.name))
    func dialogue(name: String) throws {
        let service = try #require(Service.named(name))
        #expect(!service.dialogueTools.isEmpty)
        // Who takes any port may be any product.
        #expect(!service.kind.words.products.isEmpty || service.port == nil)
        let isSecured = service.security != .none
        #expect(!isSecured || !service.kind.words.certificate.isEmpty)
    }
}

@Suite("The words of a finding")
struct FindingWordsTests {
    @Test("speak of the server, and not of our command's options", arguments: Explanation.all.map(\.id))
    func options(id: String) throws {
        let explanation = try #require(Explanation.named(id))
        let advice = Service.all.flatMap(\.kind.words.advice).filter { $0.id == id }.flatMap(\.meaning)
        for text in [explanation.message, explanation.fix] + explanation.meaning + advice {
            #expect(!text.contains("--"), "\(text)")
        }
    }

    @Test("speak of no option where a call fills them in", arguments: Vector.withoutChains)
    func told(vector: Vector) {
        for finding in Verdict(vector.transcript.play().observation).findings {
            #expect(
                !finding.message.contains(" --") && !finding.fix.contains(" --"),
                "\(finding.message) \(finding.fix)"
            )
        }
    }

    @Test("call the protocol's request for TLS by its name")
    func upgrade() throws {
        let transcript = try Transcript(
            """
            -- pop3 mail.example.net:110
            S: +OK ready
            C: CAPA
            S: +OK
            S: UIDL
            S: .
            """
        )
        let finding = Verdict(transcript.play().observation).findings.first { $0.id == "starttls-not-offered" }
        #expect(finding?.message.hasPrefix("The server does not offer STLS, so") == true)
    }

    @Test("let the sighting say what to do where it knows better")
    func fix() {
        let sighting = Sighting("seen", fix: "Restart {name}.", ["name": "the service"])
        let explanation = Explanation(
            "example",
            .note,
            message: "It is so.",
            fix: "Look.",
            meaning: [],
            confirm: [],
            remedies: []
        )
        #expect(sighting.finding(explanation).fix == "Restart the service.")
        #expect(Sighting("seen").finding(explanation).fix == "Look.")
    }

    @Test("are listed in Vectors/findings.md")
    func listed() throws {
        let lines = Explanation.all.map { explanation in
            let silences = explanation.silences.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(explanation.id)` | \(explanation.severity.rawValue) | \(silences) |"
        }
        let page =
            """
            # Findings

            Every finding, its severity where nothing speaks for another, and which others it silences because it states
            their cause. A test compares this list with the explanations; `PORTCALL_RECORD=1 swift test --filter
            FindingWords` writes it anew. `portcall explain FINDING-ID` tells the rest.

            | id | severity | silences |
            |---|---|---|
            \(lines.joined(separator: "\n"))

            """
        let file = Vector.root.appending(path: "findings.md")
        if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try page == String(contentsOf: file, encoding: .utf8))
    }
}

extension Service {
    /// The programs that show the dialogue by hand.
    fileprivate var dialogueTools: [String] {
        let dialogue = kind.words.dialogue
        return (dialogue.inClear + dialogue.upgraded + dialogue.implicit).map(\.tool)
    }

    /// Those that its protocol names anywhere.
    fileprivate var ownTools: [String] {
        let probes = kind.words.advice.flatMap(\.confirm) + kind.explanations.flatMap(\.confirm)
        return dialogueTools + probes.map(\.tool)
    }
}

extension Explanation.Probe {
    fileprivate var tool: String { command.split(separator: " ").first.map(String.init) ?? "" }
}
