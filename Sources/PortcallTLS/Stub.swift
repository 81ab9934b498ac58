// The TLS engine comes here.
