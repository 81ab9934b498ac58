import Portcall

extension MalformedTarget {
    /// What is wrong, as a sentence, and what this command can do about it.
    var sentence: String {
        let words = "\(self)\(hint)"
        return words.hasSuffix("?") || words.hasSuffix(".") ? words : "\(words)."
    }

    private var hint: String {
        switch self {
        case .noPort: ", or the service with --service NAME"
        case .unknownPort: "; name it with --service NAME ('portcall ports' lists the names)"
        case .unknownService: description.hasSuffix("?") ? "" : "; 'portcall ports' lists the names"
        default: ""
        }
    }
}
