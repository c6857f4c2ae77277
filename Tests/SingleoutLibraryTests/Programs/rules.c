#include <singleout.h>
#include <stdio.h>

/* Ends with 0 when a file meets two rules, and prints those that it does not meet. */
int main(int argc, char **argv)
{
    if (argc != 2) return SINGLEOUT_WRONG_USAGE;
    const char *const fields[] = {"sex", "year_group"};
    const char *const rules[] = {"k>=5", "uniqueness<=0.01"};
    singleout_table *table;
    char *message;
    int32_t status = singleout_table_open(argv[1], fields, 2, NULL, 0, 0, &table, &message);
    if (!status) status = singleout_require(table, fields, 2, SINGLEOUT_MISSING_CATEGORY, 0, rules, 2, &message);
    if (status) fprintf(stderr, "%s\n", message);
    singleout_message_free(message);
    singleout_table_free(table);
    return status;
}
