#ifndef C_REGISTER_TABLES_H
#define C_REGISTER_TABLES_H

#include <stddef.h>

// The bytes of a parameter table, compiled in.
typedef struct RegisterTable {
    const char *bytes;
    size_t length;
} RegisterTable;

// The table of a name, the file name without ".csv". No such table: a null pointer and a length of 0.
RegisterTable registerTable(const char *name);

#endif
