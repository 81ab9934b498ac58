import PortcallCore
import PortcallTLS

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What libFuzzer calls with each input.
///
/// Nothing may trap, and nothing that a terminal obeys may reach an output.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    part.take(bytes)
    return 0
}

/// What is fuzzed: `PORTCALL_FUZZ_PART` names one part, for a long run of it alone; else the input says.
private let part = getenv("PORTCALL_FUZZ_PART").flatMap { Part(rawValue: String(cString: $0)) } ?? .all

private enum Part: String {
    case all
    /// What a server of any service sends, and all else that can happen to a call, in any order.
    case calls
    /// The messages of each protocol alone, at once and in pieces.
    case codecs
    /// Files of certificates, which is the reader and the judge.
    case certificates
    /// Chains of a handshake, from DER.
    case chains
    /// Calls and checkups written down.
    case transcripts
    /// What a person types or a file says: targets, settings, lists, policies.
    case parsers

    func take(_ bytes: [UInt8]) {
        switch self {
        case .all: Self.told(by: bytes).take(bytes)
        case .calls: (bytes.first ?? 0) & 1 == 0 ? serve(Array(bytes.dropFirst())) : happen(Array(bytes.dropFirst()))
        case .codecs: decode(bytes)
        case .certificates: judge(file: bytes)
        case .chains: judge(chain: bytes)
        case .transcripts: read(transcript: bytes)
        case .parsers: parse(bytes)
        }
    }

    /// The seeds are of all kinds: a transcript is text, a certificate begins as one.
    private static func told(by bytes: [UInt8]) -> Self {
        if bytes.starts(with: "-----BEGIN".utf8) { return .certificates }
        if bytes.first == 0x30 { return bytes.count.isMultiple(of: 2) ? .certificates : .chains }
        if let text = String(validating: bytes, as: UTF8.self), (try? CheckupTranscript(text)) != nil {
            return .transcripts
        }
        return [.calls, .codecs, .parsers][bytes.count % 3]
    }
}

private func read(transcript bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    guard let transcript = try? CheckupTranscript(text) else { return }
    judge(transcript)
}

private func judge(_ checkup: CheckupTranscript) {
    requireReadable(checkup.description)
    let (verdicts, summary) = checkup.play { transcript in
        judge(transcript, chunk: 3)
        return judge(transcript, chunk: .max).verdict
    }
    guard let summary else { return }
    let printer = CheckupPrinter()
    let lines = verdicts.map { printer.line($0, of: summary.target) }.joined()
    requireHarmless(lines + printer.details(summary), "the screen of a checkup")
    requireJSON(JSONPrinter().print(summary.record))
}

/// The first byte says which service it is, the second in which pieces the others arrive and how it ends.
private func serve(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let service = Service.all[Int(bytes[0]) % Service.all.count]
    let manner = bytes[1]
    let target = Target(text: "fuzz", service: service, host: .name("mx.example.net"), port: service.port ?? 25)
    var transcript = Transcript(plan: Plan(target, started: Timestamp(seconds: 0)))
    let secured = Transcript.Entry.event(.secured(TLSFacts(version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384")))
    let rest = Transcript.Entry.server(Array(bytes.dropFirst(2)))
    transcript.entries = service.security == .implicit ? [secured, rest] : [rest, secured, rest]
    transcript.entries.append(.event(manner & 1 == 0 ? .closed(isReset: false) : .timedOut))
    let written = judge(transcript, chunk: manner & 2 == 0 ? .max : 1 + Int(manner >> 2)).written
    requireHarmless(written, "a transcript")
}

/// - Returns: what is concluded, and the call as it would be written down: its words are the server's, or of the
/// transcript's own author.
@discardableResult
private func judge(_ transcript: Transcript, chunk: Int) -> (verdict: Verdict, written: String) {
    let performance = transcript.play(chunk: chunk, isRecording: true)
    let verdict = Verdict(performance.observation)
    let text = TextPrinter()
    requireJSON(JSONPrinter().print(verdict.record))
    requireHarmless(text.print(verdict) + text.printBriefly(verdict), "a screen")
    requireOneFindingACause(verdict)
    precondition(Verdict(performance.observation).findings == verdict.findings, "judged twice, it is another verdict")
    let written = performance.transcript?.description ?? ""
    requireReadable(written)
    return (verdict, written)
}

private let judgeOfFiles = (try? TrustRoots(pem: "")).map { ChainJudge(roots: $0) }

func judge(file bytes: [UInt8]) {
    let now = Timestamp(seconds: 1_772_445_600)
    guard let (chain, keyLine) = try? judgeOfFiles?.judge(file: bytes, name: nil, at: now) else { return }
    let file = ChainFile(name: "fuzz", started: now, criteria: Criteria(), chain: chain, keyLine: keyLine)
    let verdict = ChainVerdict(file)
    requireJSON(JSONPrinter().print(verdict.record))
    requireHarmless(CertificatePrinter().print(verdict), "the screen of a file")
}
