/// A refusal in three digits, as SMTP, news and FTP have it, from a server whose protocol has none.
///
/// Servers that are too busy to look which port was called are known to say it, and so are devices in front.
struct NumberedRefusal {
    /// The first line, as it came.
    let words: String

    /// - Returns: nil where the first line is none.
    init?(_ input: ByteQueue) {
        var ahead = input
        guard let line = try? ahead.takeLine() else { return nil }
        guard (try? ReplyCode(line, in: 400..<600, separators: [" ", "-"])) != nil else { return nil }
        words = line
    }

    /// - Parameter meaning: what the words are known to mean besides.
    /// - Returns: that, and what the number means.
    func meaning(beside meaning: String?) -> String {
        let form =
            "It says so with a number, which the protocol of this port has not: either the server says the same on "
            + "all its ports, or something else answers on this one."
        return [meaning, form].compactMap(\.self).joined(separator: " ")
    }
}
