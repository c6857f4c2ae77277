#pragma once
#include <stdint.h>

/* What a block of delimited text holds, when a quote does not change what its bytes mean. */
typedef struct {
    uint32_t separators; /* delimiters and line feeds */
    uint32_t lines;      /* line feeds */
    uint32_t quotes;     /* 1 when there is any quote */
    uint32_t wide;       /* 1 when there is any byte above 127 */
} singleout_block;

/* 2 when the machine has AVX-512BW, 1 when it has AVX2, else 0. */
int singleout_delimited_vectors(void);

/*
 Finds the separators of a block.

 positions: room for length + 64 numbers; receives the offset of each delimiter and line feed, ascending.
 vectors: the version to use, at most what `singleout_delimited_vectors` returns; 0 is the scalar twin.
*/
singleout_block singleout_delimited_scan(
    const uint8_t *bytes, uint32_t length, uint8_t delimiter, uint32_t *positions, int vectors);

/* Whether the bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
int singleout_is_utf8(const uint8_t *bytes, uint64_t length);

/* The number of line feeds. */
uint64_t singleout_count_lines(const uint8_t *bytes, uint64_t length);
