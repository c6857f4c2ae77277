#pragma once
#include <stddef.h>
#include <sys/types.h>

/*
 A process of its own for what reads files in which a mistake of the reader could be used by who made the file: the program
 starts itself again, with the open file and one socket, and gives up all else that a process may do.
*/

/*
 Starts a program with two arguments, `file` as its standard input and one end of a new socket as its standard output.
 Returns 0 with the other end and the number of the process, or an errno.
*/
int singleout_start_reader(
    const char *program, const char *first, const char *second, int file, int *channel, pid_t *process);

/*
 Gives up, for the rest of this process: files, new descriptors of any kind, more than `memory` bytes beyond what is in use
 (not under a sanitizer), and privileges; ends the process as soon as the other end of the socket at standard output is closed.
 Returns 0, or an errno with which nothing may be read.
*/
int singleout_confine_reader(size_t memory);

/* 1 when standard output is a socket, as that of a reader is. */
int singleout_is_reader(void);

/* Ends a process that was started and waits for its end. */
void singleout_end_reader(pid_t process);
