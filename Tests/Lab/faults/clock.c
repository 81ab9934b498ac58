// Preloaded, sets the wall clock back by an hour once the file is there that PORTCALL_CLOCK names; the monotonic
// clock goes on. What waits until a moment of the wall clock waits until that comes, as where the clock is really set.
#define _GNU_SOURCE
#include <errno.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long back(void) {
    const char *mark = getenv("PORTCALL_CLOCK");
    return mark && !access(mark, F_OK) ? 3600 : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int failed = (int)syscall(SYS_clock_gettime, clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec -= back();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *where) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (where) *where = now.tv_sec;
    return now.tv_sec;
}

static int is_past(const struct timespec *moment) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec > moment->tv_sec || (now.tv_sec == moment->tv_sec && now.tv_nsec >= moment->tv_nsec);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict moment) {
    const struct timespec tick = {0, 2000000};
    while (sem_trywait(semaphore)) {
        if (is_past(moment)) {
            errno = ETIMEDOUT;
            return -1;
        }
        nanosleep(&tick, NULL);
    }
    return 0;
}
