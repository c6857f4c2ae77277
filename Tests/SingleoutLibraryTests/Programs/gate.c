/* What a program in C may hold: measures a file, looks at every combination of two fields, and holds it against rules. */
#include <inttypes.h>
#include <singleout.h>
#include <stdio.h>
#include <string.h>

static int stop(const char *what, int32_t status, char *message)
{
    fprintf(stderr, "%s: status %" PRId32 ": %s\n", what, status, message ? message : "");
    singleout_message_free(message);
    return status;
}

int main(int argc, char **argv)
{
    if (argc != 2 || singleout_interface() != SINGLEOUT_INTERFACE) return SINGLEOUT_WRONG_USAGE;
    const char *const fields[] = {"sex", "area"};
    const char *const missing[] = {"-"};
    char *message;
    singleout_table *table;
    int32_t status = singleout_table_open(argv[1], fields, 2, missing, 1, 0, &table, &message);
    if (status) return stop("open", status, message);

    singleout_counts *counts;
    status = singleout_count(table, fields, 2, SINGLEOUT_MISSING_EXCLUDE, 1, &counts, &message);
    if (status) return stop("count", status, message);
    singleout_figures figures;
    status = singleout_counts_figures(counts, &figures, &message);
    if (status) return stop("figures", status, message);
    printf(
        "records %" PRId64 " excluded %" PRId64 " k %" PRId64 " uniqueness %.2f\n", figures.records, figures.excluded,
        figures.k, figures.uniqueness);
    singleout_counts_free(counts);

    singleout_combinations *combinations;
    status = singleout_count_all(table, fields, 2, 0, SINGLEOUT_MISSING_CATEGORY, 1, &combinations, &message);
    if (status) return stop("count all", status, message);
    size_t size;
    status = singleout_combinations_size(combinations, &size, &message);
    if (status) return stop("size", status, message);
    for (size_t index = 0; index < size; index++) {
        int32_t positions[2];
        size_t field_count;
        status = singleout_combinations_at(combinations, index, positions, 2, &field_count, &counts, &message);
        if (status) return stop("at", status, message);
        status = singleout_counts_figures(counts, &figures, &message);
        if (status) return stop("figures", status, message);
        for (size_t field = 0; field < field_count; field++) printf("%s ", fields[positions[field]]);
        printf("uniques %" PRId64 "\n", figures.uniques);
        singleout_counts_free(counts);
    }
    singleout_combinations_free(combinations);

    singleout_rules rules = SINGLEOUT_NO_RULES;
    rules.min_k = 2;
    status = singleout_check(table, fields, 2, SINGLEOUT_MISSING_CATEGORY, 0, &rules, &message);
    singleout_table_free(table);
    return status ? stop("check", status, message) : 0;
}
