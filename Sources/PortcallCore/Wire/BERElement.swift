import SwiftASN1

/// One element of BER as LDAP restricts it: a definite length at every level (RFC 4511 section 5.1).
///
/// Lengths may have more octets than they need, as Windows writes them. How deep elements nest is bounded.
struct BERElement {
    /// The identifier as sent: class, form and number in one octet.
    let tag: UInt8
    /// What a primitive element holds.
    let bytes: ArraySlice<UInt8>
    /// What a constructed one does.
    let elements: [BERElement]

    /// Reads the one element that `encoded` is.
    init(_ encoded: ArraySlice<UInt8>) throws(Malformed) {
        let root: ASN1Node
        do { root = try BER.parse(encoded) } catch {
            throw .unexpected("what is no BER: \(encoded.quotedInHexadecimal)")
        }
        guard let element = BERElement(root) else {
            throw .unexpected("a length or an identifier that is not allowed: \(encoded.quotedInHexadecimal)")
        }
        self = element
    }

    private init?(_ node: ASN1Node) {
        let encoded = node.encodedBytes
        guard let tag = encoded.first, tag & 0x1F != 0x1F else { return nil }
        self.tag = tag
        switch node.content {
        case .primitive(let content):
            bytes = content
            elements = []
        case .constructed(let nodes):
            guard encoded.dropFirst().first != Self.indefiniteLength else { return nil }
            bytes = []
            var children: [BERElement] = []
            for node in nodes {
                guard let child = BERElement(node) else { return nil }
                children.append(child)
            }
            elements = children
        }
    }

    private static let indefiniteLength: UInt8 = 0x80
}

extension BERElement {
    /// How many bytes the element that `bytes` begin with has, its header included; nil while the header is incomplete.
    ///
    /// It must have the identifier expected, a definite length, and no more bytes than the limit.
    static func size(of bytes: ArraySlice<UInt8>, tag expected: UInt8, limit: Int) throws(Malformed) -> Int? {
        guard let tag = bytes.first else { return nil }
        guard tag == expected else { throw .unexpected(bytes.quoted) }
        guard let first = bytes.dropFirst().first else { return nil }
        guard first > 0x7F else { return 2 + Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count) else {
            throw .unexpected("a length that is not allowed: \(bytes.quotedInHexadecimal)")
        }
        let octets = bytes.dropFirst(2).prefix(count)
        guard octets.count == count else { return nil }
        let size = octets.reduce(0) { $0 << 8 | Int($1) } + 2 + count
        guard size <= limit else { throw .tooLong("a message of \(size) bytes", quoting: bytes.quotedInHexadecimal) }
        return size
    }

    /// An INTEGER or ENUMERATED that is not negative and fits 31 bits, as message numbers and result codes do.
    var number: Int? {
        guard (1...5).contains(bytes.count), bytes.first.map({ $0 < 0x80 }) == true else { return nil }
        let value = bytes.reduce(0) { $0 << 8 | Int($1) }
        return value <= Int(Int32.max) ? value : nil
    }

    /// A string that is safe to keep and to print, and no longer than words are; Windows ends some with a NUL.
    var text: String { ByteQueue.quote(bytes.last == 0 ? bytes.dropLast() : bytes, limit: 1024) }
}
