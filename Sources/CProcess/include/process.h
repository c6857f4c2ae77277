#ifndef SINGLEOUT_PROCESS_H
#define SINGLEOUT_PROCESS_H

// What this program is started with. Both are seen to before main.

// The arguments as main gets them, the program's own name first: Swift's standard library reads them from /proc, which a container
// or a service may not have.
int singleout_argument_count(void);

// The argument at a position below the count.
const char *singleout_argument(int position);

#endif
