internal import PortcallCore

extension ChainEvidence {
    /// What was sent oddly.
    var notes: [String] {
        var notes = sent.indices.filter { index in sent[..<index].contains { $0.isSame(as: sent[index]) } }
            .map { "'\(certificates[$0].shortName)' comes again as number \($0 + 1)." }
        let others = superfluous.map { "'\(certificates[$0].shortName)' (number \($0 + 1))" }
        if !others.isEmpty {
            let verb = others.count == 1 ? "comes along and is" : "come along and are"
            notes.append("\(others.listed(most: 3)) \(verb) not part of the chain.")
        }
        return notes + [disorder].compactMap(\.self)
    }

    /// The first certificate that stands before one that it has issued, or that is issued by it further down.
    private var disorder: String? {
        let order = built.compactMap(\.index)
        let pairs = zip(order, order.dropFirst())
        guard let (issued, issuer) = pairs.first(where: { $0 > $1 }) else { return nil }
        return "'\(certificates[issuer].shortName)' (number \(issuer + 1)) stands before "
            + "'\(certificates[issued].shortName)' (number \(issued + 1)), which it has issued."
    }

    private var superfluous: [Int] {
        sent.indices.filter { index in
            detour == nil && index != laterLeaf && !built.contains { $0.index == index } && !isRefused(sent[index])
                && !sent[..<index].contains { $0.isSame(as: sent[index]) }
        }
    }

    /// Not taken as the issuer whose name it has; why is told elsewhere.
    private func isRefused(_ certificate: X509Certificate) -> Bool {
        built.last.map { certificate.isNamed(asIssuerOf: $0.x509) } ?? false
    }

    /// Where a server's certificate stands that should have been first, instead of a CA's.
    var laterLeaf: Int? {
        guard let first = certificates.first, first.isCA else { return nil }
        return certificates.firstIndex { !$0.isCA && !($0.names.dns + $0.names.ip).isEmpty }
    }
}
