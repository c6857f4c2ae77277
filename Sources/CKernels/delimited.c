#include "delimited.h"

#include <string.h>

/* Writes the offsets of a mask's bits; more than needed, eight at a time, so that few branches depend on the data. */
#define FLATTEN(mask, base) \
    do { \
        uint64_t bits = (mask); \
        uint32_t count = (uint32_t)__builtin_popcountll(bits); \
        for (uint32_t done = 0; done < count; done += 8) \
            for (uint32_t k = 0; k < 8; k++) { \
                next[done + k] = (base) + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63); \
                bits &= bits - 1; \
            } \
        next += count; \
    } while (0)

static singleout_block scan_scalar(
    const uint8_t *bytes, uint32_t length, uint8_t delimiter, uint32_t *positions) {
    singleout_block block = {0, 0, 0, 0};
    for (uint32_t i = 0; i < length; i++) {
        uint8_t byte = bytes[i];
        if (byte == delimiter || byte == '\n') positions[block.separators++] = i;
        block.lines += byte == '\n';
        block.quotes |= byte == '"';
        block.wide |= byte >> 7;
    }
    return block;
}

#if defined(__x86_64__)
#include <immintrin.h>

int singleout_delimited_vectors(void) {
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi")) return 2;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? 1 : 0;
}

#define SCAN(LOAD) \
    singleout_block block = {0, 0, 0, 0}; \
    uint32_t *next = positions; \
    uint64_t quotes = 0, wide = 0; \
    uint8_t last[64]; \
    for (uint32_t i = 0; i < length; i += 64) { \
        const uint8_t *at = bytes + i; \
        if (i + 64 > length) { \
            memset(last, 'x', sizeof(last)); \
            memcpy(last, at, length - i); \
            at = last; \
        } \
        LOAD \
        block.lines += (uint32_t)__builtin_popcountll(line); \
        quotes |= quote; \
        wide |= high; \
        FLATTEN(line | field, i); \
    } \
    block.separators = (uint32_t)(next - positions); \
    block.quotes = quotes != 0; \
    block.wide = wide != 0; \
    return block;

__attribute__((target("avx512f,avx512bw,bmi,popcnt"))) static singleout_block scan_512(
    const uint8_t *bytes, uint32_t length, uint8_t delimiter, uint32_t *positions) {
    const __m512i delimiters = _mm512_set1_epi8((char)delimiter), feeds = _mm512_set1_epi8('\n'),
                  marks = _mm512_set1_epi8('"');
    SCAN(__m512i v = _mm512_loadu_si512(at); uint64_t field = _mm512_cmpeq_epi8_mask(v, delimiters);
         uint64_t line = _mm512_cmpeq_epi8_mask(v, feeds); uint64_t quote = _mm512_cmpeq_epi8_mask(v, marks);
         uint64_t high = _mm512_movepi8_mask(v);)
}

__attribute__((target("avx2,bmi,popcnt"))) static singleout_block scan_256(
    const uint8_t *bytes, uint32_t length, uint8_t delimiter, uint32_t *positions) {
    const __m256i delimiters = _mm256_set1_epi8((char)delimiter), feeds = _mm256_set1_epi8('\n'),
                  marks = _mm256_set1_epi8('"');
#define BOTH(OF) ((uint64_t)(uint32_t)_mm256_movemask_epi8(OF(a)) | (uint64_t)(uint32_t)_mm256_movemask_epi8(OF(b)) << 32)
#define IS_FIELD(v) _mm256_cmpeq_epi8(v, delimiters)
#define IS_LINE(v) _mm256_cmpeq_epi8(v, feeds)
#define IS_QUOTE(v) _mm256_cmpeq_epi8(v, marks)
#define IS_HIGH(v) (v)
    SCAN(__m256i a = _mm256_loadu_si256((const __m256i *)at); __m256i b = _mm256_loadu_si256((const __m256i *)(at + 32));
         uint64_t field = BOTH(IS_FIELD); uint64_t line = BOTH(IS_LINE); uint64_t quote = BOTH(IS_QUOTE);
         uint64_t high = BOTH(IS_HIGH);)
#undef BOTH
#undef IS_FIELD
#undef IS_LINE
#undef IS_QUOTE
#undef IS_HIGH
}
#else
int singleout_delimited_vectors(void) { return 0; }
#endif

singleout_block singleout_delimited_scan(
    const uint8_t *bytes, uint32_t length, uint8_t delimiter, uint32_t *positions, int vectors) {
#if defined(__x86_64__)
    if (vectors == 2) return scan_512(bytes, length, delimiter, positions);
    if (vectors == 1) return scan_256(bytes, length, delimiter, positions);
#endif
    (void)vectors;
    return scan_scalar(bytes, length, delimiter, positions);
}

int singleout_is_utf8(const uint8_t *bytes, uint64_t length) {
    uint64_t i = 0;
    while (i < length) {
        uint64_t eight;
        while (i + 8 <= length && (memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
        if (i == length) break;
        uint8_t first = bytes[i];
        if (first < 0x80) {
            i++;
            continue;
        }
        uint32_t more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || i + more >= length) return 0;
        uint8_t second = bytes[i + 1];
        uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) return 0;
        for (uint32_t k = 2; k <= more; k++)
            if ((bytes[i + k] & 0xc0) != 0x80) return 0;
        i += more + 1;
    }
    return 1;
}

uint64_t singleout_count_lines(const uint8_t *bytes, uint64_t length) {
    uint64_t lines = 0;
    for (uint64_t i = 0; i < length; i++) lines += bytes[i] == '\n';
    return lines;
}
