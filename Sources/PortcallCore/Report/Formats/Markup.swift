// What XML and HTML take for markup, written so that neither does.
extension String {
    /// As text or as an attribute in XML 1.0 and in HTML, every character that could act spelled out first.
    var asXML: String {
        let isPlain = utf8.allSatisfy { (0x20...0x7E).contains($0) && !Self.markup.contains($0) }
        return isPlain ? self : spelledForXML
    }

    private static let markup = Array("&<>\"'".utf8)

    private var spelledForXML: String {
        escaped.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            // No characters at all, by XML 1.0 section 2.2.
            case "\u{FFFE}", "\u{FFFF}": text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Entry {
    /// Where in a policy it stands; nil where it was typed.
    var policyEntry: PolicyEntry? {
        if case .call(let verdict, _) = self { verdict.observation.plan.policyEntry } else { nil }
    }

    /// The address called, where each address of the name is a call of its own; nil where it is no part of the name.
    func addressOfItsOwn(in run: Run) -> String? {
        guard case .call(let verdict, _) = self else { return nil }
        let isOneOfSeveral = run.tellsAddresses || policyEntry?.callsEachAddress == true
        return isOneOfSeveral ? verdict.observation.calledAddress : nil
    }

    /// When the server's own certificate ends; nil where none came.
    var leaf: Certificate? {
        switch self {
        case .call(let verdict, _): verdict.observation.tls?.chain.leaf
        case .file(let verdict): verdict.file.chain.leaf
        case .heading, .together, .failure: nil
        }
    }
}
