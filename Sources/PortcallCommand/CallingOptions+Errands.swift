import ArgumentParser
import Portcall

extension CallingOptions {
    /// Does all the errands, shows each verdict as it comes, and ends with the exit code of the worst.
    func run(
        _ errands: [Errand],
        announce: (String) -> Void = { _ in },
        show: (Verdict, Errand) -> Void,
        conclude: (CheckupSummary) -> Void = { _ in }
    ) async throws {
        let settings = try settings()
        let caller = try Failure.orExit { () throws(TLSUnavailable) in try Caller(settings) }
        let transcript = try transcriptFile()
        let interruption = Interruption()
        var severities: [Severity?] = []
        var transcripts: [CheckupTranscript] = []
        for errand in errands where !interruption.hasCome && !StandardOutput.isLeft {
            announce(errand.target)
            let progress = Progress(errand.target, errand.plan.timeout)
            let (results, report) = AsyncStream.makeStream(of: CallResult.self)
            let work = Task {
                defer { report.finish() }
                return await caller.run(errand.checkup) { report.yield($0) }
            }
            interruption.ends(work)
            var calls: [Transcript] = []
            for await result in results {
                progress?.stepAside()
                show(result.verdict, errand)
                severities.append(result.verdict.severity)
                calls += result.transcript.map { [$0] } ?? []
            }
            progress?.end()
            let summary = await work.value
            let plan = errand.kind == nil ? nil : errand.plan
            transcripts.append(CheckupTranscript(calls, of: errand.kind, plan, answers: summary?.answers ?? []))
            if let summary {
                conclude(summary)
                severities.append(summary.severity)
            }
        }
        try write(transcripts, to: transcript)
        if interruption.hasCome { throw ExitCode(130) }
        throw ExitCode(severities)
    }
}
