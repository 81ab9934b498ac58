internal import COpenSSL
internal import PortcallCore

/// What OpenSSL made of a chain.
struct ChainVerification {
    var errors: [ChainError] = []
    /// As put together, leaf first.
    var chain: [X509Certificate] = []
    /// Trusted certificates that have the name of the issuer that the topmost one lacks.
    var namesakes: [X509Certificate] = []
    /// Its policies are more than OpenSSL computes with.
    var hasTooManyPolicies = false
}

/// One complaint of OpenSSL's.
struct ChainError: Equatable {
    /// `X509_V_ERR_…`.
    let code: CInt
    let depth: Int
}

extension ChainJudge {
    /// Up to a self-signed root, or to an intermediate that is trusted here and was sent, as curl and Go take it too.
    func verify(_ sent: [X509Certificate], at time: Timestamp) -> ChainVerification {
        let whole = verify(sent, at: time, flags: 0)
        guard ChainEvidence.isUntrusted(whole.errors), sent.count > 1 else { return whole }
        let part = verify(sent, at: time, flags: X509_V_FLAG_PARTIAL_CHAIN)
        let isAnchored = part.chain.count > 1 && !ChainEvidence.isUntrusted(part.errors)
        return isAnchored ? part : whole
    }

    /// Builds the chain and gathers every error with its depth.
    private func verify(_ sent: [X509Certificate], at time: Timestamp, flags: CInt) -> ChainVerification {
        guard let context = X509_STORE_CTX_new(), let leaf = sent.first else { return ChainVerification() }
        defer { X509_STORE_CTX_free(context) }
        let notes = ChainNotes()
        return withStack(Array(sent.dropFirst())) { others in
            X509_STORE_CTX_init(context, roots.store, leaf.pointer, others)
            X509_STORE_CTX_set_default(context, "ssl_server")
            let parameters = X509_STORE_CTX_get0_param(context)
            X509_VERIFY_PARAM_set_time(parameters, time_t(time.seconds))
            let always = X509_V_FLAG_X509_STRICT | X509_V_FLAG_TRUSTED_FIRST | Self.policyCheck
            X509_VERIFY_PARAM_set_flags(parameters, UInt(always | flags))
            // Any policy is as good as another to us, as it is to clients.
            X509_VERIFY_PARAM_add0_policy(parameters, OBJ_nid2obj(NID_any_policy))
            X509_VERIFY_PARAM_set_auth_level(parameters, 0)
            X509_STORE_CTX_set_verify_cb(context, noteError)
            X509_STORE_CTX_set_ex_data(context, 0, Unmanaged.passUnretained(notes).toOpaque())
            let result = X509_verify_cert(context)
            let built = X509Certificate.all(in: X509_STORE_CTX_get0_chain(context))
            let top = built.last ?? leaf
            return ChainVerification(
                errors: notes.errors,
                chain: built.isEmpty ? [leaf] : built,
                namesakes: ChainEvidence.isUntrusted(notes.errors) ? Self.namesakes(ofIssuer: top, context) : [],
                hasTooManyPolicies: result < 0 && X509_STORE_CTX_get_error(context) == X509_V_ERR_OUT_OF_MEM
            )
        }
    }

    /// Before OpenSSL 3.0.9 and 3.1.1 a chain could make it compute policies for ever (CVE-2023-0464).
    private static let policyCheck: CInt = {
        let version = OpenSSL_version_num()
        let isBounded = version >= 0x3010_0010 || (0x3000_0090..<0x3010_0000).contains(version)
        return isBounded ? X509_V_FLAG_POLICY_CHECK : 0
    }()

    private static func namesakes(ofIssuer top: X509Certificate, _ context: OpaquePointer) -> [X509Certificate] {
        guard !top.isSelfSigned else { return [] }
        let known = X509_STORE_CTX_get1_certs(context, X509_get_issuer_name(top.pointer))
        defer { portcall_sk_X509_pop_free(known) }
        return Array(X509Certificate.all(in: known).prefix(lengthLimit))
    }
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
