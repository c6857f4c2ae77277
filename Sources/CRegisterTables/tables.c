// The parameter tables of the register, compiled in as they stand.
//
// To add a table: put NAME.csv into tables/, embed it below, and give it a line in `tables`.

#include "CRegisterTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char affinities[] = {
#embed "tables/affinities.csv"
};

static const char areas[] = {
#embed "tables/areas.csv"
};

static const char birth_days[] = {
#embed "tables/birth_days.csv"
};

static const char cohorts[] = {
#embed "tables/cohorts.csv"
};

static const char denied_words[] = {
#embed "tables/denied_words.csv"
};

static const char excluded_names[] = {
#embed "tables/excluded_names.csv"
};

static const char forenames[] = {
#embed "tables/forenames.csv"
};

static const char heads[] = {
#embed "tables/heads.csv"
};

static const char middle_names[] = {
#embed "tables/middle_names.csv"
};

static const char naming[] = {
#embed "tables/naming.csv"
};

static const char origins[] = {
#embed "tables/origins.csv"
};

static const char published[] = {
#embed "tables/published.csv"
};

static const char rare_forenames[] = {
#embed "tables/rare_forenames.csv"
};

static const char regions[] = {
#embed "tables/regions.csv"
};

static const char school_sizes[] = {
#embed "tables/school_sizes.csv"
};

static const char sen_types[] = {
#embed "tables/sen_types.csv"
};

static const char street_names[] = {
#embed "tables/street_names.csv"
};

static const char surnames[] = {
#embed "tables/surnames.csv"
};

static const char syllables[] = {
#embed "tables/syllables.csv"
};

static const char year_groups[] = {
#embed "tables/year_groups.csv"
};

static const char years[] = {
#embed "tables/years.csv"
};

#define TABLE(name) {#name, {name, sizeof name}}

static const struct {
    const char *name;
    RegisterTable table;
} tables[] = {
    TABLE(affinities),
    TABLE(areas),
    TABLE(birth_days),
    TABLE(cohorts),
    TABLE(denied_words),
    TABLE(excluded_names),
    TABLE(forenames),
    TABLE(heads),
    TABLE(middle_names),
    TABLE(naming),
    TABLE(origins),
    TABLE(published),
    TABLE(rare_forenames),
    TABLE(regions),
    TABLE(school_sizes),
    TABLE(sen_types),
    TABLE(street_names),
    TABLE(surnames),
    TABLE(syllables),
    TABLE(year_groups),
    TABLE(years),
};

RegisterTable registerTable(const char *name) {
    for (size_t index = 0; index < sizeof tables / sizeof tables[0]; index++) {
        if (strcmp(tables[index].name, name) == 0) return tables[index].table;
    }
    return (RegisterTable){0, 0};
}
