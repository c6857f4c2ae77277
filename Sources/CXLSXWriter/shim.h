#pragma once
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// The library's structures hold plain `char *`, though it only reads the texts; these calls take what Swift passes.

/// A file in memory, which goes when it is closed.
static inline int singleout_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }

/// Puts in place of the C library's standard error one that takes nothing, and returns the former; null where there is no memory.
///
/// The library tells it what fails, in words that are not for whoever runs the program. A stream over one byte needs no descriptor,
/// and no extension of the C library: a module that asked for one would see other structures than the modules beside it.
static inline FILE *singleout_hush(void)
{
    static char nowhere[1];
    FILE *former = stderr, *sink = fmemopen(nowhere, sizeof nowhere, "w");
    if (!sink) return NULL;
    stderr = sink;
    return former;
}

/// Puts a former standard error back.
static inline void singleout_unhush(FILE *former)
{
    FILE *sink = stderr;
    stderr = former;
    fclose(sink);
}

/// A workbook whose parts wait in files of a folder, which have no name there, until they are put together.
static inline lxw_workbook *singleout_workbook(const char *path, const char *folder)
{
    lxw_workbook_options options = {.tmpdir = (char *)folder};
    return workbook_new_opt(path, &options);
}

/// Marks cells up as a table with a name and headers, without filter buttons and stripes.
static inline lxw_error singleout_add_table(
    lxw_worksheet *sheet, uint32_t first_row, uint32_t last_row, uint16_t columns, const char *name,
    const char *const *headers, lxw_format *const *header_formats)
{
    lxw_table_column *each = calloc(columns, sizeof *each);
    lxw_table_column **all = calloc(columns + 1, sizeof *all);
    if (!each || !all) {
        free(each);
        free(all);
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
    for (uint16_t column = 0; column < columns; column++) {
        each[column].header = (char *)headers[column];
        each[column].header_format = header_formats[column];
        all[column] = &each[column];
    }
    lxw_table_options options = {
        .name = (char *)name,
        .no_autofilter = LXW_TRUE,
        .no_banded_rows = LXW_TRUE,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 1,
        .columns = all,
    };
    lxw_error error = worksheet_add_table(sheet, first_row, 0, last_row, columns - 1, &options);
    free(each);
    free(all);
    return error;
}

/// States what the document is; the same input gives the same bytes, as the time of writing is stated too.
static inline lxw_error singleout_set_properties(
    lxw_workbook *book, const char *title, const char *subject, const char *comments, int64_t created)
{
    lxw_doc_properties properties = {
        .title = (char *)title, .subject = (char *)subject, .comments = (char *)comments, .created = created};
    return workbook_set_properties(book, &properties);
}
