#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

static int count;
static char **arguments;

// Gives each closed standard descriptor something that can neither be read nor written: whoever tries gets an error, and a file that
// is opened later cannot be taken for standard output.
static void occupy_standard_descriptors(void) {
    for (int number = 0; number <= 2; number++) {
        if (fcntl(number, F_GETFD) >= 0) continue;
        int file = open("/dev/null", O_PATH);
        // Those below are taken, so that it gets this number.
        if (file < 0) file = open("/", O_PATH | O_DIRECTORY);
        if (file != number) _Exit(2);
    }
}

// The matrix library starts a thread for each processor as it is loaded, and each of them takes memory, whatever is asked of the
// tool, and tries for ever to get it. Where memory is limited, the tool starts itself again, once, without them.
// A sanitizer is not there yet, either.
__attribute__((disable_sanitizer_instrumentation)) static void start_with_little_memory(int argc, char **argv, char **environment) {
    static char setting[] = "OPENBLAS_NUM_THREADS=1";
    const size_t name = sizeof "OPENBLAS_NUM_THREADS=" - 1;
    struct rlimit memory;
    size_t size = 0, kept = 0;
    (void)argc;
    // Not where the loader is the program and this is its argument, and not where the system lends a right to it.
    if (getauxval(AT_BASE) == 0 || getauxval(AT_SECURE) != 0) return;
    if (getrlimit(RLIMIT_AS, &memory) != 0 || memory.rlim_cur == RLIM_INFINITY) return;
    for (; environment[size]; size++) {
        if (strcmp(environment[size], setting) == 0) return;
    }
    char *changed[size + 2];
    for (size_t place = 0; place < size; place++) {
        if (strncmp(environment[place], setting, name) != 0) changed[kept++] = environment[place];
    }
    changed[kept++] = setting;
    changed[kept] = NULL;
    const char *program = (const char *)getauxval(AT_EXECFN);
    if (program) execve(program, argv, changed);
    execve("/proc/self/exe", argv, changed);
}

// The loader calls it before anything that a library does as it is loaded.
__attribute__((section(".preinit_array"), used)) static void (*const before_libraries)(int, char **, char **) =
    start_with_little_memory;

// The C library calls it before main, with what main gets.
__attribute__((constructor)) static void start(int argc, char **argv) {
    count = argc;
    arguments = argv;
    occupy_standard_descriptors();
    // A thread that blocks signals hands that on to what it starts, which could not be ended then.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigprocmask(SIG_UNBLOCK, &ending, NULL);
}

int singleout_argument_count(void) { return count; }

const char *singleout_argument(int position) { return arguments[position]; }

// Signals to listen to: [0] is read, [1] is written to.
static int signals[2];

static void pass_on(int number) {
    int reason = errno;
    unsigned char byte = (unsigned char)number;
    // A full pipe holds a signal already, and the first one ends the tool.
    ssize_t written = write(signals[1], &byte, 1);
    (void)written;
    errno = reason;
}

static void *wait_for_signal(void *taker) {
    unsigned char number;
    ssize_t count;
    do count = read(signals[0], &number, 1);
    while (count < 0 && errno == EINTR);
    if (count == 1) ((void (*)(int))taker)(number);
    return NULL;
}

int singleout_listen(void (*take)(int number)) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    pthread_t thread;
    if (pipe2(signals, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    fcntl(signals[0], F_SETFL, 0);
    if (pthread_create(&thread, NULL, wait_for_signal, (void *)take) != 0) {
        close(signals[0]);
        close(signals[1]);
        return -1;
    }
    pthread_detach(thread);
    for (size_t place = 0; place < sizeof numbers / sizeof numbers[0]; place++) {
        struct sigaction action, now;
        // One that is ignored already, as under nohup, stays so.
        if (sigaction(numbers[place], NULL, &now) != 0 || now.sa_handler == SIG_IGN) continue;
        memset(&action, 0, sizeof action);
        action.sa_handler = pass_on;
        action.sa_flags = SA_RESTART;
        sigfillset(&action.sa_mask);
        sigaction(numbers[place], &action, NULL);
    }
    return 0;
}

static void report_limits(int number) {
    static const char text[] = "singleout: the memory or the open files that this process may have (ulimit -v, ulimit -n) do not "
                               "suffice; raise the limits, or ask for less.\n";
    (void)number;
    ssize_t written = write(2, text, sizeof text - 1);
    (void)written;
    _exit(2);
}

void singleout_expect_limits(void) {
    static const int traps[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV};
    struct rlimit memory, files;
    // A file that grows too large is an error of the write.
    signal(SIGXFSZ, SIG_IGN);
    if (getrlimit(RLIMIT_AS, &memory) != 0 || getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    if (memory.rlim_cur == RLIM_INFINITY && files.rlim_cur >= 64) return;
    for (size_t place = 0; place < sizeof traps / sizeof traps[0]; place++) signal(traps[place], report_limits);
}

void singleout_end(int number) {
    sigset_t one;
    signal(number, SIG_DFL);
    sigemptyset(&one);
    sigaddset(&one, number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(number);
}
