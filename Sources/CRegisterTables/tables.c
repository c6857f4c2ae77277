// The parameter tables of the register, compiled in as they stand.
//
// To add a table: put NAME.csv into tables/, embed it below, and give it a line in `tables`.

#include "CRegisterTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char origins[] = {
#embed "tables/origins.csv"
};

#define TABLE(name) {#name, {name, sizeof name}}

static const struct {
    const char *name;
    RegisterTable table;
} tables[] = {
    TABLE(origins),
};

RegisterTable registerTable(const char *name) {
    for (size_t index = 0; index < sizeof tables / sizeof tables[0]; index++) {
        if (strcmp(tables[index].name, name) == 0) return tables[index].table;
    }
    return (RegisterTable){0, 0};
}
