/// What an H.323 endpoint answers to a status enquiry.
package struct H323Facts: ServiceFacts {
    private let message: Q931Message

    init(_ message: Q931Message) {
        self.message = message
    }

    /// What it means that it takes no call for now; nil where it does not say so.
    var refusal: String? { message.cause.flatMap { H323Words.fullness[$0] } }

    /// The answer in a line.
    var words: String {
        let cause = message.cause.map { ", cause \($0)" + (H323Words.name(ofCause: $0).map { ": \($0)" } ?? "") }
        return H323Words.name(of: message.type) + (cause ?? "")
    }

    package var record: Record {
        Record([
            ("message", .text(H323Words.name(of: message.type))),
            ("cause", message.cause.map { .integer($0) } ?? .null),
            ("version", message.version.map { .integer($0) } ?? .null),
        ])
    }

    package var lines: [FactLine] {
        [message.version.map { FactLine("version", "H.225.0 version \($0)") }].compactMap(\.self)
    }
}

/// Messages and causes in words (Q.931 section 3.1, Q.850 section 2.2.7).
enum H323Words {
    static func name(of type: UInt8) -> String { messages[type] ?? "message type 0x\(Hexadecimal.text([type]))" }

    static func name(ofCause cause: Int) -> String? { causes[cause] }

    /// The causes that say that nobody more is served for now.
    static let fullness = [
        42: "It has no room for calls: too many are there.",
        47: "It has no room for calls: something that they need is used up.",
    ]

    private static let messages: [UInt8: String] = [
        0x01: "ALERTING", 0x02: "CALL PROCEEDING", 0x03: "PROGRESS", 0x05: "SETUP", 0x07: "CONNECT",
        0x45: "DISCONNECT", 0x4D: "RELEASE", 0x5A: "RELEASE COMPLETE", 0x62: "FACILITY", 0x6E: "NOTIFY",
        0x75: "STATUS ENQUIRY", 0x7B: "INFORMATION", 0x7D: "STATUS",
    ]

    private static let causes = [
        16: "normal clearing", 21: "call rejected", 30: "answer to a status enquiry", 31: "normal, unspecified",
        41: "temporary failure", 42: "switching equipment congestion", 47: "resource unavailable",
        79: "service or option not implemented", 81: "invalid call reference", 88: "incompatible destination",
        95: "invalid message", 96: "a mandatory element is missing", 97: "a message type that it does not have",
        98: "a message that does not fit the state of the call", 99: "an element that it does not have",
        100: "invalid contents of an element", 101: "a message that does not fit the state of the call",
        111: "protocol error", 127: "interworking, unspecified",
    ]
}
