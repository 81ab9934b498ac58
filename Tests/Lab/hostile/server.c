// Servers that mean no good, on loopback: a port each from 27001 on, a thread a connection.
//
//   server CERTIFICATE KEY
//
// Prints a line once it listens, and ends with its standard input.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static SSL_CTX *context;

static int say_bytes(int fd, const void *bytes, size_t length) {
    for (const char *at = bytes; length;) {
        ssize_t sent = send(fd, at, length, MSG_NOSIGNAL);
        if (sent <= 0) return 0;
        at += sent;
        length -= (size_t)sent;
    }
    return 1;
}

static int say(int fd, const char *text) { return say_bytes(fd, text, strlen(text)); }

static int hear(int fd) {
    char bytes[4096];
    return recv(fd, bytes, sizeof bytes, 0) > 0;
}

static void reset(int fd) {
    struct linger at_once = {1, 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

// Up to the go-ahead, and then whatever comes.
static int agree_to_tls(int fd) {
    return say(fd, "220 mx.lab.test ESMTP\r\n") && hear(fd) && say(fd, "250-mx.lab.test\r\n250 STARTTLS\r\n") && hear(fd)
        && say(fd, "220 go ahead\r\n");
}

static SSL *secure(int fd) {
    SSL *tls = SSL_new(context);
    SSL_set_fd(tls, fd);
    return tls;
}

static void endless_line(int fd) {
    char bytes[8192];
    memset(bytes, 'a', sizeof bytes);
    say(fd, "220 ");
    while (say_bytes(fd, bytes, sizeof bytes)) {}
}

static void endless_lines(int fd) {
    if (!say(fd, "220 mx.lab.test ESMTP\r\n") || !hear(fd)) return;
    while (say(fd, "250-SOMETHING\r\n")) {}
}

static void a_byte_a_second(int fd) {
    for (const char *at = "220-mx.lab.test takes its time and says so in very many words\r\n"; *at; at++) {
        if (!say_bytes(fd, at, 1)) return;
        sleep(1);
    }
}

// A ServerHello of TLS 1.2, and a Certificate message of so many certificates of so many bytes.
static void certificates(int fd, size_t count, size_t length) {
    if (!hear(fd)) return;
    unsigned char hello[4 + 38] = {2, 0, 0, 38, 3, 3};
    hello[4 + 35] = 0xC0;
    hello[4 + 36] = 0x2F;
    unsigned char record[5] = {22, 3, 3, 0, sizeof hello};
    if (!say_bytes(fd, record, 5) || !say_bytes(fd, hello, sizeof hello)) return;
    size_t list = count * (length + 3), size = 7 + list;
    unsigned char *message = calloc(1, size);
    unsigned char head[] = {11, (unsigned char)((list + 3) >> 16), (unsigned char)((list + 3) >> 8), (unsigned char)(list + 3),
                            (unsigned char)(list >> 16), (unsigned char)(list >> 8), (unsigned char)list};
    memcpy(message, head, sizeof head);
    for (size_t i = 0; i < count; i++) {
        unsigned char *at = message + 7 + i * (length + 3);
        at[0] = (unsigned char)(length >> 16);
        at[1] = (unsigned char)(length >> 8);
        at[2] = (unsigned char)length;
    }
    for (size_t at = 0; at < size; at += 16384) {
        size_t part = size - at < 16384 ? size - at : 16384;
        unsigned char of_part[5] = {22, 3, 3, (unsigned char)(part >> 8), (unsigned char)part};
        if (!say_bytes(fd, of_part, 5) || !say_bytes(fd, message + at, part)) break;
    }
    free(message);
    while (hear(fd)) {}
}

static void many_certificates(int fd) { certificates(fd, 20000, 500); }
static void large_certificate(int fd) { certificates(fd, 1, 16777000); }

static void renegotiation(int fd) {
    SSL *tls = secure(fd);
    SSL_set_max_proto_version(tls, TLS1_2_VERSION);
    if (SSL_accept(tls) == 1 && SSL_write(tls, "220 mx.lab.test ESMTP\r\n", 23) > 0)
        while (SSL_renegotiate(tls) == 1 && SSL_do_handshake(tls) == 1) {}
    SSL_free(tls);
}

static void tickets(int fd) {
    SSL *tls = secure(fd);
    if (SSL_accept(tls) == 1)
        while (SSL_new_session_ticket(tls) == 1 && SSL_do_handshake(tls) == 1) {}
    SSL_free(tls);
}

static void empty_records(int fd) {
    const unsigned char record[] = {22, 3, 3, 0, 0};
    if (!hear(fd)) return;
    while (say_bytes(fd, record, sizeof record)) {}
}

static void alerts(int fd) {
    const unsigned char alert[] = {21, 3, 3, 0, 2, 1, 90};
    if (!agree_to_tls(fd) || !hear(fd)) return;
    while (say_bytes(fd, alert, sizeof alert)) {}
}

static void half_open(int fd) {
    if (!say(fd, "220 mx.lab.test ESMTP\r\n")) return;
    shutdown(fd, SHUT_WR);
    while (hear(fd)) {}
}

static void reset_at_once(int fd) { reset(fd); }

static void reset_in_listing(int fd) {
    say(fd, "220 mx.lab.test ESMTP\r\n");
    hear(fd);
    say(fd, "250-mx.lab.test\r\n250-STARTT");
    reset(fd);
}

static void reset_in_handshake(int fd) {
    agree_to_tls(fd);
    hear(fd);
    reset(fd);
}

static void gigabyte_at_the_end(int fd) {
    char bytes[65536];
    memset(bytes, 'z', sizeof bytes);
    if (!say(fd, "220 mx.lab.test ESMTP\r\n") || !hear(fd) || !say(fd, "250 mx.lab.test\r\n")) return;
    // It may ask for STARTTLS all the same before it says goodbye.
    if (!hear(fd) || !say(fd, "221 bye\r\n")) return;
    for (int i = 0; i < 16384; i++)
        if (!say_bytes(fd, bytes, sizeof bytes)) return;
}

static void (*const manners[])(int) = {
    endless_line, endless_lines, a_byte_a_second, many_certificates, large_certificate, renegotiation, tickets,
    empty_records, alerts, half_open, reset_at_once, reset_in_listing, reset_in_handshake, gigabyte_at_the_end,
};

struct visit { int fd; void (*manner)(int); };

static void *receive(void *argument) {
    struct visit *visit = argument;
    visit->manner(visit->fd);
    close(visit->fd);
    free(visit);
    return NULL;
}

static void *listen_for(void *argument) {
    size_t place = (size_t)argument;
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons((unsigned short)(27001 + place))};
    int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&own, sizeof own) || listen(fd, 4096)) {
        perror("listen");
        exit(1);
    }
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 256 * 1024);
    pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
    for (;;) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        int client = accept(fd, (struct sockaddr *)&from, &size);
        if (client < 0) continue;
        struct timeval patience = {90, 0};
        setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        struct visit *visit = malloc(sizeof *visit);
        *visit = (struct visit){client, manners[place]};
        pthread_t thread;
        // Loopback alone.
        if (ntohl(from.sin_addr.s_addr) >> 24 != 127 || pthread_create(&thread, &small, receive, visit)) {
            close(client);
            free(visit);
        }
    }
}

int main(int count, char **arguments) {
    if (count != 3) {
        fputs("usage: server CERTIFICATE KEY\n", stderr);
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    context = SSL_CTX_new(TLS_server_method());
    if (SSL_CTX_use_certificate_chain_file(context, arguments[1]) != 1
        || SSL_CTX_use_PrivateKey_file(context, arguments[2], SSL_FILETYPE_PEM) != 1) return 3;
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, listen_for, (void *)i);
    }
    sleep(1);
    printf("%zu ports\n", sizeof manners / sizeof *manners);
    fflush(stdout);
    char byte;
    while (read(0, &byte, 1) > 0) {}
    return 0;
}
