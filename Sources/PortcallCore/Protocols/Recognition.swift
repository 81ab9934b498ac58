/// Who is really there, by the first bytes it says.
enum Recognition {
    /// Our own request came back.
    static let echo = "something that sends back what it is sent"

    /// As many bytes as any header needs.
    static let headerLength = 11

    /// Those of the protocols that portcall speaks, then those of others; the particular ones first.
    private static let signatures: [Signature] = {
        let spoken = Service.all.flatMap(\.kind.signatures)
        let all = (spoken + Signature.foreign).reduce(into: [Signature]()) { known, signature in
            if !known.contains(where: { $0 === signature }) { known.append(signature) }
        }
        return all.filter(\.isParticular) + all.filter { !$0.isParticular }
    }()

    /// A binary message of the protocol that is expected.
    static func isExpected(_ kind: ProtocolKind, in bytes: [UInt8]) -> Bool {
        kind.signatures.contains { $0.form == .header && $0.fits(bytes) }
    }

    /// A protocol other than the one expected, binary or text.
    static func other(than kind: ProtocolKind, in bytes: [UInt8]) -> String? {
        binary(bytes, expecting: kind) ?? text(bytes, expecting: kind)
    }

    /// A text protocol other than the one expected.
    static func text(_ bytes: [UInt8], expecting kind: ProtocolKind) -> String? {
        known(.line, bytes, expecting: kind)
    }

    /// A binary protocol other than the one expected, as soon as enough of it has come.
    static func binary(_ bytes: [UInt8], expecting kind: ProtocolKind) -> String? {
        known(.header, bytes, expecting: kind)
    }

    private static func known(_ form: Signature.Form, _ bytes: [UInt8], expecting kind: ProtocolKind) -> String? {
        guard let known = signatures.first(where: { $0.form == form && $0.fits(bytes) }) else { return nil }
        return kind.signatures.contains { $0 === known } ? nil : known.what
    }
}
