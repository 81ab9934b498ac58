internal import COpenSSL
internal import PortcallCore

/// A block between BEGIN and END lines (RFC 7468), with the line it begins on.
struct PEMBlock {
    enum Kind {
        case certificate
        /// With OpenSSL's settings of trust behind it.
        case trustedCertificate
        /// PKCS #7.
        case bundle
        case privateKey
        case request
        case other
    }

    let kind: Kind
    let label: String
    /// From 1.
    let line: Int
    /// There is an END line before the next BEGIN.
    private(set) var isClosed = false
    /// Its BEGIN stands on the line of an END.
    private(set) var isGlued = false
    /// A BEGIN or END line that is none to the letter, and where it stands.
    private(set) var brokenMark: (line: Int, text: String)?
    private var text: [UInt8] = []

    private init(label: String, line: Int) {
        kind =
            switch label {
            case "CERTIFICATE", "X509 CERTIFICATE": .certificate
            case "TRUSTED CERTIFICATE": .trustedCertificate
            case "PKCS7", "CMS": .bundle
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": .request
            case _ where label.hasSuffix("PRIVATE KEY"): .privateKey
            default: .other
            }
        self.label = label
        self.line = line
    }

    /// All blocks, in order; line endings of any kind, and whatever stands between them.
    static func all(in file: [UInt8]) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var open: PEMBlock?
        for line in lines(of: file) {
            if let label = label(of: line.text, "-----BEGIN ") {
                if let open { blocks.append(open) }
                open = PEMBlock(label: label, line: line.number)
                open?.isGlued = line.isGlued
            } else if label(of: line.text, "-----END ") != nil {
                open?.isClosed = true
                blocks += [open].compactMap(\.self)
                open = nil
            } else if let mark = nearlyMark(line.text) {
                var block = open ?? PEMBlock(label: "CERTIFICATE", line: line.number)
                block.brokenMark = block.brokenMark ?? (line.number, mark)
                block.isClosed = mark.contains("END ")
                open = block.isClosed ? nil : block
                if block.isClosed { blocks.append(block) }
            } else if open?.kind != .privateKey {
                open?.text += line.text
            }
        }
        return blocks + [open].compactMap(\.self)
    }

    /// `CERTIFICATE` of `-----BEGIN CERTIFICATE-----`; a byte order mark or spaces may stand before it.
    private static func label(of line: ArraySlice<UInt8>, _ mark: String) -> String? {
        guard let start = words(of: line) else { return nil }
        guard start.hasPrefix(mark), let end = start.dropFirst(mark.count).firstRange(of: "-----") else { return nil }
        return String(start[..<end.lowerBound].dropFirst(mark.count))
    }

    /// A line that was meant as a mark of a certificate: `----- BEGIN CERTIFICATE -----`.
    private static func nearlyMark(_ line: ArraySlice<UInt8>) -> String? {
        guard let start = words(of: line), start.count < 80, ["-", "\u{2013}", "\u{2014}"].contains(start.prefix(1))
        else {
            return nil
        }
        let isMeant = start.contains("CERTIFICATE") && (start.contains("BEGIN ") || start.contains("END "))
        return isMeant ? String(start).escaped : nil
    }

    private static func words(of line: ArraySlice<UInt8>) -> Substring? {
        guard line.count < 200, line.contains(where: { $0 == 0x2D || $0 >= 0x80 }) else { return nil }
        let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" && $0 != "\u{FEFF}" }
        return Substring(text).drop { $0 == " " || $0 == "\t" }
    }

    /// Nil where it is not Base64.
    var decoded: [UInt8]? { Self.decode(text) }

    static func decode(_ text: [UInt8]) -> [UInt8]? {
        let digits = text.filter { $0 > 0x20 }
        guard !digits.isEmpty, digits.count.isMultiple(of: 4) else { return nil }
        var bytes = [UInt8](repeating: 0, count: digits.count / 4 * 3)
        guard EVP_DecodeBlock(&bytes, digits, CInt(clamping: digits.count)) == bytes.count else { return nil }
        return Array(bytes.dropLast(digits.suffix(2).count { $0 == 0x3D }))
    }
}

extension PEMBlock {
    private struct Line {
        let number: Int
        let text: ArraySlice<UInt8>
        /// It is the rest of a line that had an END.
        let isGlued: Bool
    }

    private static func lines(of file: [UInt8]) -> [Line] {
        // PowerShell writes UTF-16, of which PEM needs every other byte.
        let isWide = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
        let bytes = isWide ? file.dropFirst(2).filter { $0 != 0 } : file
        let isOld = !bytes.contains(0x0A)
        return bytes.split(separator: isOld ? 0x0D : 0x0A, omittingEmptySubsequences: false).enumerated()
            .flatMap { index, text in parts(of: text, number: index + 1) }
    }

    /// A line with the end of a block and the beginning of the next is two.
    private static func parts(of text: ArraySlice<UInt8>, number: Int) -> [Line] {
        guard text.count < 200, let end = text.firstRange(of: Array("-----END ".utf8)),
            let begin = text[end.upperBound...].firstRange(of: Array("-----BEGIN ".utf8))
        else { return [Line(number: number, text: text, isGlued: false)] }
        // `-----END CERTIFICATE----------BEGIN`: the dashes in the middle are those of both.
        return [
            Line(number: number, text: text[..<begin.lowerBound], isGlued: false),
            Line(number: number, text: text[begin.lowerBound...], isGlued: true),
        ]
    }
}
