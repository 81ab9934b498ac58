extension Fix {
    static let openLDAP = on("slapd", product: "OpenLDAP") { fix in
        [
            fix(
                "rsa",
                as: "ldap",
                fault: "conf rsa disallow=bind_anon",
                "ldap-bind-refused",
                says: "disallow bind_anon (olcDisallows) refuses it",
                mend: "conf rsa disallow="
            ),
            fix(
                "rsa",
                as: "ldap",
                fault: "conf rsa require=authc",
                "rootdse-unreadable",
                says: "no require authc",
                mend: "conf rsa require="
            ),
            fix(
                "tlsrequired",
                as: "ldap",
                fault: "conf tlsrequired TLSCertificateFile= TLSCertificateKeyFile=",
                "starttls-not-offered",
                says: "TLSCertificateFile and TLSCertificateKeyFile (olcTLS… in cn=config) must name files",
                mend: "conf tlsrequired TLSCertificateFile=$pki/rsa.chain TLSCertificateKeyFile=$pki/rsa.key"
            ),
            fix(
                "rsa",
                as: "ldap",
                fault: "conf rsa TLSCertificateFile=$pki/nointermediate.chain",
                "chain-incomplete",
                says: "Leaf and intermediates into the file of TLSCertificateFile",
                mend: "conf rsa TLSCertificateFile=$pki/rsa.chain"
            ),
            fix(
                "rsa-implicit",
                as: "ldaps",
                fault: "conf rsa TLSVerifyClient=demand TLSCACertificateFile=$pki/root.crt",
                "tls-client-certificate-required",
                says: "TLSVerifyClient allow (or never) instead of demand.",
                mend: "conf rsa TLSVerifyClient=never"
            ),
        ]
    }
}
