import SwiftASN1

/// Builds a message of BER, in the shortest form there is.
struct BERWriter {
    private var serializer = DER.Serializer()

    /// The bytes of a SEQUENCE and what `content` writes into it.
    static func sequence(_ content: (inout BERWriter) -> Void) -> [UInt8] {
        var writer = BERWriter()
        writer.constructed(.sequence, content)
        return writer.serializer.serializedBytes
    }

    mutating func constructed(_ identifier: ASN1Identifier, _ content: (inout BERWriter) -> Void) {
        serializer.appendConstructedNode(identifier: identifier) { inner in
            var writer = BERWriter()
            content(&writer)
            inner.serializeRawBytes(writer.serializer.serializedBytes)
        }
    }

    mutating func primitive(_ identifier: ASN1Identifier, _ bytes: some Sequence<UInt8>) {
        serializer.appendPrimitiveNode(identifier: identifier) { $0.append(contentsOf: bytes) }
    }

    mutating func integer(_ value: UInt32) {
        primitive(.integer, Self.octets(value))
    }

    mutating func enumerated(_ value: UInt32) {
        primitive(.enumerated, Self.octets(value))
    }

    mutating func string(_ text: String) {
        primitive(.octetString, text.utf8)
    }

    mutating func boolean(_ value: Bool) {
        primitive(.boolean, [value ? 0xFF : 0x00])
    }

    /// Big-endian, without leading zeros but for the one that keeps it positive.
    private static func octets(_ value: UInt32) -> [UInt8] {
        let octets = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
        let shortest = Array(octets.drop { $0 == 0 })
        guard let first = shortest.first else { return [0] }
        return first < 0x80 ? shortest : [0] + shortest
    }
}

extension ASN1Identifier {
    static func application(_ number: UInt) -> Self { Self(tagWithNumber: number, tagClass: .application) }
    static func context(_ number: UInt) -> Self { Self(tagWithNumber: number, tagClass: .contextSpecific) }
}
