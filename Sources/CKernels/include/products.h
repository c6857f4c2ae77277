#pragma once
#include <stdint.h>

/* 1 when the machine has AVX2 and counts bits, else 0. */
int singleout_product_vectors(void);

/*
 The places of the values above a bound, ascending.

 found: room for `count` numbers. Returns how many were written. A value that is not a number is above nothing.
 vectors: the version to use, at most what `singleout_product_vectors` returns; 0 is the scalar twin.
*/
uint32_t singleout_find_above(const float *values, uint32_t count, float bound, uint32_t *found, int vectors);

/*
 Adds to each row of a matrix the signed bytes that belong to the row's code, times the code's scale.

 bytes: for each code `width` signed bytes. scales: one for each code. codes: one for each of `rows`.
 out: the first element of the first row's range of `width` columns. stride: from row to row.
*/
void singleout_add_scaled_rows(
    const int8_t *bytes, uint32_t width, const float *scales, const uint32_t *codes, uint32_t rows, float *out,
    uint32_t stride, int vectors);
