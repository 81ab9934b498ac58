// A mail server for measuring, on loopback: one process, epoll, OpenSSL; no slower than who calls it.
//
//   server FOLDER LEAVES [HOSTS]
//
// It makes a root and an intermediate CA with P-384 keys and a P-256 key for the leaves, writes the root to
// FOLDER/root.pem, and prints a line once it listens on every address of 127/8 at the ports below. Whoever calls
// 127.1.A.B is shown the leaf number A * 250 + B - 1 modulo LEAVES; each has its own addresses in it, of the first HOSTS
// (10,000).
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

enum mode { PLAIN = 26025, STARTTLS = 26587, IMPLICIT = 26465, SILENT = 26001, STALLING = 26002 };

static const int modes[] = {PLAIN, STARTTLS, IMPLICIT, SILENT, STALLING};

struct connection {
    int fd, mode, is_secured, is_over;
    size_t length;
    char line[512];
    SSL *tls;
};

static SSL_CTX **contexts;
static int leaves, hosts = 10000, poller;

static void fail(const char *what) {
    perror(what);
    ERR_print_errors_fp(stderr);
    exit(1);
}

static X509 *certificate(const char *name, EVP_PKEY *key, X509 *issuer, EVP_PKEY *signer, const char *alternatives) {
    static long serial = 4096;
    X509 *made = X509_new();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(made), -86400);
    X509_gmtime_adj(X509_getm_notAfter(made), 60 * 86400);
    X509_NAME *subject = X509_get_subject_name(made);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, (const unsigned char *)name, -1, -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer : made));
    X509_set_pubkey(made, key);
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer : made, made, NULL, NULL, 0);
    const struct { int id; const char *value; } extensions[] = {
        {NID_basic_constraints, alternatives ? "critical,CA:FALSE" : "critical,CA:TRUE"},
        {NID_key_usage, alternatives ? "critical,digitalSignature" : "critical,keyCertSign,cRLSign"},
        {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, issuer ? "keyid" : NULL},
        {NID_ext_key_usage, alternatives ? "serverAuth" : NULL},
        {NID_subject_alt_name, alternatives},
    };
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (!extensions[i].value) continue;
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, extensions[i].id, extensions[i].value);
        if (!extension) fail("extension");
        X509_add_ext(made, extension, -1);
        X509_EXTENSION_free(extension);
    }
    if (!X509_sign(made, signer, EVP_sha384())) fail("signature");
    return made;
}

// Which leaf the caller of an address is shown.
static int leaf_of(unsigned address) {
    return (((address >> 8) & 255) * 250 + (address & 255) + leaves - 1) % leaves;
}

// Every address from 127.1.0.1 on that has this leaf.
static char *alternatives(int leaf) {
    char *text = malloc(1 << 18), *end = text;
    end += sprintf(end, "DNS:mx%d.bench.test", leaf);
    for (unsigned i = 0; i < (unsigned)hosts; i++) {
        unsigned a = i / 250, b = i % 250 + 1;
        if (leaf_of(a << 8 | b) == leaf) end += sprintf(end, ",IP:127.1.%u.%u", a, b);
    }
    return text;
}

static void make_contexts(const char *folder) {
    EVP_PKEY *root_key = EVP_EC_gen("P-384"), *middle_key = EVP_EC_gen("P-384"), *leaf_key = EVP_EC_gen("P-256");
    X509 *root = certificate("Benchmark Root", root_key, NULL, root_key, NULL);
    X509 *middle = certificate("Benchmark Issuing CA", middle_key, root, root_key, NULL);
    char path[4096];
    snprintf(path, sizeof path, "%s/root.pem", folder);
    FILE *file = fopen(path, "w");
    if (!file || !PEM_write_X509(file, root) || fclose(file)) fail(path);
    contexts = calloc((size_t)leaves, sizeof *contexts);
    for (int i = 0; i < leaves; i++) {
        char name[64], *names = alternatives(i);
        snprintf(name, sizeof name, "mx%d.bench.test", i);
        X509 *leaf = certificate(name, leaf_key, middle, middle_key, names);
        free(names);
        SSL_CTX *context = contexts[i] = SSL_CTX_new(TLS_server_method());
        SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
        SSL_CTX_set_num_tickets(context, 1);
        SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
        if (!SSL_CTX_use_certificate(context, leaf) || !SSL_CTX_use_PrivateKey(context, leaf_key)
            || !SSL_CTX_add1_chain_cert(context, middle)) fail("context");
        X509_free(leaf);
    }
}

static void end(struct connection *c) {
    SSL_free(c->tls);
    close(c->fd);
    c->is_over = 1;
}

// What is said is short, and fits into the buffer of the socket.
static void say(struct connection *c, const char *text) {
    int length = (int)strlen(text);
    int said = c->is_secured ? SSL_write(c->tls, text, length) : (int)write(c->fd, text, (size_t)length);
    if (said != length) c->is_over = 2;
}

static void secure(struct connection *c) {
    struct sockaddr_in own;
    socklen_t size = sizeof own;
    getsockname(c->fd, (struct sockaddr *)&own, &size);
    c->tls = SSL_new(contexts[leaf_of(ntohl(own.sin_addr.s_addr))]);
    SSL_set_fd(c->tls, c->fd);
    SSL_set_accept_state(c->tls);
}

static void answer(struct connection *c, const char *line) {
    if (!strncasecmp(line, "EHLO", 4)) {
        int offers = c->mode == STALLING || (c->mode == STARTTLS && !c->is_secured);
        say(c, offers ? "250-mx.bench.test\r\n250-SIZE 10240000\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 8BITMIME\r\n"
                      : "250-mx.bench.test\r\n250-SIZE 10240000\r\n250-PIPELINING\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n");
    } else if (!strncasecmp(line, "STARTTLS", 8)) {
        say(c, "220 ready\r\n");
        if (c->mode == STARTTLS) secure(c);
    } else if (!strncasecmp(line, "QUIT", 4)) {
        say(c, "221 bye\r\n");
        c->is_over = 2;
    } else {
        say(c, "502 no\r\n");
    }
}

static void serve(struct connection *c) {
    for (;;) {
        if (c->tls && !c->is_secured) {
            int done = SSL_do_handshake(c->tls);
            if (done == 1) {
                c->is_secured = 1;
                c->length = 0;
                if (c->mode == IMPLICIT) say(c, "220 mx.bench.test ESMTP\r\n");
            } else {
                int why = SSL_get_error(c->tls, done);
                if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) end(c);
                return;
            }
        }
        char *at = c->line + c->length;
        size_t room = sizeof c->line - 1 - c->length;
        ssize_t got = c->is_secured ? SSL_read(c->tls, at, (int)room) : read(c->fd, at, room);
        if (got <= 0) {
            int is_waiting = c->is_secured ? SSL_get_error(c->tls, (int)got) == SSL_ERROR_WANT_READ
                                           : got < 0 && errno == EAGAIN;
            if (!is_waiting) end(c);
            return;
        }
        if (c->mode == SILENT || (c->mode == STALLING && c->tls)) continue;
        c->length += (size_t)got;
        char *newline;
        while ((newline = memchr(c->line, '\n', c->length))) {
            *newline = 0;
            size_t used = (size_t)(newline - c->line) + 1;
            char line[512];
            memcpy(line, c->line, used);
            memmove(c->line, c->line + used, c->length -= used);
            answer(c, line);
            if (c->is_over || (c->tls && !c->is_secured)) break;
        }
        if (c->is_over) {
            if (c->is_secured) SSL_shutdown(c->tls);
            end(c);
            return;
        }
    }
}

static void listen_on(int port) {
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    any.sin_addr.s_addr = htonl(INADDR_ANY);
    // Loopback alone: what comes from elsewhere is not accepted below.
    int one = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&any, sizeof any) || listen(fd, 65535)) fail("listen");
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = ((unsigned long long)port << 32 | (unsigned)fd) << 1 | 1};
    epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event);
}

static void greet(int listener, int mode) {
    for (;;) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        int one = 1, fd = accept4(listener, (struct sockaddr *)&from, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) return;
        if (ntohl(from.sin_addr.s_addr) >> 24 != 127) {
            close(fd);
            continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct connection *c = calloc(1, sizeof *c);
        c->fd = fd;
        c->mode = mode;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
        epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event);
        if (mode == IMPLICIT) secure(c);
        else if (mode != SILENT) say(c, "220 mx.bench.test ESMTP\r\n");
    }
}

int main(int count, char **arguments) {
    if (count == 4) hosts = atoi(arguments[3]);
    if (count < 3 || count > 4 || (leaves = atoi(arguments[2])) < 1 || hosts < 1 || hosts > 10000) {
        fputs("usage: server FOLDER LEAVES [HOSTS]\n", stderr);
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    make_contexts(arguments[1]);
    poller = epoll_create1(EPOLL_CLOEXEC);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) listen_on(modes[i]);
    puts("listening");
    fflush(stdout);
    // Whoever started it closes its standard input to end it.
    struct epoll_event own = {.events = EPOLLIN, .data.u64 = 0};
    epoll_ctl(poller, EPOLL_CTL_ADD, 0, &own);
    for (;;) {
        struct epoll_event events[256];
        int ready = epoll_wait(poller, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            unsigned long long data = events[i].data.u64;
            if (!data) {
                char byte;
                if (read(0, &byte, 1) <= 0) return 0;
            } else if (data & 1) {
                greet((int)(data >> 1 & 0xFFFFFFFF), (int)(data >> 33));
            } else {
                struct connection *c = events[i].data.ptr;
                serve(c);
                if (c->is_over) free(c);
            }
        }
    }
}
