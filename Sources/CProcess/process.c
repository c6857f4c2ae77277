#define _GNU_SOURCE
#include "process.h"

#include <fcntl.h>
#include <stdlib.h>

static int count;
static char **arguments;

// Gives each closed standard descriptor something that can neither be read nor written: whoever tries gets an error, and a file that
// is opened later cannot be taken for standard output.
static void occupy_standard_descriptors(void) {
    for (int number = 0; number <= 2; number++) {
        if (fcntl(number, F_GETFD) >= 0) continue;
        // Those below are taken, so that it gets this number.
        if (open("/", O_PATH | O_DIRECTORY) != number) _Exit(2);
    }
}

// The C library calls it before main, with what main gets.
__attribute__((constructor)) static void start(int argc, char **argv) {
    count = argc;
    arguments = argv;
    occupy_standard_descriptors();
}

int singleout_argument_count(void) { return count; }

const char *singleout_argument(int position) { return arguments[position]; }
