/* The agreement kernels for AVX-512. */
#include "agreement_walk.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define VECTORS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt,bmi")))
#define INLINE_VECTORS VECTORS __attribute__((always_inline)) static inline

INLINE_VECTORS void field_masks_vector(
    singleout_agreement *scratch, uint64_t *masks, const uint32_t words, const uint64_t *keys, uint32_t count,
    uint8_t shift, uint8_t width) {
    uint32_t padded = words * singleout_word_records;
    __m512i low = _mm512_set1_epi64((long long)(((uint64_t)1 << width) - 1));
    __m128i by = _mm_cvtsi32_si128(shift);
    if (width <= 8) {
        uint8_t *codes = (uint8_t *)scratch->codes;
        for (uint32_t i = 0; i < padded; i += lanes) {
            __mmask8 in = i + lanes <= count ? 0xff : i >= count ? 0 : (__mmask8)((1u << (count - i)) - 1);
            __m512i key = _mm512_maskz_loadu_epi64(in, keys + i);
            _mm_storel_epi64(
                (__m128i *)(codes + i), _mm512_cvtepi64_epi8(_mm512_and_si512(_mm512_srl_epi64(key, by), low)));
        }
        __m512i all[singleout_agreement_words];
        for (uint32_t w = 0; w < words; w++) all[w] = _mm512_load_si512(codes + w * singleout_word_records);
        for (uint32_t i = 0; i < count; i++) {
            __m512i code = _mm512_set1_epi8((char)codes[i]);
            uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes;
            for (uint32_t w = 0; w < words; w++) row[w * lanes] = _mm512_cmpeq_epi8_mask(all[w], code);
        }
    } else if (width <= 16) {
        uint16_t *codes = (uint16_t *)scratch->codes;
        for (uint32_t i = 0; i < padded; i += lanes) {
            __mmask8 in = i + lanes <= count ? 0xff : i >= count ? 0 : (__mmask8)((1u << (count - i)) - 1);
            __m512i key = _mm512_maskz_loadu_epi64(in, keys + i);
            _mm_store_si128(
                (__m128i *)(codes + i), _mm512_cvtepi64_epi16(_mm512_and_si512(_mm512_srl_epi64(key, by), low)));
        }
        for (uint32_t i = 0; i < count; i++) {
            __m512i code = _mm512_set1_epi16((short)codes[i]);
            uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes;
            for (uint32_t w = 0; w < words; w++) {
                const uint16_t *of = codes + w * singleout_word_records;
                row[w * lanes] = (uint64_t)_mm512_cmpeq_epi16_mask(_mm512_load_si512(of), code)
                    | (uint64_t)_mm512_cmpeq_epi16_mask(_mm512_load_si512(of + 32), code) << 32;
            }
        }
    } else {
        uint32_t *codes = scratch->codes;
        for (uint32_t i = 0; i < padded; i += lanes) {
            __mmask8 in = i + lanes <= count ? 0xff : i >= count ? 0 : (__mmask8)((1u << (count - i)) - 1);
            __m512i key = _mm512_maskz_loadu_epi64(in, keys + i);
            _mm256_store_si256(
                (__m256i *)(codes + i), _mm512_cvtepi64_epi32(_mm512_and_si512(_mm512_srl_epi64(key, by), low)));
        }
        for (uint32_t i = 0; i < count; i++) {
            __m512i code = _mm512_set1_epi32((int)codes[i]);
            uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes;
            for (uint32_t w = 0; w < words; w++) {
                uint64_t mask = 0;
                for (uint32_t q = 0; q < 4; q++)
                    mask |= (uint64_t)_mm512_cmpeq_epi32_mask(
                                _mm512_load_si512(codes + w * singleout_word_records + q * 16), code)
                        << q * 16;
                row[w * lanes] = mask;
            }
        }
    }
}

/* One word: all 64 records at once, with everything in registers. */
INLINE_VECTORS extension extend_word(
    const singleout_agreement *scratch, uint64_t *masks, const uint64_t *parent, const uint64_t *field, uint32_t count,
    uint32_t *histogram, size_t stride, const int excluding) {
    __mmask8 first[8], more[8], present[8];
#pragma clang loop unroll(full)
    for (int b = 0; b < 8; b++) {
        __m512i v = _mm512_and_si512(_mm512_load_si512(parent + b * lanes), _mm512_load_si512(field + b * lanes));
        _mm512_store_si512(masks + b * lanes, v);
        first[b] = _mm512_testn_epi64_mask(v, _mm512_load_si512(scratch->lower + b * lanes));
        more[b] = _mm512_test_epi64_mask(v, _mm512_load_si512(scratch->higher + b * lanes));
        if (excluding) present[b] = _mm512_test_epi64_mask(v, _mm512_load_si512(scratch->own + b * lanes));
    }
#define JOIN(k) \
    _mm512_kunpackd( \
        _mm512_kunpackw(_mm512_kunpackb(k[7], k[6]), _mm512_kunpackb(k[5], k[4])), \
        _mm512_kunpackw(_mm512_kunpackb(k[3], k[2]), _mm512_kunpackb(k[1], k[0])))
    uint64_t lowest = JOIN(first), higher = JOIN(more);
    uint64_t joined = ~lowest | higher;
    count_leaders(masks, 1, 0, lowest & higher, histogram, stride);
    extension found = {(uint32_t)__builtin_popcountll(joined), 0};
    found.alone = excluding ? (uint32_t)__builtin_popcountll(JOIN(present) & ~joined) : count - found.together;
#undef JOIN
    return found;
}

INLINE_VECTORS extension extend_vector(
    const singleout_agreement *scratch, uint64_t *masks, const uint64_t *parent, const uint64_t *field,
    const uint32_t words, uint32_t count, uint32_t *histogram, size_t stride, const int excluding) {
    if (words == 1) return extend_word(scratch, masks, parent, field, count, histogram, stride, excluding);
    extension found = {0, 0};
    uint32_t blocks = block_count(count);
    for (uint32_t own = 0; own < words; own++) {
        uint64_t leaders = 0, joined = 0, present = 0;
        uint32_t last = blocks - own * 8 < 8 ? blocks - own * 8 : 8;
        for (uint32_t b = 0; b < last; b++) {
            size_t at = (size_t)(own * 8 + b) * words * lanes;
            __m512i lower = _mm512_setzero_si512(), higher = _mm512_setzero_si512();
#pragma clang loop unroll(full)
            for (uint32_t w = 0; w < words; w++) {
                __m512i v = _mm512_and_si512(
                    _mm512_load_si512(parent + at + w * lanes), _mm512_load_si512(field + at + w * lanes));
                _mm512_store_si512(masks + at + w * lanes, v);
                if (w < own) {
                    lower = _mm512_or_si512(lower, v);
                } else if (w > own) {
                    higher = _mm512_or_si512(higher, v);
                } else {
                    if (excluding)
                        present |= (uint64_t)_mm512_test_epi64_mask(v, _mm512_load_si512(scratch->own + b * lanes))
                            << b * 8;
                    lower = _mm512_or_si512(lower, _mm512_and_si512(v, _mm512_load_si512(scratch->lower + b * lanes)));
                    higher = _mm512_and_si512(v, _mm512_load_si512(scratch->higher + b * lanes));
                }
            }
            uint64_t behind = _mm512_test_epi64_mask(lower, lower), ahead = _mm512_test_epi64_mask(higher, higher);
            leaders |= (ahead & ~behind) << b * 8;
            joined |= (ahead | behind) << b * 8;
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
DEFINE_COUNTERS(agreement_counters_avx512, VECTORS)
#endif
