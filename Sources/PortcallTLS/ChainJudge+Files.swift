package import PortcallCore

extension ChainJudge {
    /// Judges a chain that a call brought, as PEM text, leaf first; what cannot be read in it is a problem like any other.
    package func judge(
        pem: String,
        name: ServerName?,
        at time: Timestamp
    ) -> ChainFacts {
        judge(CertificateFile(Array(pem.utf8), hasLines: false), name: name, at: time)
    }

    /// Judges a file, leaf first, in any of the forms that administrators have; and where a private key is in it.
    ///
    /// - Throws: that there is no certificate in it.
    package func judge(
        file bytes: [UInt8],
        name: ServerName?,
        at time: Timestamp
    ) throws(UnreadableChain) -> (chain: ChainFacts, keyLine: Int?) {
        guard !bytes.isEmpty else { throw UnreadableChain("it is empty") }
        let file = CertificateFile(bytes)
        guard file.count > 0 else {
            let key = file.keyLine.map { "there is a private key in it and no certificate (line \($0))" }
            throw UnreadableChain(file.otherKind ?? key ?? "there is no certificate in it")
        }
        return (judge(file, name: name, at: time), file.keyLine)
    }

    /// Without a leaf there is nothing that the others could be judged for.
    private func judge(_ file: CertificateFile, name: ServerName?, at time: Timestamp) -> ChainFacts {
        let lost = file.faults.filter(\.isLost)
        let hasLeaf = lost.first?.place != 0
        var facts = hasLeaf ? judge(file.certificates, name: name, at: time).facts : ChainFacts()
        // What cannot be read may be the issuer that is missed.
        if !lost.isEmpty {
            facts.judgement.problems.removeAll { $0.kind == .incomplete || $0.kind == .untrustedRoot }
        }
        facts.judgement.problems += file.faults.map { one in
            let name = "certificate \(one.place + 1)"
            return ChainProblem(one.fault.reason, depth: one.place, certificate: name, detail: one.fault.words)
        }
        return facts
    }
}
