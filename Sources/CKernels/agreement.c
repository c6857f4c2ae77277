#include "agreement.h"

#include <stdlib.h>
#include <string.h>

/*
 Masks are kept in blocks of eight records: block b, word w, lane r is the w-th mask word of record 8 b + r, at
 (b * words + w) * 8 + r. A block's own bits are in word b / 8.
*/
enum { lanes = 8 };

struct singleout_agreement {
    uint64_t *fields;         /* agreement masks of each field */
    uint64_t *levels;         /* masks of the combinations on the path of the walk */
    uint32_t field_count;
    uint32_t node[singleout_agreement_fields + 1];
    uint32_t next[singleout_agreement_fields + 1];
    uint32_t base[singleout_agreement_fields + 1];
    uint64_t lower[singleout_word_records] __attribute__((aligned(64)));  /* bits below a record's own */
    uint64_t higher[singleout_word_records] __attribute__((aligned(64))); /* bits above a record's own */
    uint64_t own[singleout_word_records] __attribute__((aligned(64)));    /* a record's own bit */
    uint32_t codes[singleout_word_records * singleout_agreement_words] __attribute__((aligned(64)));
};

enum { plane = singleout_word_records * singleout_agreement_words * singleout_agreement_words };

singleout_agreement *singleout_agreement_create(uint32_t field_count) {
    if (field_count > singleout_agreement_fields) return NULL;
    size_t bytes = (size_t)plane * sizeof(uint64_t);
    singleout_agreement *scratch = aligned_alloc(64, (sizeof(*scratch) + 63) / 64 * 64);
    if (!scratch) return NULL;
    scratch->field_count = field_count;
    scratch->fields = aligned_alloc(64, bytes * (field_count + 1));
    scratch->levels = aligned_alloc(64, bytes * (field_count + 1));
    if (!scratch->fields || !scratch->levels) {
        singleout_agreement_destroy(scratch);
        return NULL;
    }
    for (uint32_t r = 0; r < singleout_word_records; r++) {
        scratch->lower[r] = ((uint64_t)1 << r) - 1;
        scratch->own[r] = (uint64_t)1 << r;
        scratch->higher[r] = ~(scratch->lower[r] | (uint64_t)1 << r);
    }
    return scratch;
}

void singleout_agreement_destroy(singleout_agreement *scratch) {
    if (!scratch) return;
    free(scratch->fields);
    free(scratch->levels);
    free(scratch);
}

/* The class of a record at a combination: how many records its masks cover. */
static inline uint32_t class_size(const uint64_t *masks, uint32_t words, uint32_t record) {
    const uint64_t *first = masks + (size_t)(record / lanes) * words * lanes + record % lanes;
    uint32_t size = 0;
    for (uint32_t w = 0; w < words; w++) size += (uint32_t)__builtin_popcountll(first[w * lanes]);
    return size;
}

static inline uint32_t block_count(uint32_t count) { return (count + lanes - 1) / lanes; }

/* The initial masks: the given groups, or one class of all records. Rows past the last have empty masks. */
static void start_masks(uint64_t *masks, uint32_t words, const uint64_t *groups, uint32_t count) {
    uint32_t blocks = words == 1 ? lanes : block_count(count);
    for (uint32_t b = 0; b < blocks; b++)
        for (uint32_t w = 0; w < words; w++)
            for (uint32_t r = 0; r < lanes; r++) {
                uint32_t record = b * lanes + r;
                uint64_t mask = 0;
                if (record < count) {
                    uint32_t left = count - w * singleout_word_records;
                    uint64_t all = left >= singleout_word_records ? ~(uint64_t)0 : ((uint64_t)1 << left) - 1;
                    mask = groups ? groups[record] : all;
                }
                masks[(b * words + w) * lanes + r] = mask;
            }
}

/* Whether any record lacks a value in the fields from `start` on. */
static int leaves_out(const singleout_lattice *lattice, const uint64_t *keys, uint32_t count, uint32_t start) {
    if (!lattice->excluded) return 0;
    for (uint32_t f = start; f < lattice->field_count; f++) {
        if (lattice->excluded[f] < 0) continue;
        uint64_t low = ((uint64_t)1 << lattice->widths[f]) - 1;
        for (uint32_t i = 0; i < count; i++)
            if ((keys[i] >> lattice->shifts[f] & low) == (uint64_t)lattice->excluded[f]) return 1;
    }
    return 0;
}

/* Empties the masks of records with an excluded code; records that have a value never had their bits. */
static void leave_out(
    uint64_t *masks, uint32_t words, const uint64_t *keys, uint32_t count, uint8_t shift, uint8_t width, int64_t code) {
    if (code < 0) return;
    uint64_t low = ((uint64_t)1 << width) - 1;
    for (uint32_t i = 0; i < count; i++)
        if ((keys[i] >> shift & low) == (uint64_t)code) {
            uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes;
            for (uint32_t w = 0; w < words; w++) row[w * lanes] = 0;
        }
}

/* What one step of the walk found in a group. */
typedef struct {
    uint32_t together; /* records in classes of two or more */
    uint32_t alone;    /* records alone in their class */
} extension;

/* ---- scalar twin ---- */

static void field_masks_scalar(
    uint64_t *masks, uint32_t words, const uint64_t *keys, uint32_t count, uint8_t shift, uint8_t width) {
    uint64_t low = ((uint64_t)1 << width) - 1;
    uint32_t blocks = words == 1 ? lanes : block_count(count);
    memset(masks, 0, (size_t)blocks * words * lanes * sizeof(uint64_t));
    for (uint32_t i = 0; i < count; i++) {
        uint64_t code = keys[i] >> shift & low;
        uint64_t *row = masks + (size_t)(i / lanes) * words * lanes + i % lanes;
        for (uint32_t k = 0; k < count; k++)
            if ((keys[k] >> shift & low) == code)
                row[k / singleout_word_records * lanes] |= (uint64_t)1 << k % singleout_word_records;
    }
}

/* ANDs a field into a combination and counts the classes of two or more records. */
static extension extend_scalar(
    const singleout_agreement *scratch, uint64_t *masks, const uint64_t *parent, const uint64_t *field, uint32_t words,
    uint32_t count, uint32_t *histogram, size_t stride) {
    extension found = {0, 0};
    uint32_t blocks = words == 1 ? lanes : block_count(count);
    size_t length = (size_t)blocks * words * lanes;
    for (size_t i = 0; i < length; i++) masks[i] = parent[i] & field[i];
    for (uint32_t record = 0; record < count; record++) {
        const uint64_t *row = masks + (size_t)(record / lanes) * words * lanes + record % lanes;
        uint32_t own = record / singleout_word_records;
        uint64_t lower = row[own * lanes] & scratch->lower[record % singleout_word_records];
        uint64_t higher = row[own * lanes] & scratch->higher[record % singleout_word_records];
        for (uint32_t w = 0; w < own; w++) lower |= row[w * lanes];
        for (uint32_t w = own + 1; w < words; w++) higher |= row[w * lanes];
        if (lower | higher) found.together++;
        else if (row[own * lanes]) found.alone++;
        if (!lower && higher) histogram[class_size(masks, words, record) * stride]++;
    }
    return found;
}

/* ---- vector version ---- */

#if defined(__x86_64__)
#include <immintrin.h>
#define VECTORS __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt,bmi,bmi2,lzcnt")))
#define INLINE_VECTORS VECTORS __attribute__((always_inline)) static inline

int singleout_agreement_has_vectors(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2");
}

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

/* The classes of two or more records that `leaders` stand for, eight blocks from `block` on. */
INLINE_VECTORS void count_leaders(
    const uint64_t *masks, const uint32_t words, uint32_t block, uint64_t leaders, uint32_t *histogram, size_t stride) {
    while (leaders) {
        uint32_t record = block * lanes + (uint32_t)__builtin_ctzll(leaders);
        leaders &= leaders - 1;
        histogram[class_size(masks, words, record) * stride]++;
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
#else
int singleout_agreement_has_vectors(void) { return 0; }
#endif

/*
 The walk over the combinations, the same for every version: `MASKS` makes a field's masks, `EXTEND` one step. A macro, because
 the steps must be inlined with a constant number of words into code compiled for the wider instructions.
*/
#define WALK(WORDS, EXCLUDING, MASKS, EXTEND) \
    const size_t size = (size_t)plane / singleout_agreement_words * (WORDS); \
    const uint32_t fields = lattice->field_count; \
    const size_t stride = lattice->stride; \
    for (uint32_t f = start; f < fields; f++) { \
        uint64_t *masks = scratch->fields + f * size; \
        MASKS(masks, keys, count, lattice->shifts[f], lattice->widths[f]); \
        if (EXCLUDING) \
            leave_out(masks, (WORDS), keys, count, lattice->shifts[f], lattice->widths[f], lattice->excluded[f]); \
    } \
    start_masks(scratch->levels, (WORDS), groups, count); \
    scratch->node[0] = combination; \
    scratch->next[0] = start; \
    scratch->base[0] = first; \
    uint32_t level = 0; \
    for (;;) { \
        uint32_t f = scratch->next[level]; \
        if (f == fields) { \
            if (level == 0) break; \
            level--; \
            continue; \
        } \
        scratch->next[level] = f + 1; \
        const uint32_t *before = lattice->before + (size_t)(depth - level - 1) * (fields + 1); \
        uint32_t node = scratch->node[level] + 1 + before[f] - before[scratch->base[level]]; \
        extension found = EXTEND( \
            scratch->levels + (level + 1) * size, scratch->levels + level * size, scratch->fields + f * size, count, \
            lattice->histogram + node, stride, EXCLUDING); \
        if (!(EXCLUDING) && found.together == 0) { \
            lattice->spans[node] += count; \
            lattice->spans[node + before[f + 1] - before[f]] -= count; \
            continue; \
        } \
        lattice->histogram[stride + node] += found.alone; \
        if ((EXCLUDING) && found.together + found.alone == 0) continue; \
        if (f + 1 < fields && level + 1 < depth) { \
            level++; \
            scratch->node[level] = node; \
            scratch->next[level] = f + 1; \
            scratch->base[level] = f + 1; \
        } \
    }

#define ARGUMENTS \
    const singleout_lattice *lattice, singleout_agreement *scratch, const uint64_t *keys, const uint64_t *groups, \
        uint32_t count, uint32_t combination, uint32_t first, uint32_t start, uint32_t depth

static void count_scalar(ARGUMENTS, uint32_t words, int excluding) {
#define MASKS(masks, keys, count, shift, width) field_masks_scalar(masks, words, keys, count, shift, width)
#define EXTEND(masks, parent, field, count, histogram, stride, excluding) \
    extend_scalar(scratch, masks, parent, field, words, count, histogram, stride)
    WALK(words, excluding, MASKS, EXTEND)
#undef MASKS
#undef EXTEND
}

#if defined(__x86_64__)
#define MASKS_WORDS(WORDS, masks, keys, count, shift, width) \
    field_masks_vector(scratch, masks, WORDS, keys, count, shift, width)
#define EXTEND_WORDS(WORDS, masks, parent, field, count, histogram, stride, excluding) \
    extend_vector(scratch, masks, parent, field, WORDS, count, histogram, stride, excluding)
#define COUNT_VECTOR(WORDS) \
    VECTORS static void count_vector_##WORDS(ARGUMENTS) { WALK(WORDS, 0, MASKS_##WORDS, EXTEND_##WORDS) } \
    VECTORS static void count_vector_excluding_##WORDS(ARGUMENTS) { WALK(WORDS, 1, MASKS_##WORDS, EXTEND_##WORDS) }
#define MASKS_1(...) MASKS_WORDS(1, __VA_ARGS__)
#define EXTEND_1(...) EXTEND_WORDS(1, __VA_ARGS__)
COUNT_VECTOR(1)
#define MASKS_2(...) MASKS_WORDS(2, __VA_ARGS__)
#define EXTEND_2(...) EXTEND_WORDS(2, __VA_ARGS__)
COUNT_VECTOR(2)
#define MASKS_3(...) MASKS_WORDS(3, __VA_ARGS__)
#define EXTEND_3(...) EXTEND_WORDS(3, __VA_ARGS__)
COUNT_VECTOR(3)
#define MASKS_4(...) MASKS_WORDS(4, __VA_ARGS__)
#define EXTEND_4(...) EXTEND_WORDS(4, __VA_ARGS__)
COUNT_VECTOR(4)
#define MASKS_5(...) MASKS_WORDS(5, __VA_ARGS__)
#define EXTEND_5(...) EXTEND_WORDS(5, __VA_ARGS__)
COUNT_VECTOR(5)
#define MASKS_6(...) MASKS_WORDS(6, __VA_ARGS__)
#define EXTEND_6(...) EXTEND_WORDS(6, __VA_ARGS__)
COUNT_VECTOR(6)
#define MASKS_7(...) MASKS_WORDS(7, __VA_ARGS__)
#define EXTEND_7(...) EXTEND_WORDS(7, __VA_ARGS__)
COUNT_VECTOR(7)
#define MASKS_8(...) MASKS_WORDS(8, __VA_ARGS__)
#define EXTEND_8(...) EXTEND_WORDS(8, __VA_ARGS__)
COUNT_VECTOR(8)
#endif

void singleout_agreement_count(
    const singleout_lattice *lattice, singleout_agreement *scratch, const uint64_t *keys, const uint64_t *groups,
    uint32_t count, uint32_t combination, uint32_t first, uint32_t start, uint32_t depth, int vectors) {
    uint32_t words = (count + singleout_word_records - 1) / singleout_word_records;
    int excluding = leaves_out(lattice, keys, count, start);
#if defined(__x86_64__)
    if (vectors) {
        typedef void (*counter)(ARGUMENTS);
#define EACH(name) {name##1, name##2, name##3, name##4, name##5, name##6, name##7, name##8}
        static const counter counters[2][singleout_agreement_words] = {
            EACH(count_vector_), EACH(count_vector_excluding_)};
#undef EACH
        counters[excluding][words - 1](lattice, scratch, keys, groups, count, combination, first, start, depth);
        return;
    }
#endif
    (void)vectors;
    count_scalar(lattice, scratch, keys, groups, count, combination, first, start, depth, words, excluding);
}
