# Issues certificates with nothing but openssl 3, in the current folder; to be sourced.

quietly() { "$@" >>log 2>&1 || { tail -5 log >&2; echo "failed: $*" >&2; exit 1; }; }

# key NAME [ec|rsaBITS|rsa-pss|ed25519|ed448|CURVE]
key() {
    case ${2:-ec} in
        ec) quietly openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" ;;
        rsa-pss | ed25519 | ed448) quietly openssl genpkey -algorithm "$2" -out "$1.key" ;;
        rsa*) quietly openssl genpkey -algorithm RSA -pkeyopt "rsa_keygen_bits:${2#rsa}" -out "$1.key" ;;
        *) quietly openssl genpkey -algorithm EC -pkeyopt "ec_paramgen_curve:$2" -out "$1.key" ;;
    esac
}

# issue ISSUER NAME SUBJECT FROM UNTIL EXTENSIONS [digest]: FROM and UNTIL are YYYYMMDD; what is its own issuer signs itself.
issue() {
    local issuer=$1 name=$2 subject=$3 from=$4 until=$5 extensions=$6 digest=${7:-sha256}
    local signer=(-cert "$issuer.crt")
    [ -f "$name.key" ] || key "$name"
    [ "$issuer" != "$name" ] || signer=(-selfsign)
    rm -rf db && mkdir db && : >db/index.txt && openssl rand -hex 8 >db/serial
    cat >conf <<'END'
[ca]
default_ca = d
[d]
database = db/index.txt
serial = db/serial
new_certs_dir = db
policy = p
[p]
commonName = optional
END
    printf '%b\n' "$extensions" >ext
    quietly openssl req -new -key "$name.key" -subj "$subject" -out req
    quietly openssl ca -batch -notext -config conf -in req -out "$name.crt" -extfile ext -md "$digest" \
        -startdate "${from}000000Z" -enddate "${until}000000Z" -keyfile "$issuer.key" "${signer[@]}"
}

# Extensions that most certificates have.
ids='subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid'
ca="basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n$ids"
leaf="basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\n$ids"
server="$leaf\nextendedKeyUsage=serverAuth"
