internal import COpenSSL
internal import PortcallCore

/// What chains were judged to be, so that each is judged once, however many servers show it.
///
/// It belongs to one event loop, and needs no lock. A judgement is found again by the exact bytes of all certificates and
/// by whether the leaf has the name that is wanted, and only for as long as no certificate begins or ends that could have
/// a part in it: at every such moment the chain is judged anew.
package final class ChainMemory {
    /// How many chains are remembered at least, and how large one may be: an honest one has some kilobytes.
    private static let limit = 64
    private static let byteLimit = 16_384

    private struct Key: Hashable {
        let chain: [UInt8]
        let nameMatches: Bool?
    }

    private struct Entry {
        let judged: ChainJudge.Judged
        let validity: Validity
    }

    private let judge: ChainJudge
    private var entries = Recent<Key, Entry>(limit)
    /// What certificates say, by their bytes: many servers show the same authorities.
    private var certificates = Recent<[UInt8], Certificate>(limit)
    /// How many chains were judged.
    private(set) var judgements = 0

    package init(_ judge: ChainJudge) {
        self.judge = judge
    }

    /// As `ChainJudge.judge`, to which it comes where it has not been there.
    func judge(_ sent: [X509Certificate], name: ServerName?, at time: Timestamp) -> ChainJudge.Judged {
        let matches = judge.match(sent, name)
        guard let key = Self.key(sent, matches) else {
            return finish(judge.judge(sent, matches, at: time, reading: read), sent, name)
        }
        if let entry = entries[key], entry.validity.contains(time) { return finish(entry.judged, sent, name) }
        judgements += 1
        let judged = judge.judge(sent, matches, at: time, reading: read)
        entries[key] = judge.validity(of: sent, judged.built, around: time).map { Entry(judged: judged, validity: $0) }
        return finish(judged, sent, name)
    }

    private func read(_ certificate: X509Certificate) -> Certificate {
        let bytes = certificate.bytes
        guard !bytes.isEmpty, bytes.count <= Self.byteLimit else { return Certificate(certificate) }
        if let known = certificates[bytes] { return known }
        let read = Certificate(certificate)
        certificates[bytes] = read
        return read
    }

    /// What depends on the name itself is never remembered.
    private func finish(
        _ judged: ChainJudge.Judged,
        _ sent: [X509Certificate],
        _ name: ServerName?
    ) -> ChainJudge.Judged {
        judge.noteCommonName(judged, sent, name)
    }

    /// Nil where the chain is larger than those that are remembered.
    private static func key(_ sent: [X509Certificate], _ matches: Bool?) -> Key? {
        var chain: [UInt8] = []
        for certificate in sent {
            let bytes = certificate.bytes
            guard !bytes.isEmpty, chain.count + bytes.count <= byteLimit else { return nil }
            chain += bytes
        }
        return chain.isEmpty ? nil : Key(chain: chain, nameMatches: matches)
    }
}

/// The time for which a judgement holds: between two moments, both left out.
struct Validity {
    private let begin: Int64
    private let end: Int64

    /// Nil where `time` stands so near to one of the moments that a second more or less counts.
    init?(around time: Timestamp, between moments: [Timestamp]) {
        let seconds = moments.map(\.seconds)
        guard seconds.allSatisfy({ $0 < time.seconds - 1 || $0 > time.seconds + 1 }) else { return nil }
        begin = (seconds.filter { $0 < time.seconds }.max() ?? .min / 2) + 1
        end = (seconds.filter { $0 > time.seconds }.min() ?? .max / 2) - 1
    }

    func contains(_ time: Timestamp) -> Bool { begin < time.seconds && time.seconds < end }
}

extension ChainJudge {
    /// The most certificates of this machine that may have a part in the judgement of one chain.
    private static let candidateLimit = 64

    /// How long a judgement holds: until a certificate begins or ends that was sent, or that this machine has and could
    /// have been tried as the issuer of another; nil where that cannot be told.
    func validity(of sent: [X509Certificate], _ built: [X509Certificate], around time: Timestamp) -> Validity? {
        guard let context = X509_STORE_CTX_new() else { return nil }
        defer {
            X509_STORE_CTX_free(context)
            ERR_clear_error()
        }
        guard X509_STORE_CTX_init(context, roots.store, nil, nil) == 1 else { return nil }
        var all = sent + built
        var next = 0
        while next < all.count {
            let known = X509_STORE_CTX_get1_certs(context, X509_get_issuer_name(all[next].pointer))
            defer { portcall_sk_X509_pop_free(known) }
            for one in X509Certificate.all(in: known) where !all.contains(where: { $0.isSame(as: one) }) {
                all.append(one)
            }
            guard all.count <= Self.candidateLimit else { return nil }
            next += 1
        }
        var moments: [Timestamp] = []
        for one in all {
            guard
                let begin = Timestamp(X509_get0_notBefore(one.pointer)),
                let end = Timestamp(X509_get0_notAfter(one.pointer))
            else { return nil }
            moments += [begin, end]
        }
        return Validity(around: time, between: moments)
    }
}
