/* The agreement kernels for AVX2: a block of eight records is two vectors of four. */
#include "agreement_walk.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define VECTORS __attribute__((target("avx2,popcnt,bmi")))
#define INLINE_VECTORS VECTORS __attribute__((always_inline)) static inline

/* The mask of the 64 codes from `of` on that equal a code; codes of 1, 2 or 4 bytes. */
INLINE_VECTORS uint64_t equal_mask(const void *of, uint32_t code, const int bytes) {
    uint64_t mask = 0;
    if (bytes == 1) {
        for (int q = 0; q < 2; q++) {
            __m256i v = _mm256_load_si256((const __m256i *)of + q);
            uint32_t bits = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)code)));
            mask |= (uint64_t)bits << q * 32;
        }
    } else if (bytes == 2) {
        for (int q = 0; q < 4; q++) {
            __m256i v = _mm256_cmpeq_epi16(
                _mm256_load_si256((const __m256i *)of + q), _mm256_set1_epi16((short)code));
            __m128i narrow = _mm_packs_epi16(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
            mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(narrow) << q * 16;
        }
    } else {
        for (int q = 0; q < 8; q++) {
            __m256i v = _mm256_cmpeq_epi32(_mm256_load_si256((const __m256i *)of + q), _mm256_set1_epi32((int)code));
            mask |= (uint64_t)(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(v)) << q * 8;
        }
    }
    return mask;
}

INLINE_VECTORS void field_masks_vector(
    singleout_agreement *scratch, uint64_t *masks, const uint32_t words, const uint64_t *keys, uint32_t count,
    uint8_t shift, uint8_t width) {
    const uint64_t low = ((uint64_t)1 << width) - 1;
    const uint32_t padded = words * singleout_word_records;
    uint8_t *narrow = (uint8_t *)scratch->codes;
    uint16_t *middle = (uint16_t *)scratch->codes;
    uint32_t *wide = scratch->codes;
#define FOR_EACH(STORE, BYTES) \
    for (uint32_t i = 0; i < padded; i++) STORE = i < count ? (uint32_t)(keys[i] >> shift & low) : 0; \
    for (uint32_t i = 0; i < count; i++) { \
        uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes; \
        uint32_t code = (uint32_t)(keys[i] >> shift & low); \
        for (uint32_t w = 0; w < words; w++) \
            row[w * lanes] = equal_mask((const char *)scratch->codes + w * singleout_word_records * BYTES, code, BYTES); \
    }
    if (width <= 8) {
        FOR_EACH(narrow[i], 1)
    } else if (width <= 16) {
        FOR_EACH(middle[i], 2)
    } else {
        FOR_EACH(wide[i], 4)
    }
#undef FOR_EACH
}

/* Four bits: which of the masks are empty. */
INLINE_VECTORS uint64_t empty(__m256i v) {
    return (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(v, _mm256_setzero_si256())));
}

#define LOAD(from) _mm256_load_si256((const __m256i *)(from))

INLINE_VECTORS extension extend_vector(
    const singleout_agreement *scratch, uint64_t *masks, const uint64_t *parent, const uint64_t *field,
    const uint32_t words, uint32_t count, uint32_t *histogram, size_t stride, const int excluding) {
    extension found = {0, 0};
    uint32_t blocks = block_count(count);
    for (uint32_t own = 0; own < words; own++) {
        uint64_t leaders = 0, joined = 0, present = 0;
        uint32_t last = blocks - own * 8 < 8 ? blocks - own * 8 : 8;
        for (uint32_t b = 0; b < last; b++)
            for (uint32_t half = 0; half < lanes; half += 4) {
                size_t at = (size_t)(own * 8 + b) * words * lanes + half;
                uint32_t bit = b * lanes + half;
                __m256i lower = _mm256_setzero_si256(), higher = _mm256_setzero_si256();
#pragma clang loop unroll(full)
                for (uint32_t w = 0; w < words; w++) {
                    __m256i v = _mm256_and_si256(LOAD(parent + at + w * lanes), LOAD(field + at + w * lanes));
                    _mm256_store_si256((__m256i *)(masks + at + w * lanes), v);
                    if (w < own) {
                        lower = _mm256_or_si256(lower, v);
                    } else if (w > own) {
                        higher = _mm256_or_si256(higher, v);
                    } else {
                        if (excluding)
                            present |= (~empty(_mm256_and_si256(v, LOAD(scratch->own + bit))) & 15) << bit;
                        lower = _mm256_or_si256(lower, _mm256_and_si256(v, LOAD(scratch->lower + bit)));
                        higher = _mm256_and_si256(v, LOAD(scratch->higher + bit));
                    }
                }
                uint64_t behind = ~empty(lower) & 15, ahead = ~empty(higher) & 15;
                leaders |= (ahead & ~behind) << bit;
                joined |= (ahead | behind) << bit;
            }
        found.together += (uint32_t)__builtin_popcountll(joined);
        if (excluding) found.alone += (uint32_t)__builtin_popcountll(present & ~joined);
        count_leaders(masks, words, own * 8, leaders, histogram, stride);
    }
    if (!excluding) found.alone = count - found.together;
    return found;
}

#define MASKS_WORDS(WORDS, masks, keys, count, shift, width) \
    field_masks_vector(scratch, masks, WORDS, keys, count, shift, width)
#define EXTEND_WORDS(WORDS, masks, parent, field, count, histogram, stride, excluding) \
    extend_vector(scratch, masks, parent, field, WORDS, count, histogram, stride, excluding)
DEFINE_COUNTERS(agreement_counters_avx2, VECTORS)
#endif
