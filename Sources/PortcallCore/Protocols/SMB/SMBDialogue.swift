/// SMB over TCP ([MS-SMB2]): the dialects are negotiated, and nothing follows.
package struct SMBDialogue: Dialogue {
    private enum Phase {
        case asking
        case awaitingAnswer
    }

    package private(set) var facts = Facts()
    package let awaits = "the answer to NEGOTIATE"
    private let number: UInt64
    private var phase = Phase.asking
    private var awaited = LengthPrefix.smb.size

    init(_ line: Line) {
        number = line.number
    }

    package var framing: Framing { .bytes(awaited) }

    package func isOwn(_ head: [UInt8]) -> Bool { Self.begins(head[...]) }

    private static func begins(_ head: ArraySlice<UInt8>) -> Bool {
        head.first == 0 && SMBAnswer.begins(head.dropFirst(LengthPrefix.smb.size))
    }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard phase == .awaitingAnswer else {
            phase = .awaitingAnswer
            return .send(SMBRequest.negotiate(number))
        }
        let message = try LengthPrefix.smb.take(from: &input, &awaited, isOwn: Self.begins)
        guard let message else { return .listen }
        switch try SMBAnswer(message) {
        case .request: facts.trouble = .impostor(Recognition.echo, words: nil)
        case .old: facts.trouble = .impostor("a file server that speaks SMB 1 alone", words: nil)
        case .refused(let status):
            facts.isConfirmed = true
            let words = SMBWords.words(of: status)
            facts.answered(words)
            facts.refuse(words, meaning: SMBWords.meaning(of: status), at: .answer)
        case .agreed(let agreement):
            facts.isConfirmed = true
            let heard = SMBFacts(agreement)
            facts.service = heard
            facts.answered(heard.words)
            facts.reservation = heard.limit
        }
        return .part([])
    }
}
