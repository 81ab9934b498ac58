import NIOCore
import NIOEmbedded
import NIOHTTP1
import PortcallCore
import TestVectors
import Testing

/// One response, as either reader has it.
private struct Reading: Equatable {
    var status = 0
    var fields: [String] = []
    /// At most 4 KiB.
    var body: [UInt8] = []
}

@Suite("HTTP reader, beside NIO's")
struct HTTPSideBySideTests {
    /// What both read, and read alike.
    static let common = [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nServer: x\r\n\r\n",
        "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 404 Not Found\r\nA: 1\r\nA: 2\r\na: 3\r\nContent-Length: 2\r\n\r\nno",
        "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA;a=b\r\n0123456789\r\n0;x\r\nTrailer: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n000a\r\n0123456789\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX:\r\nY:   z\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /owa/\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nX: caf\u{E9}\r\nContent-Length: 0\r\n\r\n",
    ]

    @Test("gives the same, whole and however it is cut", arguments: common)
    func alike(text: String) throws {
        let bytes = Array(text.utf8)
        let theirs = try #require(Self.theirs(bytes))
        #expect(try Self.ours([bytes]) == theirs)
        for cut in bytes.indices {
            #expect(try Self.ours([Array(bytes[..<cut]), Array(bytes[cut...])]) == theirs, "cut at \(cut)")
        }
        #expect(try Self.ours(bytes.map { [$0] }) == theirs)
    }

    @Test("gives the same for every answer of the vectors", arguments: Vector.withoutChains.filter(\.isOfTheWeb))
    func vectors(vector: Vector) throws {
        for bytes in vector.answers {
            guard let theirs = Self.theirs(bytes), let ours = try? Self.ours([bytes]) else { continue }
            #expect(ours.status == theirs.status)
            #expect(ours.body == theirs.body)
        }
    }

    /// A checker describes what it meets, and clients forgive these; none of it changes where a message ends.
    @Test(
        "reads what NIO refuses and browsers forgive",
        arguments: [
            ("HTTP/1.1 200 OK\nServer: x\nContent-Length: 2\n\nok", "ok"),
            ("HTTP/1.1 200 OK\r\nServer : x\r\nContent-Length: 2\r\n\r\nok", "ok"),
            ("HTTP/1.1 200 OK\r\nServer: a\0b\r\nContent-Length: 2\r\n\r\nok", "ok"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok", "ok"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", "ok"),
        ]
    )
    func forgiving(text: String, body: String) throws {
        #expect(try Self.ours([Array(text.utf8)])?.body == Array(body.utf8))
    }

    /// NIO leaves them; RFC 9110 section 5.5 has them excluded from the value.
    @Test("takes the blanks off the end of a value")
    func blanks() throws {
        let bytes = Array("HTTP/1.1 200 OK\r\nX: y \t \r\nContent-Length: 0\r\n\r\n".utf8)
        #expect(try Self.ours([bytes])?.fields == ["x: y", "content-length: 0"])
    }

    @Test(
        "refuses what NIO refuses",
        arguments: [
            "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTX/1.1 200 OK\r\n\r\n", "220 mx ESMTP\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\n: empty\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0x5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokay\r\n",
        ]
    )
    func malformed(text: String) {
        #expect(throws: Malformed.self) { try Self.ours([Array(text.utf8)]) }
        #expect(Self.theirs(Array(text.utf8)) == nil)
    }

    @Test(
        "knows whether the connection can be used again",
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true),
            ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n", false),
            ("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false),
            ("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n", true),
            ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", false),
            ("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + String(repeating: "x", count: 5000), false),
        ]
    )
    func persistence(text: String, isReusable: Bool) throws {
        var reader = HTTPReader()
        var input = ByteQueue(text.utf8)
        #expect(try reader.read(&input)?.isReusable == isReusable)
    }

    @Test("reads no body after HEAD")
    func head() throws {
        var reader = HTTPReader(isForHead: true)
        var input = ByteQueue("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nnext".utf8)
        #expect(try reader.read(&input)?.body == [])
        #expect(input.count == 4)
    }

    @Test("keeps 4 KiB of a body, and takes the end of the connection for the end of it")
    func untilClose() throws {
        var reader = HTTPReader()
        var input = ByteQueue("HTTP/1.0 200 OK\r\n\r\nhello".utf8)
        #expect(try reader.read(&input) == nil)
        #expect(reader.end()?.body == Array("hello".utf8))
        var long = HTTPReader()
        var more = ByteQueue(("HTTP/1.0 200 OK\r\n\r\n" + String(repeating: "x", count: 9000)).utf8)
        #expect(try long.read(&more)?.body.count == 4096)
    }

    private static func ours(_ pieces: [[UInt8]]) throws -> Reading? {
        var reader = HTTPReader()
        var input = ByteQueue()
        for piece in pieces {
            try input.append(piece)
            if let response = try reader.read(&input) { return Reading(response) }
        }
        return reader.end().map(Reading.init)
    }

    /// nil where NIO refuses it or waits for more.
    private static func theirs(_ bytes: [UInt8]) -> Reading? {
        let channel = EmbeddedChannel()
        let decoder = HTTPResponseDecoder(informationalResponseStrategy: .drop)
        let handlers: [any ChannelHandler] = [HTTPRequestEncoder(), ByteToMessageHandler(decoder)]
        do {
            try channel.pipeline.syncOperations.addHandlers(handlers)
            let request = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
            try channel.writeOutbound(HTTPClientRequestPart.head(request))
            try channel.writeOutbound(HTTPClientRequestPart.end(nil))
            try channel.writeInbound(ByteBuffer(bytes: bytes))
            var reading = Reading()
            while let part = try channel.readInbound(as: HTTPClientResponsePart.self) {
                switch part {
                case .head(let head):
                    reading.status = Int(head.status.code)
                    reading.fields = head.headers.map { "\($0.name.lowercased()): \($0.value)" }
                case .body(let buffer): reading.body += buffer.readableBytesView
                case .end:
                    reading.body = Array(reading.body.prefix(4096))
                    return reading
                }
            }
        } catch {}
        return nil
    }
}

extension Reading {
    fileprivate init(_ response: HTTPResponse) {
        self.init(
            status: response.head.status,
            fields: response.head.fields.map { "\($0.name): \($0.value)" },
            body: response.body
        )
    }
}

extension Vector {
    fileprivate var isOfTheWeb: Bool { description.hasPrefix("http/") }

    /// What the server said, from one request to the next.
    fileprivate var answers: [[UInt8]] {
        var answers: [[UInt8]] = [[]]
        for entry in transcript.entries {
            switch entry {
            case .server(let bytes): answers[answers.count - 1] += bytes
            case .client, .wait, .event: answers.append([])
            }
        }
        return answers.filter { !$0.isEmpty }
    }
}
