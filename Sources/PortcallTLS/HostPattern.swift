internal import PortcallCore

/// A DNS name of a subjectAltName, held against what a host can be called.
///
/// RFC 5280 section 4.2.1.6 asks for the preferred name syntax of RFC 1034 section 3.5; a wildcard may be the whole
/// leftmost label (RFC 6125 section 6.4.3) and may not stand for all of a public suffix (CA/Browser baseline section
/// 3.2.2.6).
enum HostPattern {
    /// What is wrong with it, and the rule; nil where nothing is.
    static func fault(of name: String) -> CertificateFault? {
        let syntax = "(RFC 5280 section 4.2.1.6)"
        if name.utf8.contains(where: { $0 >= 0x80 }) { return nil }
        if name.allSatisfy({ $0 == " " }) { return CertificateFault(.nameSyntax, "empty \(syntax)") }
        if name.contains(" ") { return CertificateFault(.nameSyntax, "a space \(syntax)") }
        if name.contains("/") { return CertificateFault(.nameSyntax, "a URI and no host name \(syntax)") }
        if name.contains("@") {
            return CertificateFault(.nameSyntax, "a mail address and no host name \(syntax)")
        }
        if isAddress(name) {
            return CertificateFault(.nameIsAddress, "an address, which belongs among the addresses \(syntax)")
        }
        if name.contains(":") {
            return CertificateFault(.nameSyntax, "a port has no place in a name \(syntax)")
        }
        if name.hasSuffix(".") { return CertificateFault(.nameWithDotAtEnd, "a dot at its end \(syntax)") }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if labels.contains("") || name.utf8.count > 253 || labels.contains(where: { $0.utf8.count > 63 }) {
            return CertificateFault(.nameSyntax, "an empty label, or one too long \(syntax)")
        }
        if name.contains("_") {
            return CertificateFault(.nameUnderscore, "an underscore (CA/Browser baseline section 7.1.2.7.12)")
        }
        if name.contains("*") { return wildcardFault(labels) }
        return labelFault(labels[...])
    }

    private static func labelFault(_ labels: ArraySlice<String>) -> CertificateFault? {
        guard labels.contains(where: { !isLabel($0) }) else { return nil }
        return CertificateFault(.nameSyntax, "characters that no host name has (RFC 5280 section 4.2.1.6)")
    }

    private static func wildcardFault(_ labels: [String]) -> CertificateFault? {
        let rule = "(RFC 6125 section 6.4.3)"
        guard labels[0] == "*", !labels.dropFirst().contains(where: { $0.contains("*") }) else {
            let words = "a wildcard that is not the whole leftmost label, which few clients match"
            return CertificateFault(.wildcardWithinLabel, "\(words) \(rule)")
        }
        guard labels.count > 2 else {
            let words = "a wildcard for a whole public suffix (CA/Browser baseline section 3.2.2.6)"
            return CertificateFault(.wildcardOverSuffix, words)
        }
        return labelFault(labels.dropFirst())
    }

    /// Letters, digits, and hyphens inside.
    private static func isLabel(_ label: String) -> Bool {
        let isPlain = label.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
            default: false
            }
        }
        return isPlain && !label.hasPrefix("-") && !label.hasSuffix("-")
    }

    private static func isAddress(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isDotted = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        let isIPv6 = name.filter { $0 == ":" }.count > 1 && name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        return isDotted || isIPv6
    }
}
