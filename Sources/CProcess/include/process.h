#ifndef SINGLEOUT_PROCESS_H
#define SINGLEOUT_PROCESS_H

// What this program is started with and ended by.

// The arguments as main gets them, the program's own name first: Swift's standard library reads them from /proc, which a container
// or a service may not have.
int singleout_argument_count(void);

// The argument at a position below the count.
const char *singleout_argument(int position);

// Calls a function, on a thread of its own, with the first of SIGINT, SIGTERM and SIGHUP that comes and was not ignored. Programs that
// are started get these signals as ever. -1 where the system refuses; then they end the program at once.
int singleout_listen(void (*take)(int number));

// Makes of what ends a program that may have little memory or few open files, as the standard library of Swift ends it where it gets no
// memory, an error line and the status 2; and of a file that grows beyond a limit an error of the write.
void singleout_expect_limits(void);

// Ends the program by a signal, as if it had never been listened to.
void singleout_end(int number);

#endif
