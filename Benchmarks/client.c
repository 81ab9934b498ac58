// What portcall is measured beside: the least that does the same work. One thread, epoll, OpenSSL, the same dialogue, the
// chain and the name verified in full.
//
//   client plain|starttls|implicit|silent|stalling PORT ROOTS IN-FLIGHT < ADDRESSES
//
// An address a line. Ends with a line: calls, those that were well, wall and CPU milliseconds, peak resident KiB.
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
#include <time.h>
#include <unistd.h>

enum phase { CONNECTING, GREETING, LISTING, AGREEING, SHAKING, GREETING_AGAIN, LISTING_AGAIN, PARTING };

struct call {
    int fd, phase, is_well;
    size_t length;
    char buffer[8192], address[64];
    SSL *tls;
};

static SSL_CTX *context;
static int poller, port, is_implicit, wants_tls, under_way, calls, well;

static void end(struct call *c) {
    if (c->tls) {
        if (c->phase > SHAKING) SSL_shutdown(c->tls);
        SSL_free(c->tls);
    }
    close(c->fd);
    well += c->is_well;
    under_way--;
    free(c);
}

static int say(struct call *c, const char *text) {
    int length = (int)strlen(text);
    c->length = 0;
    return (c->tls && c->phase > SHAKING ? SSL_write(c->tls, text, length) : (int)write(c->fd, text, (size_t)length)) == length;
}

static int begin_tls(struct call *c) {
    c->phase = SHAKING;
    c->tls = SSL_new(context);
    SSL_set_fd(c->tls, c->fd);
    SSL_set_connect_state(c->tls);
    return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(c->tls), c->address);
}

// The last line of a reply is there: what comes next.
static int next(struct call *c) {
    switch (c->phase) {
    case GREETING: return c->phase = LISTING, say(c, "EHLO client.bench.test\r\n");
    case GREETING_AGAIN: return c->phase = LISTING_AGAIN, say(c, "EHLO client.bench.test\r\n");
    case LISTING:
        if (wants_tls && strstr(c->buffer, "STARTTLS")) return c->phase = AGREEING, say(c, "STARTTLS\r\n");
        c->is_well = !wants_tls;
        return c->phase = PARTING, say(c, "QUIT\r\n");
    case AGREEING: return begin_tls(c);
    case LISTING_AGAIN:
        c->is_well = SSL_get_verify_result(c->tls) == X509_V_OK;
        return c->phase = PARTING, say(c, "QUIT\r\n");
    default: return 0;
    }
}

static int is_whole(const struct call *c) {
    if (c->length < 4 || c->buffer[c->length - 1] != '\n') return 0;
    const char *line = c->buffer, *newline;
    while ((newline = strchr(line, '\n')) && newline[1]) line = newline + 1;
    return strlen(line) > 3 && line[3] != '-';
}

// Nought where the call is over.
static int go_on(struct call *c, unsigned events) {
    if (c->phase == CONNECTING) {
        int trouble = 0;
        socklen_t size = sizeof trouble;
        getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &trouble, &size);
        if (trouble || (events & EPOLLERR)) return 0;
        c->phase = GREETING;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
        epoll_ctl(poller, EPOLL_CTL_MOD, c->fd, &event);
        if (is_implicit && !begin_tls(c)) return 0;
    }
    for (;;) {
        if (c->phase == SHAKING) {
            int done = SSL_do_handshake(c->tls);
            if (done != 1) return SSL_get_error(c->tls, done) == SSL_ERROR_WANT_READ;
            c->phase = is_implicit ? GREETING_AGAIN : LISTING_AGAIN;
            if (!is_implicit && !say(c, "EHLO client.bench.test\r\n")) return 0;
        }
        char *at = c->buffer + c->length;
        size_t room = sizeof c->buffer - 1 - c->length;
        ssize_t got = c->phase > SHAKING && c->tls ? SSL_read(c->tls, at, (int)room) : read(c->fd, at, room);
        if (got <= 0) {
            if (c->phase > SHAKING && c->tls) return SSL_get_error(c->tls, (int)got) == SSL_ERROR_WANT_READ;
            return got < 0 && errno == EAGAIN;
        }
        c->length += (size_t)got;
        c->buffer[c->length] = 0;
        if (is_whole(c) && !next(c)) return 0;
    }
}

static void begin(const char *address) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    struct call *c = calloc(1, sizeof *c);
    snprintf(c->address, sizeof c->address, "%s", address);
    inet_pton(AF_INET, address, &to.sin_addr);
    int one = 1;
    c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    connect(c->fd, (struct sockaddr *)&to, sizeof to);
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT, .data.ptr = c};
    epoll_ctl(poller, EPOLL_CTL_ADD, c->fd, &event);
    under_way++;
    calls++;
}

static double milliseconds(struct timeval time) { return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3; }

int main(int count, char **arguments) {
    if (count != 5) {
        fputs("usage: client plain|starttls|implicit PORT ROOTS IN-FLIGHT < ADDRESSES\n", stderr);
        return 64;
    }
    signal(SIGPIPE, SIG_IGN);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    wants_tls = strcmp(arguments[1], "plain") != 0;
    is_implicit = !strcmp(arguments[1], "implicit");
    port = atoi(arguments[2]);
    context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    if (!SSL_CTX_load_verify_file(context, arguments[3])) {
        ERR_print_errors_fp(stderr);
        return 3;
    }
    poller = epoll_create1(EPOLL_CLOEXEC);
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    char line[64];
    int in_flight = atoi(arguments[4]), is_over = 0;
    while (!is_over || under_way) {
        while (!is_over && under_way < in_flight) {
            if (!fgets(line, sizeof line, stdin)) {
                is_over = 1;
                break;
            }
            line[strcspn(line, "\r\n")] = 0;
            begin(line);
        }
        struct epoll_event events[256];
        int ready = under_way ? epoll_wait(poller, events, 256, -1) : 0;
        for (int i = 0; i < ready; i++) {
            struct call *c = events[i].data.ptr;
            if (!go_on(c, events[i].events)) end(c);
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double wall = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
    printf("%d calls, %d well, %.1f ms, %.1f ms of CPU, %ld KiB\n", calls, well, wall,
        milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss);
    return 0;
}
