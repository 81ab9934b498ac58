extension ChainCase {
    /// The certificate that a problem sits on, as it came: what the message makes of it is not said again.
    func evidence(of problem: ChainProblem) -> String {
        guard let certificate = certificate(problem) else { return problem.sentence }
        let count = facts.certificates.count
        let place =
            switch (problem.index, origin) {
            case (let index?, .server): "certificate \(index + 1) of \(count) sent"
            case (let index?, .file): "certificate \(index + 1) of \(count) in the file"
            case (nil, .server), (nil, .file): "found on this machine"
            }
        let issuer = certificate.isSelfSigned ? "its own issuer" : "issuer \(certificate.issuer)"
        let period = "\(certificate.notBefore.date) to \(certificate.notAfter.date)"
        return "\(place): \(certificate.subject), \(issuer), \(period), \(certificate.key.words)"
    }
}

extension Certificate.Key {
    /// `RSA 2048 bits`, `EC 256 bits (P-256)`.
    var words: String { "\(type) \(bits) bits\(curve.map { " (\($0))" } ?? "")" }
}
