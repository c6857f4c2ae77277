#pragma once
#include <stddef.h>
#include <stdint.h>

/* ---- where fields and records end ---- */

/*
 What the scan of a text found. A text starts at a record.

 An end is the offset of a delimiter, of a line feed, or of a carriage return that no line feed follows, outside quotes;
 at the end of the input also the offset after the last byte, when the last line has no end of its own.
*/
typedef struct {
    uint32_t records;  /* records that end in the text */
    uint32_t ends;     /* ends written, up to and with the last record's */
    uint32_t consumed; /* offset after the last record that ends */
    uint8_t quotes;    /* 1 when there is any quote */
    uint8_t wide;      /* 1 when there is any byte above 127 */
    uint8_t zeros;     /* 1 when there is any zero byte */
    uint8_t literal;   /* 1 when a quote stands within an unquoted field, where it is an ordinary character */
    uint8_t mistake;   /* 1 when text follows a closing quote, or a quote is open at the end of the input */
} singleout_scan;

/* The most bytes that one scan takes. */
enum { singleout_scan_limit = 1 << 30 };

/* 2 when the machine has AVX-512 with byte compression, 1 when it has AVX2, else 0. */
int singleout_delimited_vectors(void);

/*
 Finds the ends of a text.

 following: the byte after the text, or -1 at the end of the input, where an unfinished last record ends.
 ends: room for length + 65 numbers, ascending after the call, meaningful unless there is a mistake.
 vectors: the version to use, at most what `singleout_delimited_vectors` returns; 0 is the scalar twin.
*/
singleout_scan singleout_delimited_scan(
    const uint8_t *text, uint32_t length, int following, uint8_t delimiter, uint32_t *ends, int vectors);

/* 1 when each of the records has as many fields; `ends` as the scan wrote them. */
int singleout_delimited_is_even(const uint8_t *text, const singleout_scan *scan, const uint32_t *ends, uint32_t fields);

/*
 1 when some record of a scan that is even is so short that it can hold nothing but its delimiters; 0 when none is, and for
 records of one field, which are never empty.
*/
int singleout_delimited_has_short(const singleout_scan *scan, const uint32_t *ends, uint32_t fields);

/* What a record of a text is. */
enum {
    singleout_record_good,  /* as many fields as every record has */
    singleout_record_empty, /* a line of blanks, or of delimiters only */
    singleout_record_ragged /* another number of fields */
};

/*
 The kind of the record that begins at `start`, whose first end is `ends`[first], and the number of its ends.

 available: the number of ends up to that of the last record.
 fields: of every record; records of one field are never empty.
*/
int singleout_delimited_kind(
    const uint8_t *text, uint32_t start, const uint32_t *ends, uint32_t first, uint32_t available, uint32_t fields, uint8_t delimiter,
    uint32_t *found);

/* The number of quotes. */
size_t singleout_count_quotes(const uint8_t *text, size_t length, int vectors);

/* The number of line ends: LF, CRLF, or CR alone. following: the byte after the text, or -1. */
size_t singleout_count_lines(const uint8_t *text, size_t length, int following);

/* 1 when the bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
int singleout_is_utf8(const uint8_t *bytes, size_t length);

/* ---- values to codes ---- */

/* The different values of a column, numbered by first appearance. */
typedef struct singleout_dictionary singleout_dictionary;

enum { singleout_no_code = UINT32_MAX };

/*
 An empty dictionary.

 missing: contents that stand for a missing value, one after another; missing_ends: where each ends.
 All of them share one code, whose entry is empty.
*/
singleout_dictionary *singleout_dictionary_create(
    const uint8_t *missing, const size_t *missing_ends, size_t missing_count);
void singleout_dictionary_destroy(singleout_dictionary *dictionary);

uint32_t singleout_dictionary_count(const singleout_dictionary *dictionary);
/* Bytes of memory that the dictionary holds. */
size_t singleout_dictionary_memory(const singleout_dictionary *dictionary);
/* The code of the missing value, or singleout_no_code. */
uint32_t singleout_dictionary_missing(const singleout_dictionary *dictionary);
/* All values one after another. */
const uint8_t *singleout_dictionary_bytes(const singleout_dictionary *dictionary);
/* [count]: where each value ends. */
const size_t *singleout_dictionary_ends(const singleout_dictionary *dictionary);

/* 1 when a spelling of the missing value, counted from 0 in the order of creation, was met. */
int singleout_dictionary_met_missing(const singleout_dictionary *dictionary, size_t spelling);

/* The code of one value, a new one when it was not seen before. */
uint32_t singleout_dictionary_code(singleout_dictionary *dictionary, const uint8_t *value, size_t length);

/* 1 when a value that is not missing has a code. */
int singleout_dictionary_has(const singleout_dictionary *dictionary, const uint8_t *value, size_t length);

/*
 Ends the search for new values: from now on every value that has no code shares one, whose entry is empty. The missing
 value has a code then, whether it was met or not.
*/
void singleout_dictionary_close(singleout_dictionary *dictionary);

/*
 The codes of one field of the records of a scan.

 readable: how many bytes may be read from `text` on, at least the text's length.
 field: counted from 0, below `fields`, the number of fields of every record.
 codes: [scan->records].
*/
void singleout_dictionary_encode(
    singleout_dictionary *dictionary, const uint8_t *text, size_t readable, const singleout_scan *scan,
    const uint32_t *ends, uint32_t fields, uint32_t field, uint32_t *codes);

/* Adds the values [from, to) of another dictionary with the same missing values; map[code] receives their codes. */
void singleout_dictionary_merge(
    singleout_dictionary *dictionary, const singleout_dictionary *other, uint32_t from, uint32_t to, uint32_t *map);

/* ---- arrays of codes ---- */

/* Codes in the narrowest of 1, 2 or 4 bytes each. All zero is an empty array. */
typedef struct {
    void *data;
    size_t count;
    size_t capacity;
    uint32_t width; /* bytes of each code */
} singleout_codes;

/* Appends codes, all below `cardinality`, with the array widened where that asks for it. */
void singleout_codes_append(singleout_codes *array, const uint32_t *codes, size_t count, uint32_t cardinality);
/* Gives unused room back. */
void singleout_codes_trim(singleout_codes *array);
void singleout_codes_free(singleout_codes *array);
/* Writes map[code], or the codes themselves without a map, to `out` in codes of `width` bytes. */
void singleout_codes_translate(const singleout_codes *array, const uint32_t *map, void *out, uint32_t width);
