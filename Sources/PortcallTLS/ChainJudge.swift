internal import COpenSSL
internal import PortcallCore

/// The one judgement of chains: what a handshake brought, what a transcript carries, what a file has.
package struct ChainJudge: Sendable {
    /// The most certificates, and the most bytes, of an honest chain.
    package static let lengthLimit = 20
    package static let byteLimit = 102_400

    private let roots: TrustRoots

    package init(roots: TrustRoots) {
        self.roots = roots
    }

    /// What came of it; `built` is the chain that OpenSSL put together, leaf first.
    struct Judged {
        var facts: ChainFacts
        var built: [X509Certificate]
    }

    /// Judges a chain of certificates that OpenSSL has decoded, leaf first.
    func judge(_ sent: [X509Certificate], name: ServerName?, at time: Timestamp) -> Judged {
        guard let leaf = sent.first else {
            return Judged(facts: ChainFacts(), built: [])
        }
        let certificates = sent.map { Certificate($0) }
        let verification = verify(sent, at: time)
        let chain = verification.chain
        let built = Self.links(chain, among: sent, certificates)
        let matches =
            leaf.hasReadableNames
            ? name.map { Self.matches(leaf, $0, flags: Self.alternativeNamesOnly) } : nil
        let evidence = ChainEvidence(
            sent: sent,
            certificates: certificates,
            errors: verification.errors,
            built: built,
            judgedAt: time,
            contradiction: verification.contradiction,
            nameMatches: matches
        )
        var judgement = ChainJudgement(
            problems: evidence.problems,
            found: built.filter { $0.index == nil }.map(\.certificate),
            path: built.map(\.certificate.shortName),
            pathNotAfter: built.map(\.certificate.notAfter).min(),
            notes: evidence.notes
        )
        judgement.nameMatches = matches
        if let name, matches == false {
            judgement.commonNameMatches = Self.matches(leaf, name, flags: UInt32(X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT))
        }
        ERR_clear_error()
        return Judged(facts: ChainFacts(certificates: certificates, judgement: judgement), built: chain)
    }

    /// Reading a certificate costs more than verifying its signature: those that were sent are read already.
    private static func links(
        _ chain: [X509Certificate],
        among sent: [X509Certificate],
        _ certificates: [Certificate]
    ) -> [ChainLink] {
        chain.map { one in
            let index = sent.firstIndex { $0.isSame(as: one) }
            let certificate = index.map { certificates[$0] } ?? Certificate(one)
            return ChainLink(x509: one, certificate: certificate, index: index)
        }
    }

    /// Only whole labels are wild: no browser matches `m*.example.net`.
    private static let alternativeNamesOnly =
        UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)

    /// What OpenSSL made of a chain.
    private struct Verification {
        var errors: [ChainError] = []
        var chain: [X509Certificate] = []
        var contradiction: String?
    }

    /// Up to a self-signed root, or to an intermediate that is trusted here and was sent, as curl and Go take it too.
    private func verify(_ sent: [X509Certificate], at time: Timestamp) -> Verification {
        let whole = verify(sent, at: time, flags: 0)
        guard ChainEvidence.isUntrusted(whole.errors), sent.count > 1 else { return whole }
        let part = verify(sent, at: time, flags: X509_V_FLAG_PARTIAL_CHAIN)
        let isAnchored = part.chain.count > 1 && !ChainEvidence.isUntrusted(part.errors)
        return isAnchored ? part : whole
    }

    /// Builds the chain and gathers every error with its depth.
    private func verify(_ sent: [X509Certificate], at time: Timestamp, flags: CInt) -> Verification {
        guard let context = X509_STORE_CTX_new(), let leaf = sent.first else { return Verification() }
        defer { X509_STORE_CTX_free(context) }
        let notes = ChainNotes()
        return withStack(Array(sent.dropFirst())) { others in
            X509_STORE_CTX_init(context, roots.store, leaf.pointer, others)
            X509_STORE_CTX_set_default(context, "ssl_server")
            let parameters = X509_STORE_CTX_get0_param(context)
            X509_VERIFY_PARAM_set_time(parameters, time_t(time.seconds))
            let always = X509_V_FLAG_X509_STRICT | X509_V_FLAG_TRUSTED_FIRST
            X509_VERIFY_PARAM_set_flags(parameters, UInt(always | flags))
            X509_VERIFY_PARAM_set_auth_level(parameters, 0)
            X509_STORE_CTX_set_verify_cb(context, noteError)
            X509_STORE_CTX_set_ex_data(context, 0, Unmanaged.passUnretained(notes).toOpaque())
            X509_verify_cert(context)
            let built = X509Certificate.all(in: X509_STORE_CTX_get0_chain(context))
            return Verification(
                errors: notes.errors,
                chain: built.isEmpty ? [leaf] : built,
                contradiction: ChainEvidence.isUntrusted(notes.errors)
                    ? Self.contradiction(of: built.last ?? leaf, among: sent, context) : nil
            )
        }
    }

    /// What a certificate without an issuer says against one that signed it nevertheless.
    private static func contradiction(
        of top: X509Certificate,
        among sent: [X509Certificate],
        _ context: OpaquePointer
    ) -> String? {
        guard !top.isSelfSigned else { return nil }
        let known = X509_STORE_CTX_get1_certs(context, X509_get_issuer_name(top.pointer))
        defer { portcall_sk_X509_pop_free(known) }
        let candidates = sent + X509Certificate.all(in: known)
        return candidates.lazy.filter { $0.isNamed(asIssuerOf: top) }.compactMap { candidate in
            switch X509_check_issued(candidate.pointer, top.pointer) {
            case X509_V_ERR_AKID_SKID_MISMATCH, X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH:
                X509_verify(top.pointer, X509_get0_pubkey(candidate.pointer)) == 1
                    ? "its authority key identifier names another key than its issuer's (RFC 5280 section 4.2.1.1)"
                    : nil
            case X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM:
                "its signature is of a kind that clients do not know (RFC 5280 section 4.1.1.2)"
            default: nil
            }
        }
        .first
    }

    private static func matches(_ leaf: X509Certificate, _ name: ServerName, flags: UInt32) -> Bool {
        switch name {
        case .dns(let host): X509_check_host(leaf.pointer, host, host.utf8.count, flags, nil) == 1
        case .ip(let address): X509_check_ip_asc(leaf.pointer, address, flags) == 1
        }
    }
}

/// One complaint of OpenSSL's.
struct ChainError: Equatable {
    /// `X509_V_ERR_…`.
    let code: CInt
    let depth: Int
}

/// What the callback gathers.
private final class ChainNotes {
    var errors: [ChainError] = []
}

/// Records an error and lets the verification go on, so that the next one is seen too.
private func noteError(_ isFine: CInt, _ context: OpaquePointer?) -> CInt {
    guard isFine == 0, let context, let data = X509_STORE_CTX_get_ex_data(context, 0) else { return 1 }
    let notes = Unmanaged<ChainNotes>.fromOpaque(data).takeUnretainedValue()
    let error = ChainError(
        code: X509_STORE_CTX_get_error(context),
        depth: Int(X509_STORE_CTX_get_error_depth(context))
    )
    if notes.errors.count < 200, !notes.errors.contains(error) { notes.errors.append(error) }
    return 1
}
