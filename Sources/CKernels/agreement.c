#include "agreement_walk.h"

singleout_agreement *singleout_agreement_create(uint32_t field_count) {
    size_t bytes = (size_t)plane * sizeof(uint64_t);
    singleout_agreement *scratch = aligned_alloc(64, (sizeof(*scratch) + 63) / 64 * 64);
    if (!scratch) return NULL;
    scratch->fields = aligned_alloc(64, bytes * (field_count + 1));
    scratch->levels = aligned_alloc(64, bytes * (singleout_agreement_depth + 1));
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

static void count_scalar(ARGUMENTS, uint32_t words, int excluding) {
#define MASKS(masks, keys, count, shift, width) field_masks_scalar(masks, words, keys, count, shift, width)
#define EXTEND(masks, parent, field, count, histogram, stride, excluding) \
    extend_scalar(scratch, masks, parent, field, words, count, histogram, stride)
    WALK(words, excluding, MASKS, EXTEND)
#undef MASKS
#undef EXTEND
}

int singleout_agreement_vectors(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi"))
        return 2;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi")) return 1;
#endif
    return 0;
}

void singleout_agreement_count(
    const singleout_lattice *lattice, singleout_agreement *scratch, const uint64_t *keys, const uint64_t *groups,
    uint32_t count, uint32_t combination, uint32_t first, uint32_t start, uint32_t depth, int vectors) {
    uint32_t words = (count + singleout_word_records - 1) / singleout_word_records;
    int excluding = leaves_out(lattice, keys, count, start);
#if defined(__x86_64__)
    if (vectors) {
        const agreement_counter counter =
            (vectors == 2 ? agreement_counters_avx512 : agreement_counters_avx2)[excluding][words - 1];
        counter(lattice, scratch, keys, groups, count, combination, first, start, depth);
        return;
    }
#endif
    (void)vectors;
    count_scalar(lattice, scratch, keys, groups, count, combination, first, start, depth, words, excluding);
}
