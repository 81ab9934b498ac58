extension Fix {
    static let postfix = on("postfix", product: "Postfix") { fix in
        [
            fix(
                "rsa",
                as: "submission",
                fault: "main smtpd_tls_security_level=none",
                "starttls-not-offered",
                says: "smtpd_tls_security_level = may (encrypt on submission), and smtpd_tls_chain_files.",
                mend: "main smtpd_tls_security_level=encrypt"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main \"smtpd_tls_chain_files=$pki/mismatch.key, $pki/mismatch.chain\"",
                "starttls-refused",
                says: "check the files of smtpd_tls_chain_files.",
                mend: "main \"smtpd_tls_chain_files=$pki/rsa.key, $pki/rsa.chain\""
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main \"smtpd_tls_chain_files=$pki/nointermediate.key, $pki/nointermediate.chain\"",
                "chain-incomplete",
                says: "Put key, leaf and intermediates in that order into the file of smtpd_tls_chain_files",
                mend: "main \"smtpd_tls_chain_files=$pki/rsa.key, $pki/rsa.chain\""
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main smtpd_sasl_auth_enable=no",
                "service-unusable",
                says: "smtpd_sasl_auth_enable = yes",
                mend: "main smtpd_sasl_auth_enable=yes"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "main smtpd_tls_auth_only=no",
                "plaintext-auth-offered",
                says: "smtpd_tls_auth_only = yes",
                mend: "main smtpd_tls_auth_only=yes"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "master rsa smtpd_tls_wrappermode=yes",
                "wants-implicit-tls",
                says: "Remove smtpd_tls_wrappermode=yes from this port's lines in master.cf.",
                mend: "withdraw rsa smtpd_tls_wrappermode"
            ),
            fix(
                "implicit",
                as: "smtps",
                fault: "withdraw implicit smtpd_tls_wrappermode",
                "not-implicit-tls",
                says: "Add -o smtpd_tls_wrappermode=yes to the service in master.cf.",
                mend: "master implicit smtpd_tls_wrappermode=yes"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "master rsa smtpd_tls_security_level=none",
                "starttls-not-offered",
                says: "A -o smtpd_tls_security_level on this port's lines in master.cf counts over main.cf.",
                mend: "withdraw rsa smtpd_tls_security_level"
            ),
            fix(
                "implicit",
                as: "smtps",
                fault: "main smtpd_tls_chain_files=$pki/missing.chain",
                "tls-handshake-failed",
                says: "See first that the files of smtpd_tls_chain_files are there and can be read",
                mend: "main \"smtpd_tls_chain_files=$pki/rsa.key, $pki/rsa.chain\""
            ),
            fix(
                "implicit",
                as: "smtps",
                fault: "main 'smtpd_tls_mandatory_protocols=>=TLSv1, <=TLSv1' smtpd_tls_security_level=encrypt "
                    + "tls_medium_cipherlist=DEFAULT:@SECLEVEL=0 smtpd_tls_mandatory_ciphers=medium",
                "tls-version-old",
                says: "smtpd_tls_protocols and smtpd_tls_mandatory_protocols = >=TLSv1.2",
                mend: "main 'smtpd_tls_mandatory_protocols=>=TLSv1.2'"
            ),
            fix(
                "rsa",
                as: "submission",
                fault: "master rsa smtpd_upstream_proxy_protocol=haproxy",
                "service-refusing",
                says: "take smtpd_upstream_proxy_protocol off this port's lines in master.cf",
                mend: "withdraw rsa smtpd_upstream_proxy_protocol"
            ),
        ]
    }
}
