#define _GNU_SOURCE
#include "reader_process.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

extern char **environ;

/* MARK: Who starts */

/* The environment, with one thread for the matrix library, which is not used. */
static char **quiet_environment(void) {
    static char setting[] = "OPENBLAS_NUM_THREADS=1";
    size_t count = 0, kept = 0;
    while (environ && environ[count]) count++;
    char **copy = calloc(count + 2, sizeof *copy);
    if (!copy) return NULL;
    for (size_t place = 0; place < count; place++) {
        if (strncmp(environ[place], setting, strchr(setting, '=') - setting + 1) != 0) copy[kept++] = environ[place];
    }
    copy[kept] = setting;
    return copy;
}

/* Above the standard descriptors, so that none of them is put in another's place before it is copied. */
static int lifted(int descriptor) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    int reason = errno;
    close(descriptor);
    errno = reason;
    return copy;
}

int singleout_start_reader(
    const char *program, const char *first, const char *second, int file, int *channel, pid_t *process) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
    int ours = lifted(ends[0]), theirs = lifted(ends[1]), input = fcntl(file, F_DUPFD_CLOEXEC, 3);
    int reason = ours < 0 || theirs < 0 || input < 0 ? errno : 0;
    char **environment = quiet_environment();
    if (!reason && !environment) reason = ENOMEM;
    if (!reason) {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        reason = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        if (!reason) reason = posix_spawn_file_actions_adddup2(&actions, theirs, STDOUT_FILENO);
        /* What it could say of a value of a record is not shown. */
        if (!reason) reason = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        if (!reason) reason = posix_spawnattr_setsigmask(&attributes, &none);
        if (!reason) reason = posix_spawnattr_setsigdefault(&attributes, &all);
        /* A group of its own: a signal of the terminal is for the program, whose end ends the reader. */
        if (!reason) reason = posix_spawnattr_setpgroup(&attributes, 0);
        if (!reason) {
            reason = posix_spawnattr_setflags(
                &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        }
        if (!reason) {
            char *arguments[] = {(char *)"singleout", (char *)first, (char *)second, NULL};
            reason = posix_spawn(process, program, &actions, &attributes, arguments, environment);
        }
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    free(environment);
    if (theirs >= 0) close(theirs);
    if (input >= 0) close(input);
    if (reason) {
        if (ours >= 0) close(ours);
        return reason;
    }
    *channel = ours;
    return 0;
}

void singleout_end_reader(pid_t process) {
    kill(process, SIGKILL);
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) continue;
}

/* MARK: Who is started */

int singleout_is_reader(void) {
    struct stat status;
    return fstat(STDOUT_FILENO, &status) == 0 && S_ISSOCK(status.st_mode);
}

/*
 Character sets that files of SPSS, Stata and SAS are written in. The system's converters are files that are read when they are
 asked for first, which is too late afterwards; they stay open.
*/
static void open_converters(void) {
    static const char *const sets[] = {
        "BIG-5", "BIG5", "CP1129", "CP1361", "CP1381", "CP437", "CP737", "CP775", "CP850", "CP852", "CP855", "CP857", "CP858",
        "CP860", "CP861", "CP862", "CP863", "CP864", "CP865", "CP866", "CP869", "CP874", "CP921", "CP922", "CP932", "CP936",
        "CP942", "CP949", "CP950", "EUC-CN", "EUC-JP", "EUC-KR", "EUC-TW", "GB18030", "GB2312", "GBK", "ISO-2022-CN",
        "ISO-2022-CN-EXT", "ISO-2022-JP", "ISO-2022-KR", "ISO-8859-1", "ISO-8859-10", "ISO-8859-11", "ISO-8859-13",
        "ISO-8859-14", "ISO-8859-15", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
        "ISO-8859-8", "ISO-8859-9", "ISO-IR-149", "ISO-IR-58", "KOI8-R", "KOI8-U", "MACARABIC", "MACCENTRALEUROPE",
        "MACCROATIAN", "MACCYRILLIC", "MACGREEK", "MACHEBREW", "MACICELAND", "MACINTOSH", "MACROMAN", "MACROMANIA", "MACTHAI",
        "MACTURKISH", "MACUKRAINE", "SHIFT-JIS", "SHIFT_JIS", "SHIFT_JISX0213", "TIS-620", "US-ASCII", "UTF-16", "UTF-16BE",
        "UTF-16LE", "UTF-32BE", "UTF-32LE", "UTF-7", "UTF-8", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253",
        "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258", "WINDOWS-936",
    };
    for (size_t place = 0; place < sizeof sets / sizeof *sets; place++) (void)iconv_open("UTF-8", sets[place]);
}

/* Ends the process with the program that wants its answer, whatever the reader is at. */
static void *watch(void *unused) {
    struct pollfd other = {STDOUT_FILENO, 0, 0};
    while (!(other.revents & (POLLHUP | POLLERR | POLLNVAL))) (void)poll(&other, 1, -1);
    _exit(2);
    return unused;
}

static int start_watch(void) {
    pthread_t thread;
    pthread_attr_t attributes;
    int reason = pthread_attr_init(&attributes);
    if (reason) return reason;
    pthread_attr_setstacksize(&attributes, 256 << 10);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    reason = pthread_create(&thread, &attributes, watch, NULL);
    pthread_attr_destroy(&attributes);
    return reason;
}

static int lower(int resource, rlim_t most) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return errno;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < most) most = limit.rlim_max;
    if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < most) most = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max = most;
    return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

/* A sanitizer's shadow takes all addresses. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

/* Limits the addresses to those in use and some more. */
static int limit_memory(size_t more) {
#ifdef IS_SANITIZED
    (void)more;
    return 0;
#else
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file) return errno;
    unsigned long pages = 0;
    int found = fscanf(file, "%lu", &pages);
    fclose(file);
    return found == 1 ? lower(RLIMIT_AS, (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + more) : EINVAL;
#endif
}

/* No file, and on newer systems no connection and no signal to others, from now on; nothing where the system lacks it. */
static int forbid_files(void) {
#ifdef LANDLOCK_CREATE_RULESET_VERSION
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return 0;
    /* Each version knows more rights; one that it does not know is refused. The numbers are the system's and do not change. */
    struct {
        uint64_t files, connections, scopes;
    } rules = {(1 << 13) - 1, 0, 0};
    size_t size = sizeof(uint64_t);
    if (version >= 2) rules.files |= 1 << 13;
    if (version >= 3) rules.files |= 1 << 14;
    if (version >= 5) rules.files |= 1 << 15;
    if (version >= 4) {
        rules.connections = 3;
        size = 2 * sizeof(uint64_t);
    }
    if (version >= 6) {
        rules.scopes = 3;
        size = 3 * sizeof(uint64_t);
    }
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (ruleset < 0) return errno;
    int reason = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0 ? 0 : errno;
    close(ruleset);
    return reason;
#else
    return 0;
#endif
}

int singleout_confine_reader(size_t memory) {
#ifdef SYS_close_range
    (void)syscall(SYS_close_range, 3U, ~0U, 0);
#else
    for (long descriptor = sysconf(_SC_OPEN_MAX) - 1; descriptor > 2; descriptor--) close((int)descriptor);
#endif
    open_converters();
    int reason = limit_memory(memory);
    if (!reason && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) reason = errno;
    if (!reason) reason = forbid_files();
    if (!reason) reason = lower(RLIMIT_CORE, 0);
    if (!reason) reason = lower(RLIMIT_FSIZE, 0);
    /* No new descriptors: the three that are open are all. */
    if (!reason) reason = lower(RLIMIT_NOFILE, 3);
    /* Last, as what the system forbids a thread it forbids those that the thread starts, and no others. */
    return reason ? reason : start_watch();
}
