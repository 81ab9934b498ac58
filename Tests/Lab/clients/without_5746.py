"""A TLS 1.2 server on PORT with CHAIN and KEY that does not know RFC 5746, as servers before 2010 did not."""
import socket
import sys
import threading

from tlslite.api import HandshakeSettings, TLSConnection, X509CertChain, parsePEMKey
from tlslite.constants import CipherSuite, ExtensionType
from tlslite.messages import ClientHello

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


def deaf(parse):
    """A ClientHello in which the client has not said that it knows RFC 5746."""
    def without(self, reader):
        hello = parse(self, reader)
        signal = CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV
        hello.cipher_suites = [suite for suite in hello.cipher_suites if suite != signal]
        hello.extensions = [one for one in hello.extensions or [] if one.extType != ExtensionType.renegotiation_info]
        return hello
    return without


ClientHello.parse = deaf(ClientHello.parse)


def answer(plain, chain, key, settings):
    try:
        connection = TLSConnection(plain)
        connection.handshakeServer(certChain=chain, privateKey=key, settings=settings)
        if connection.recv(4096):
            connection.sendall(ANSWER)
        connection.close()
    except Exception:
        plain.close()


port, chain_file, key_file = sys.argv[1:]
chain = X509CertChain()
chain.parsePemList(open(chain_file).read())
key = parsePEMKey(open(key_file).read(), private=True)
settings = HandshakeSettings()
settings.minVersion = settings.maxVersion = (3, 3)
listener = socket.create_server(("127.0.0.1", int(port)))
while True:
    plain, _ = listener.accept()
    threading.Thread(target=answer, args=(plain, chain, key, settings), daemon=True).start()
