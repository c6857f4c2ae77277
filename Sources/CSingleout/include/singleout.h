/*
 * Singleout for any language: how far fields that an intruder could know single records out of a file.
 *
 * Link with -lsingleout. Strings are UTF-8 and end at a zero byte.
 *
 * Status. Every function that can fail returns a status, the same numbers as the exit status of `singleout check`:
 * SINGLEOUT_DONE, SINGLEOUT_NOT_MET, SINGLEOUT_FAILED (the file), SINGLEOUT_NO_RECORDS (nothing was counted, so there is no figure) or
 * SINGLEOUT_WRONG_USAGE. NULL where something is needed, counts out of range, texts that are not UTF-8 and fields that the file lacks
 * are wrong usage and never a crash. A file that is damaged, of whatever format, or that is made shorter or written to while it is read, is SINGLEOUT_FAILED. Only
 * pointers that point nowhere, handles that were freed and a lack of memory end the process.
 *
 * Messages. The last parameter, `message`, may be NULL. Otherwise *message becomes NULL with SINGLEOUT_DONE, and else a sentence for
 * a person, to be freed with singleout_message_free. It names files, fields, figures and numbers of records, never a value of a record.
 *
 * Ownership. Parameters that end in _out receive a handle only with SINGLEOUT_DONE, else NULL; the caller frees each handle once. Handles
 * do not depend on one another: a table may be freed before what was counted in it. Nothing that is passed in is kept.
 *
 * The process. No signal is handled and no setting of the process is changed. Files of SPSS, Stata and SAS are read in this process by
 * the library ReadStat, which is C: where files come from people who are not trusted, call the tool, which reads them in a process
 * of its own that can do nothing else. Files of Parquet are read by the command duckdb.
 *
 * Threads. There is no global state. Handles do not change: several threads may use one at the same time, until one frees it.
 * `threads` is how many threads a call itself uses, 0 for all cores, at most 1024; the answer does not depend on it.
 *
 * Interface. SINGLEOUT_INTERFACE counts up when a function or structure changes, and not when one is added.
 */
#ifndef SINGLEOUT_H
#define SINGLEOUT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SINGLEOUT_INTERFACE 1

/* What became of a call. */
#define SINGLEOUT_DONE 0
#define SINGLEOUT_NOT_MET 1
#define SINGLEOUT_FAILED 2
#define SINGLEOUT_NO_RECORDS 3
#define SINGLEOUT_WRONG_USAGE 64

/* What a missing value means: a value like any other, or that the record is left out of combinations that need the value. */
#define SINGLEOUT_MISSING_CATEGORY 0
#define SINGLEOUT_MISSING_EXCLUDE 1

/* Some or all columns of a file, in memory. */
typedef struct singleout_table singleout_table;
/* How many classes of each size one combination of fields makes. */
typedef struct singleout_counts singleout_counts;
/* The counts of every combination of some fields. */
typedef struct singleout_combinations singleout_combinations;

/* The figures of one combination; a class is the set of records that agree on it. */
typedef struct singleout_figures {
    int64_t records;     /* records counted, at least 1 */
    int64_t excluded;    /* records left out because a value is missing */
    int64_t classes;     /* at least 1 */
    int64_t k;           /* records of the smallest class, at least 1 */
    int64_t largest;     /* records of the largest class */
    int64_t uniques;     /* records alone in their class */
    double uniqueness;   /* uniques / records, in [0, 1] */
    double mean_risk;    /* the mean of 1 / class size over records, which is classes / records, in (0, 1] */
    double highest_risk; /* 1 / k, in (0, 1] */
} singleout_figures;

/* What a file must meet. Start from SINGLEOUT_NO_RULES, whose limits everything meets, and set those that matter. */
typedef struct singleout_rules {
    int64_t min_k;         /* records of the smallest class at least, 1 or more */
    double max_uniqueness; /* uniques / records at most, in [0, 1] */
    double max_risk;       /* 1 / k at most, in (0, 1] */
} singleout_rules;

#define SINGLEOUT_NO_RULES {1, 1.0, 1.0}

/* The version of the package, by semantic versioning; not to be freed. */
const char *singleout_version(void);

/* SINGLEOUT_INTERFACE of the library that is loaded, to be compared with that of this header. */
int32_t singleout_interface(void);

/* Frees a message; NULL is ignored. */
void singleout_message_free(char *message);

/*
 * Reads a file as every command does: CSV with any usual delimiter, plain or compressed, or a file of SPSS, Stata, SAS or Parquet by
 * the ending of its name; "-" is standard input.
 *
 * fields            the columns to keep; all when field_count is 0
 * missing_values    values that mean 'missing', beside the empty one
 *
 * Time in proportion to the bytes of the file, memory of 1 to 4 bytes for each record and field.
 */
int32_t singleout_table_open(
    const char *path, const char *const *fields, size_t field_count, const char *const *missing_values, size_t missing_count,
    int32_t threads, singleout_table **table_out, char **message);

/* The number of records of a table, and of columns that it keeps; either pointer may be NULL. */
int32_t singleout_table_size(const singleout_table *table, int64_t *records, int64_t *fields, char **message);

/* Frees a table; NULL is ignored. */
void singleout_table_free(singleout_table *table);

/*
 * Counts the classes that the records make on at least one field.
 *
 * Time in proportion to records and fields; at most 24 bytes for each record.
 */
int32_t singleout_count(
    const singleout_table *table, const char *const *fields, size_t field_count, int32_t missing, int32_t threads,
    singleout_counts **counts_out, char **message);

/* The figures of what was counted; SINGLEOUT_NO_RECORDS when every record was left out. */
int32_t singleout_counts_figures(const singleout_counts *counts, singleout_figures *figures, char **message);

/* The number of records in classes of fewer than `size` records, which is at least 1. */
int32_t singleout_counts_below(const singleout_counts *counts, int64_t size, int64_t *records, char **message);

/*
 * The class sizes that occur, ascending, and how many classes there are of each.
 *
 * Writes up to `capacity` of them, and how many there are to *entries. With capacity 0 the arrays may be NULL.
 */
int32_t singleout_counts_sizes(
    const singleout_counts *counts, int64_t *sizes, int64_t *classes, size_t capacity, size_t *entries, char **message);

/* Frees counts; NULL is ignored. */
void singleout_counts_free(singleout_counts *counts);

/*
 * Counts every combination of up to maximum_size of the fields (0 for all of them, then at most 16 fields) in one pass.
 *
 * At most 262,144 combinations. 20 bytes for each record beside the table.
 */
int32_t singleout_count_all(
    const singleout_table *table, const char *const *fields, size_t field_count, int32_t maximum_size, int32_t missing,
    int32_t threads, singleout_combinations **combinations_out, char **message);

/* The number of combinations. */
int32_t singleout_combinations_size(const singleout_combinations *combinations, size_t *size, char **message);

/*
 * One combination; they stand by number of fields, then in the order of the fields.
 *
 * index          below the number of combinations
 * positions      receives up to `capacity` positions of its fields among those that were asked for, ascending, from 0; may be NULL with
 *                capacity 0
 * field_count    receives the number of its fields; may be NULL
 * counts_out     receives its counts, to be freed; may be NULL
 */
int32_t singleout_combinations_at(
    const singleout_combinations *combinations, size_t index, int32_t *positions, size_t capacity, size_t *field_count,
    singleout_counts **counts_out, char **message);

/* Frees combinations; NULL is ignored. */
void singleout_combinations_free(singleout_combinations *combinations);

/*
 * Holds the classes that the records make on some fields against rules.
 *
 * SINGLEOUT_DONE when all are met; SINGLEOUT_NOT_MET, and a line of the message for each that is not, else. Rules that everything meets
 * are no rules, and wrong usage; without records nothing shows that a rule is met, so it is not.
 */
int32_t singleout_check(
    const singleout_table *table, const char *const *fields, size_t field_count, int32_t missing, int32_t threads,
    const singleout_rules *rules, char **message);

/*
 * One figure of a table by its name, as `singleout check --require` has it: of the fields, such as "uniqueness", or of a sensitive
 * field, such as "l(diagnosis)" or "recursiveC(diagnosis,3)". `singleout help check` lists them; those that need weights, households,
 * families or a population are not of a table alone. A record is at risk above 0.2, and all values of the sensitive field are equally
 * far apart.
 *
 * Writes it to *value; SINGLEOUT_NO_RECORDS where it has no answer.
 */
int32_t singleout_figure(
    const singleout_table *table, const char *const *fields, size_t field_count, int32_t missing, int32_t threads,
    const char *figure, double *value, char **message);

/*
 * Holds a table against rules about any of these figures, such as "k>=5", "uniqueness<=0.01" or "l(diagnosis)>=2"; at least one.
 *
 * Statuses and message as for singleout_check.
 */
int32_t singleout_require(
    const singleout_table *table, const char *const *fields, size_t field_count, int32_t missing, int32_t threads,
    const char *const *rules, size_t rule_count, char **message);

/* Holds the data of a release file against the policy in it, as `singleout check --release` does; statuses as above. */
int32_t singleout_check_release(const char *release, char **message);

#ifdef __cplusplus
}
#endif

#endif
