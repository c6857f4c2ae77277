#define _GNU_SOURCE
#include "mappings.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { slots = 256 };

/* No mapping starts at 0 or 1: a slot is free at 0, and taken but not yet filled at 1. */
static struct {
    atomic_uintptr_t start;
    atomic_size_t length;
    atomic_int is_cut;
} mappings[slots];

static uintptr_t page;
static atomic_int is_guarded;

/* Calls only what a signal handler may: on Linux mmap is a plain system call. */
static void on_bus_error(int number, siginfo_t *fault, void *context) {
    (void)context;
    uintptr_t at = (uintptr_t)fault->si_addr;
    for (int slot = 0; slot < slots; slot++) {
        uintptr_t start = atomic_load(&mappings[slot].start);
        size_t length = atomic_load(&mappings[slot].length);
        if (start <= 1 || at < start || at - start >= length) continue;
        uintptr_t from = at & ~(page - 1);
        void *zeros = mmap(
            (void *)from, start + length - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        if (zeros == MAP_FAILED) break;
        atomic_store(&mappings[slot].is_cut, 1);
        return;
    }
    /* Another's: it happens again and ends the process. */
    signal(number, SIG_DFL);
}

void singleout_guard_mappings(void) {
    page = (uintptr_t)sysconf(_SC_PAGESIZE);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGBUS, &action, NULL) == 0) atomic_store(&is_guarded, 1);
}

int singleout_mappings_are_guarded(void) { return atomic_load(&is_guarded); }

int singleout_note_mapping(const void *start, size_t length) {
    for (int slot = 0; slot < slots; slot++) {
        uintptr_t free = 0;
        if (!atomic_compare_exchange_strong(&mappings[slot].start, &free, 1)) continue;
        atomic_store(&mappings[slot].length, length);
        atomic_store(&mappings[slot].is_cut, 0);
        atomic_store(&mappings[slot].start, (uintptr_t)start);
        return slot;
    }
    return singleout_no_mapping;
}

int singleout_mapping_is_cut(int number) {
    return number == singleout_no_mapping ? 0 : atomic_load(&mappings[number].is_cut);
}

void singleout_forget_mapping(int number) {
    if (number != singleout_no_mapping) atomic_store(&mappings[number].start, 0);
}
