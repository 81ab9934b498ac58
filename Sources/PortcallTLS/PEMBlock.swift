internal import COpenSSL

/// A block between BEGIN and END lines (RFC 7468), with the line it begins on.
struct PEMBlock {
    enum Kind {
        case certificate
        /// PKCS #7.
        case bundle
        case privateKey
        case other
    }

    let kind: Kind
    /// From 1.
    let line: Int
    /// There is an END line before the next BEGIN.
    private(set) var isClosed = false
    private var text: [UInt8] = []

    private init(label: String, line: Int) {
        kind =
            switch label {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": .certificate
            case "PKCS7", "CMS": .bundle
            case _ where label.hasSuffix("PRIVATE KEY"): .privateKey
            default: .other
            }
        self.line = line
    }

    /// All blocks, in order; line endings of any kind, and whatever stands between them.
    static func all(in bytes: [UInt8]) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var open: PEMBlock?
        let isOld = !bytes.contains(0x0A)
        let lines = bytes.split(separator: isOld ? 0x0D : 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if let label = label(of: line, "-----BEGIN ") {
                if let open { blocks.append(open) }
                open = PEMBlock(label: label, line: index + 1)
            } else if var block = open {
                block.isClosed = label(of: line, "-----END ") != nil
                if !block.isClosed, block.kind != .privateKey { block.text += line }
                open = block.isClosed ? nil : block
                if block.isClosed { blocks.append(block) }
            }
        }
        return blocks + [open].compactMap(\.self)
    }

    /// `CERTIFICATE` of `-----BEGIN CERTIFICATE-----`; a byte order mark or spaces may stand before it.
    private static func label(of line: ArraySlice<UInt8>, _ mark: String) -> String? {
        guard line.count < 200, line.contains(0x2D) else { return nil }
        let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" && $0 != "\u{FEFF}" }
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard start.hasPrefix(mark), let end = start.dropFirst(mark.count).firstRange(of: "-----") else { return nil }
        return String(start[..<end.lowerBound].dropFirst(mark.count))
    }

    /// Nil where it is not Base64.
    var decoded: [UInt8]? {
        let digits = text.filter { $0 > 0x20 }
        guard !digits.isEmpty, digits.count.isMultiple(of: 4) else { return nil }
        var bytes = [UInt8](repeating: 0, count: digits.count / 4 * 3)
        guard EVP_DecodeBlock(&bytes, digits, CInt(clamping: digits.count)) == bytes.count else { return nil }
        return Array(bytes.dropLast(digits.suffix(2).count { $0 == 0x3D }))
    }
}
