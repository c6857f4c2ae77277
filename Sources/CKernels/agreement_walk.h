/* What the versions of the agreement kernels share; included by each of them and by nothing else. */
#pragma once

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
    uint32_t node[singleout_agreement_depth + 1];
    uint32_t next[singleout_agreement_depth + 1];
    uint32_t base[singleout_agreement_depth + 1];
    uint64_t lower[singleout_word_records] __attribute__((aligned(64)));  /* bits below a record's own */
    uint64_t higher[singleout_word_records] __attribute__((aligned(64))); /* bits above a record's own */
    uint64_t own[singleout_word_records] __attribute__((aligned(64)));    /* a record's own bit */
    uint32_t codes[singleout_word_records * singleout_agreement_words] __attribute__((aligned(64)));
};

enum { plane = singleout_word_records * singleout_agreement_words * singleout_agreement_words };

/* The class of a record at a combination: how many records its masks cover. */
static inline uint32_t class_size(const uint64_t *masks, uint32_t words, uint32_t record) {
    const uint64_t *first = masks + (size_t)(record / lanes) * words * lanes + record % lanes;
    uint32_t size = 0;
    for (uint32_t w = 0; w < words; w++) size += (uint32_t)__builtin_popcountll(first[w * lanes]);
    return size;
}

static inline uint32_t block_count(uint32_t count) { return (count + lanes - 1) / lanes; }

/* The initial masks: the given groups, or one class of all records. Rows past the last have empty masks. */
static inline void start_masks(uint64_t *masks, uint32_t words, const uint64_t *groups, uint32_t count) {
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

/* Empties the masks of records with an excluded code; records that have a value never had their bits. */
static inline void leave_out(
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

/* The classes of two or more records that `leaders` stand for, eight blocks from `block` on. */
__attribute__((always_inline)) static inline void count_leaders(
    const uint64_t *masks, const uint32_t words, uint32_t block, uint64_t leaders, uint32_t *histogram, size_t stride) {
    while (leaders) {
        uint32_t record = block * lanes + (uint32_t)__builtin_ctzll(leaders);
        leaders &= leaders - 1;
        histogram[class_size(masks, words, record) * stride]++;
    }
}

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

/* A counter for groups of 1 to 8 words, without and with records left out. */
typedef void (*agreement_counter)(ARGUMENTS);
typedef const agreement_counter agreement_counters[2][singleout_agreement_words];

#if defined(__x86_64__)
extern agreement_counters agreement_counters_avx2;
extern agreement_counters agreement_counters_avx512;
#endif

/* Defines the counters of a version from `MASKS_WORDS` and `EXTEND_WORDS`. */
#define DEFINE_COUNTERS(NAME, TARGET) \
    DEFINE_COUNTER(TARGET, 1) \
    DEFINE_COUNTER(TARGET, 2) \
    DEFINE_COUNTER(TARGET, 3) \
    DEFINE_COUNTER(TARGET, 4) \
    DEFINE_COUNTER(TARGET, 5) \
    DEFINE_COUNTER(TARGET, 6) \
    DEFINE_COUNTER(TARGET, 7) \
    DEFINE_COUNTER(TARGET, 8) \
    agreement_counters NAME = {EACH_COUNTER(count_), EACH_COUNTER(count_excluding_)};
#define DEFINE_COUNTER(TARGET, WORDS) \
    TARGET static void count_##WORDS(ARGUMENTS) { WALK(WORDS, 0, MASKS_##WORDS, EXTEND_##WORDS) } \
    TARGET static void count_excluding_##WORDS(ARGUMENTS) { WALK(WORDS, 1, MASKS_##WORDS, EXTEND_##WORDS) }
#define EACH_COUNTER(name) {name##1, name##2, name##3, name##4, name##5, name##6, name##7, name##8}
#define MASKS_1(...) MASKS_WORDS(1, __VA_ARGS__)
#define EXTEND_1(...) EXTEND_WORDS(1, __VA_ARGS__)
#define MASKS_2(...) MASKS_WORDS(2, __VA_ARGS__)
#define EXTEND_2(...) EXTEND_WORDS(2, __VA_ARGS__)
#define MASKS_3(...) MASKS_WORDS(3, __VA_ARGS__)
#define EXTEND_3(...) EXTEND_WORDS(3, __VA_ARGS__)
#define MASKS_4(...) MASKS_WORDS(4, __VA_ARGS__)
#define EXTEND_4(...) EXTEND_WORDS(4, __VA_ARGS__)
#define MASKS_5(...) MASKS_WORDS(5, __VA_ARGS__)
#define EXTEND_5(...) EXTEND_WORDS(5, __VA_ARGS__)
#define MASKS_6(...) MASKS_WORDS(6, __VA_ARGS__)
#define EXTEND_6(...) EXTEND_WORDS(6, __VA_ARGS__)
#define MASKS_7(...) MASKS_WORDS(7, __VA_ARGS__)
#define EXTEND_7(...) EXTEND_WORDS(7, __VA_ARGS__)
#define MASKS_8(...) MASKS_WORDS(8, __VA_ARGS__)
#define EXTEND_8(...) EXTEND_WORDS(8, __VA_ARGS__)
