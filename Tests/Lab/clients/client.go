// Go's crypto/tls as a client of each server on standard input, a line each: PORT HOST.
// Prints PORT, "verifying" or "blind", and "took" or what it refused for.
package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

func main() {
	pem, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var port, host string
		fmt.Sscan(lines.Text(), &port, &host)
		for _, blind := range []bool{false, true} {
			mode := map[bool]string{false: "verifying", true: "blind"}[blind]
			config := &tls.Config{ServerName: host, RootCAs: roots, InsecureSkipVerify: blind}
			fmt.Printf("%s\t%s\t%s\n", port, mode, call(port, config))
		}
	}
}

func call(port string, config *tls.Config) string {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Deadline: time.Now().Add(10 * time.Second)}
	connection, err := tls.DialWithDialer(dialer, "tcp", "127.0.0.1:"+port, config)
	if err == nil {
		defer connection.Close()
		_, err = connection.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
		if err == nil {
			_, err = connection.Read(make([]byte, 1))
		}
	}
	if err == nil {
		return "took"
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}
