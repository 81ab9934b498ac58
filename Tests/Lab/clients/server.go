// Serves certificates as they are, byte by byte, which OpenSSL would not load; a line of standard input each:
// PORT CHAIN KEY, both files in PEM.
package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var port, chain, key string
		fmt.Sscan(lines.Text(), &port, &chain, &key)
		if err := serve(port, chain, key); err != nil {
			fmt.Printf("%s\t%v\n", port, err)
		} else {
			fmt.Printf("%s\tready\n", port)
		}
	}
	select {}
}

func serve(port, chain, key string) error {
	var certificate tls.Certificate
	rest, err := os.ReadFile(chain)
	if err != nil {
		return err
	}
	for block, rest := pem.Decode(rest); block != nil; block, rest = pem.Decode(rest) {
		certificate.Certificate = append(certificate.Certificate, block.Bytes)
	}
	text, err := os.ReadFile(key)
	if err != nil {
		return err
	}
	block, _ := pem.Decode(text)
	if certificate.PrivateKey, err = x509.ParsePKCS8PrivateKey(block.Bytes); err != nil {
		return err
	}
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	listener, err := tls.Listen("tcp", "127.0.0.1:"+port, config)
	if err != nil {
		return err
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go answer(connection)
		}
	}()
	return nil
}

func answer(connection net.Conn) {
	defer connection.Close()
	if _, err := connection.Read(make([]byte, 4096)); err == nil {
		fmt.Fprint(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
	}
}
