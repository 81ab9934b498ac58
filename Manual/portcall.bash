# bash completion of portcall. Written by a test from what the command declares; not to be edited.
_portcall_words() { COMPREPLY+=($(compgen -W "$1" -- "$word")); }
_portcall_starts() { compopt -o nospace 2>/dev/null; _portcall_words "$1"; }
_portcall_files() {
    compopt -o filenames 2>/dev/null
    local line
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
}
_portcall() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= operand=0 index options=
    local commands='check cert gc rpc profile sweep replay policy explain ports demo help'
    local targets='smtp:// submission:// smtps:// pop3:// pop3s:// imap:// imaps:// sieve:// lmtp:// nntp:// nntps:// http:// rvp:// https:// owa:// ecp:// ews:// activesync:// autodiscover:// mapi:// rpcproxy:// oab:// ldap:// cldap:// ldaps:// gc:// gcs:// srs:// ldap55:// adlds:// adldss:// msrpc:// rpchttp:// sip:// sips:// sip-udp:// irc:// ircs:// resvc:// mrs:// replication:// x400:// t120:// h323:// audio:// uls:// dns:// dns-udp:// kerberos:// kerberos-udp:// smb:// tls:// tcp://'
    local service='smtp submission smtps pop3 pop3s imap imaps sieve lmtp nntp nntps http rvp https owa ecp ews activesync autodiscover mapi rpcproxy oab ldap cldap ldaps gc gcs srs ldap55 adlds adldss msrpc rpchttp sip sips sip-udp irc ircs resvc mrs replication x400 t120 h323 audio uls dns dns-udp kerberos kerberos-udp smb tls tcp'
    local certificate='self-signed sha256: spki:'
    local finding_id='resolve-failed connect-refused connect-timeout unreachable address-failed timeout closed-early interrupted closed-before-greeting silent greeting-slow service-refusing out-of-step malformed-reply limit-exceeded wrong-protocol wants-implicit-tls not-implicit-tls middlebox-masking starttls-not-offered starttls-refused plaintext-after-starttls starttls-still-offered plaintext-auth-offered service-unusable tls-no-certificate tls-handshake-failed tls-ended tls-version-old tls-no-forward-secrecy tls-weak-dh tls-weak-signature tls-no-secure-renegotiation tls-client-certificate-required tls-client-certificate-requested certificate-expired certificate-not-yet-valid certificate-expires-soon intermediate-expired certificate-name-mismatch certificate-self-signed certificate-untrusted-root chain-incomplete certificate-unexpected certificate-chain-order certificate-no-server-auth certificate-lifetime certificate-key-mismatch certificate-key-unusable certificate-weak-key certificate-weak-signature certificate-malformed certificate-constraint-violated certificate-profile certificate-revoked staple-missing staple-invalid no-port-answers port-filtered certificates-differ ports-disagree versions-disagree gc-port-closed dc-identity-differs dc-not-advertised srv-missing srv-unknown srv-stale rpc-endpoint-unreachable path-missing path-unprotected rpc-program-missing imap-preauth http-service-failing http-redirect-broken http-gated ldap-signing-required ldap-tls-required ldap-bind-refused rootdse-unreadable dc-not-synchronized clock-skew gc-wrong-forest gc-not-ready gc-not-global-catalog rpc-mapper-refuses not-probeable'
    local format='text brief json nagios prometheus junit sarif csv html markdown'
    local name='exchange-2000 exchange-2000-front-end exchange-2010-hub exchange-2010-edge exchange-2010-cas exchange-2010-mailbox exchange-2010-um exchange-2010 exchange exchange-edge exchange-domain-controller outlook.com'
    local role='internet client exchange hub edge cas mailbox um domain-controller pbx ocs administrator'
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
        -*) continue ;;
        esac
        case " $commands " in
        *" ${COMP_WORDS[index]} "*) [ -z "$command" ] && { command=${COMP_WORDS[index]}; continue; } ;;
        esac
        : "${command:=check}"
        case ${COMP_WORDS[index-1]} in
        --service|--source|--in-flight|--ca-file|--client-cert|--client-key|--transcript|--timeout|-t|--connect-timeout|--helo|--query|--interface|--at|--server-name|--warn-days|--critical-days|--expect|--critical|--warning|--ignore|--policy|--group|--format|--output|--chain|--key|--forest|--dns|--per-host|--from|--rate|--shard) ;;
        *) operand=$((operand + 1)) ;;
        esac
    done
    case $previous in
        --service) _portcall_words "$service"; return ;;
        --source) :; return ;;
        --in-flight) :; return ;;
        --ca-file) _portcall_files; return ;;
        --client-cert) _portcall_files; return ;;
        --client-key) _portcall_files; return ;;
        --transcript) _portcall_files; return ;;
        --timeout|-t) :; return ;;
        --connect-timeout) :; return ;;
        --helo) :; return ;;
        --query) :; return ;;
        --interface) :; return ;;
        --at) :; return ;;
        --server-name) :; return ;;
        --warn-days) :; return ;;
        --critical-days) :; return ;;
        --expect) _portcall_starts "$certificate"; return ;;
        --critical) _portcall_words "$finding_id"; return ;;
        --warning) _portcall_words "$finding_id"; return ;;
        --ignore) _portcall_words "$finding_id"; return ;;
        --policy) _portcall_files; return ;;
        --group) :; return ;;
        --format) _portcall_words "$format"; return ;;
        --output) _portcall_files; return ;;
        --chain) _portcall_files; return ;;
        --key) _portcall_files; return ;;
        --forest) :; return ;;
        --dns) :; return ;;
        --per-host) :; return ;;
        --from) _portcall_words "$role"; return ;;
        --rate) :; return ;;
        --shard) :; return ;;
    esac
    [ -z "$command" ] && [ "${word#-}" = "$word" ] && _portcall_words "$commands"
    case ${command:=check} in
        check) options='--service --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --all --policy --group --format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        cert) options='--service --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --chain --key --both-keys --format --json --quiet -q --color --no-color --verbose -v --output --pem --help -h --help' ;;
        gc) options='--forest --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --dns --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        rpc) options='--rpc-all --per-host --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        profile) options='--from --csv --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --dns --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        sweep) options='--service --per-host --rate --shard --resume --ipv4 -4 --ipv6 -6 --source --each-address --in-flight --ca-file --client-cert --client-key --transcript --timeout -t --connect-timeout --helo --exchange --query --interface --at --server-name --warn-days --critical-days --expect --critical --warning --ignore --format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        replay) options='--format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
        policy) options='--json --no-color --help -h --help' ;;
        explain) options='--no-color --help -h --help' ;;
        ports) options='--json --csv --verbose -v --no-color --help -h --help' ;;
        demo) options='--format --json --quiet -q --color --no-color --verbose -v --output --help -h --help' ;;
    help) _portcall_words "$commands"; return ;;
    esac
    case $word in
    -*) _portcall_words "$options"; return ;;
    esac
    case $command in
        check) case $operand in *) _portcall_starts "$targets" ;; esac ;;
        cert) case $operand in *) _portcall_starts "$targets" ;; esac ;;
        gc) case $operand in 0) : ;; esac ;;
        rpc) case $operand in 0) : ;; esac ;;
        profile) case $operand in 0) _portcall_words "$name" ;; 1) : ;; esac ;;
        sweep) case $operand in 0) _portcall_files ;; esac ;;
        replay) case $operand in *) _portcall_files ;; esac ;;
        policy) case $operand in 0) _portcall_files ;; esac ;;
        explain) case $operand in 0) _portcall_words "$finding_id" ;; 1) _portcall_words "$service" ;; esac ;;
        ports) case $operand in 0) _portcall_words "$service" ;; esac ;;
        demo) case $operand in  esac ;;
    esac
}
complete -F _portcall portcall
