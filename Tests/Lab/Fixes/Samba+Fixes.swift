extension Fix {
    static let samba = on("samba", product: "Samba") { fix in
        [
            fix(
                "rsa-ldaps",
                as: "ldaps",
                fault: "smb \"tls certfile=$pki/nointermediate.chain\"",
                "chain-incomplete",
                says: "Leaf and intermediates into the file of tls certfile",
                mend: "smb \"tls certfile=$pki/rsa.chain\""
            ),
            // The key of the lab is everybody's to read.
            fix(
                "rsa-ldap",
                as: "ldap",
                fault: "deaf \"tls keyfile=$pki/rsa.key\"",
                "connect-refused",
                says: "with a tls keyfile that others can read (mode 0600 is wanted) it opens none of its LDAP ports",
                mend: "smb \"tls keyfile=$home/rsa/tls/key.pem\""
            ),
            fix(
                "rsa-ldap",
                as: "ldap",
                fault: "smb 'tls enabled=no'",
                "tls-no-certificate",
                says: "tls enabled = yes, with tls certfile and tls keyfile",
                mend: "smb 'tls enabled=yes'"
            ),
            fix(
                "rsa-cldap",
                as: "cldap",
                fault: "smb 'server services=ldap kdc dns rpc ntp_signd'",
                "connect-refused",
                says: "cldap must be among server services",
                mend: "smb 'server services=ldap cldap kdc dns rpc ntp_signd'"
            ),
        ]
    }
}
