internal import PortcallCore

extension ChainEvidence {
    /// What was sent oddly and no client minds.
    var notes: [String] {
        var notes: [String] = []
        for (index, certificate) in sent.enumerated() {
            let name = certificates[index].shortName
            if sent[..<index].contains(where: { $0.isSame(as: certificate) }) {
                notes.append("'\(name)' was sent twice.")
            } else if !built.contains(where: { $0.index == index }), index != laterLeaf, !isRefused(certificate) {
                notes.append("'\(name)' was sent and is not part of the chain.")
            }
        }
        if let laterLeaf {
            let (first, leaf) = (certificates[0].shortName, certificates[laterLeaf].shortName)
            notes.append(
                "The first certificate is that of a CA, '\(first)'; the server's own, '\(leaf)', must be first."
            )
        }
        let order = built.compactMap(\.index)
        if order != order.sorted() { notes.append("The certificates are not in order, each followed by its issuer.") }
        return notes
    }

    /// Not taken as the issuer whose name it has; why is told elsewhere.
    private func isRefused(_ certificate: X509Certificate) -> Bool {
        built.last.map { certificate.isNamed(asIssuerOf: $0.x509) } ?? false
    }

    /// Where a server's certificate stands that should have been first, instead of a CA's.
    private var laterLeaf: Int? {
        guard let first = certificates.first, first.isCA else { return nil }
        return certificates.firstIndex { !$0.isCA && !($0.names.dns + $0.names.ip).isEmpty }
    }
}
