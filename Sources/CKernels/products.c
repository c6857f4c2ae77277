#include "products.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

int singleout_product_vectors(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt") ? 1 : 0;
#else
    return 0;
#endif
}

/* ---- values above a bound ---- */

static uint32_t find_from(
    const float *values, uint32_t from, uint32_t count, float bound, uint32_t *found, uint32_t written) {
    for (uint32_t i = from; i < count; i++) {
        if (values[i] > bound) found[written++] = i;
    }
    return written;
}

#if defined(__x86_64__)
/* Nearly all values are below the bound, so 32 of them are looked at together. */
__attribute__((target("avx2,bmi"))) static uint32_t find_256(
    const float *values, uint32_t count, float bound, uint32_t *found) {
    const __m256 least = _mm256_set1_ps(bound);
    uint32_t written = 0, i = 0;
    for (; i + 32 <= count; i += 32) {
        __m256 a = _mm256_cmp_ps(_mm256_loadu_ps(values + i), least, _CMP_GT_OQ);
        __m256 b = _mm256_cmp_ps(_mm256_loadu_ps(values + i + 8), least, _CMP_GT_OQ);
        __m256 c = _mm256_cmp_ps(_mm256_loadu_ps(values + i + 16), least, _CMP_GT_OQ);
        __m256 d = _mm256_cmp_ps(_mm256_loadu_ps(values + i + 24), least, _CMP_GT_OQ);
        __m256 any = _mm256_or_ps(_mm256_or_ps(a, b), _mm256_or_ps(c, d));
        if (_mm256_testz_ps(any, any)) continue;
        uint32_t mask = (uint32_t)_mm256_movemask_ps(a) | (uint32_t)_mm256_movemask_ps(b) << 8
            | (uint32_t)_mm256_movemask_ps(c) << 16 | (uint32_t)_mm256_movemask_ps(d) << 24;
        for (; mask; mask &= mask - 1) found[written++] = i + (uint32_t)__builtin_ctz(mask);
    }
    return find_from(values, i, count, bound, found, written);
}
#endif

uint32_t singleout_find_above(const float *values, uint32_t count, float bound, uint32_t *found, int vectors) {
#if defined(__x86_64__)
    if (vectors >= 1) return find_256(values, count, bound, found);
#endif
    (void)vectors;
    return find_from(values, 0, count, bound, found, 0);
}

/* ---- rows of signed bytes ---- */

/* A table of bytes is larger than the caches, so rows are called for before they are needed. */
enum { rows_ahead = 16 };

#define ADD_ROWS                                                      \
    for (uint32_t row = 0; row < rows; row++) {                       \
        if (row + rows_ahead < rows) {                                \
            __builtin_prefetch(bytes + (uint64_t)codes[row + rows_ahead] * width); \
            __builtin_prefetch(scales + codes[row + rows_ahead]);     \
        }                                                             \
        const int8_t *own = bytes + (uint64_t)codes[row] * width;     \
        const float scale = scales[codes[row]];                       \
        float *place = out + (uint64_t)row * stride;                  \
        for (uint32_t i = 0; i < width; i++) place[i] += scale * own[i]; \
    }

static void add_rows(
    const int8_t *bytes, uint32_t width, const float *scales, const uint32_t *codes, uint32_t rows, float *out,
    uint32_t stride) {
    ADD_ROWS
}

#if defined(__x86_64__)
/* Without fused multiplication, so that both versions agree to the last bit. */
__attribute__((target("avx2"))) static void add_rows_256(
    const int8_t *bytes, uint32_t width, const float *scales, const uint32_t *codes, uint32_t rows, float *out,
    uint32_t stride) {
    ADD_ROWS
}
#endif

void singleout_add_scaled_rows(
    const int8_t *bytes, uint32_t width, const float *scales, const uint32_t *codes, uint32_t rows, float *out,
    uint32_t stride, int vectors) {
#if defined(__x86_64__)
    if (vectors >= 1) return add_rows_256(bytes, width, scales, codes, rows, out, stride);
#endif
    (void)vectors;
    add_rows(bytes, width, scales, codes, rows, out, stride);
}
