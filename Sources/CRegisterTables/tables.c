// The parameter tables of the register, compiled in as they stand.
//
// To add a table: put NAME.csv into tables/, embed it below, and give it a line in `tables`.

#include "CRegisterTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char origins[] = {
#embed "tables/origins.csv"
};

static const char regions[] = {
#embed "tables/regions.csv"
};

static const char school_sizes[] = {
#embed "tables/school_sizes.csv"
};

static const char areas[] = {
#embed "tables/areas.csv"
};

static const char cohorts[] = {
#embed "tables/cohorts.csv"
};

static const char birth_days[] = {
#embed "tables/birth_days.csv"
};

static const char years[] = {
#embed "tables/years.csv"
};

static const char year_groups[] = {
#embed "tables/year_groups.csv"
};

static const char sen_types[] = {
#embed "tables/sen_types.csv"
};

static const char street_names[] = {
#embed "tables/street_names.csv"
};

#define TABLE(name) {#name, {name, sizeof name}}

static const struct {
    const char *name;
    RegisterTable table;
} tables[] = {
    TABLE(origins),
    TABLE(regions),
    TABLE(school_sizes),
    TABLE(areas),
    TABLE(cohorts),
    TABLE(birth_days),
    TABLE(years),
    TABLE(year_groups),
    TABLE(sen_types),
    TABLE(street_names),
};

RegisterTable registerTable(const char *name) {
    for (size_t index = 0; index < sizeof tables / sizeof tables[0]; index++) {
        if (strcmp(tables[index].name, name) == 0) return tables[index].table;
    }
    return (RegisterTable){0, 0};
}
