#include "delimited.h"

#include <string.h>

/* ---- scalar twin ---- */

enum state { field_start, unquoted, quoted, quote_in_quoted };

static singleout_scan scan_scalar(
    const uint8_t *text, uint32_t length, int following, uint8_t delimiter, uint32_t *ends) {
    singleout_scan found = {0};
    enum state state = field_start;
    uint32_t count = 0;
    for (uint32_t i = 0; i < length; i++) {
        uint8_t byte = text[i];
        found.quotes |= byte == '"';
        found.wide |= byte >> 7;
        found.zeros |= byte == 0;
        if (state == quoted) {
            if (byte == '"') state = quote_in_quoted;
            continue;
        }
        int next = i + 1 < length ? text[i + 1] : following;
        if (byte == '\n' || (byte == '\r' && next != '\n')) {
            ends[count++] = i;
            found.records++;
            found.ends = count;
            found.consumed = i + 1;
            state = field_start;
        } else if (byte == delimiter) {
            ends[count++] = i;
            state = field_start;
        } else if (byte == '"' && state != unquoted) {
            state = quoted;
        } else if (state == quote_in_quoted) {
            if (byte != '\r') {
                found.mistake = 1;
                return found;
            }
        } else {
            found.literal |= byte == '"';
            state = unquoted;
        }
    }
    if (following < 0) {
        if (state == quoted) {
            found.mistake = 1;
        } else if (found.consumed < length) {
            ends[count++] = length;
            found.records++;
            found.ends = count;
            found.consumed = length;
        }
    }
    return found;
}

/* ---- vector versions ---- */

#if defined(__x86_64__)
#include <immintrin.h>

int singleout_delimited_vectors(void) {
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi"))
        return 2;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? 1 : 0;
}

/* One bit per byte of a 64-byte piece. */
typedef struct {
    uint64_t field, line, ret, quote;
    uint64_t odd; /* zero bytes and bytes above 127 */
} piece;

/* What one piece hands to the next. */
typedef struct {
    uint64_t inside;  /* all ones within quotes */
    uint64_t opening; /* 1 when a quote may open a field at the next byte */
    uint64_t closing; /* 1 when the last byte closed a field, or was the first of a doubled quote */
    uint64_t irregular;
} carry;

/* Bit i is the exclusive or of bits 0 to i. */
static inline uint64_t prefix_xor(uint64_t bits) {
    for (uint32_t shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

/* Keeps the ends of fields and records that are outside quotes; `valid` has the bits of bytes of the text. */
static inline void apply_quotes(const piece *at, uint64_t *any, uint64_t *record, uint64_t valid, carry *c) {
    uint64_t inside = prefix_xor(at->quote) ^ c->inside;
    *any &= ~inside;
    *record &= ~inside;
    uint64_t opening = at->quote & inside, closing = at->quote & ~inside;
    uint64_t may_open = (*any | at->quote) << 1 | c->opening;
    uint64_t after_closing = closing << 1 | c->closing;
    c->irregular |= ((opening & ~may_open) | (after_closing & ~(*any | at->quote | at->ret))) & valid;
    c->inside = (uint64_t)((int64_t)inside >> 63);
    c->opening = (*any | at->quote) >> 63;
    c->closing = closing >> 63;
}

/*
 The loop of every version. LOAD fills `at` from 64 bytes at `from`; FLATTEN appends the offsets of the bits of `any`.
 With a record in the piece, what lies before its last end is complete.
*/
#define SCAN(LOAD, FLATTEN) \
    singleout_scan found = {0}; \
    carry c = {0, 1, 0, 0}; \
    uint64_t quotes = 0; \
    uint32_t *next = ends; \
    uint8_t tail[64]; \
    for (uint32_t i = 0; i < length; i += 64) { \
        const uint8_t *from = text + i; \
        uint64_t valid = ~(uint64_t)0; \
        int after = following; \
        if (length - i > 64) { \
            after = from[64]; \
        } else if (length - i < 64) { \
            memset(tail, 'x', sizeof(tail)); \
            memcpy(tail, from, length - i); \
            from = tail; \
            valid = ((uint64_t)1 << (length - i)) - 1; \
        } \
        piece at; \
        LOAD \
        at.field &= valid; \
        uint64_t record = at.line; \
        if (at.ret) { \
            uint64_t last = valid & ~(valid >> 1); \
            record |= at.ret & ~(at.line >> 1 | (after == '\n' ? last : 0)); \
        } \
        uint64_t any = at.field | record; \
        if (at.quote | c.inside | c.closing) { \
            apply_quotes(&at, &any, &record, valid, &c); \
            quotes |= at.quote; \
        } else { \
            c.opening = any >> 63; \
        } \
        if (at.odd) \
            for (uint32_t k = 0; k < 64; k++) { \
                found.wide |= from[k] >> 7; \
                found.zeros |= from[k] == 0; \
            } \
        if (record) { \
            uint32_t top = 63 - (uint32_t)__builtin_clzll(record); \
            found.records += (uint32_t)__builtin_popcountll(record); \
            found.ends = (uint32_t)(next - ends) + (uint32_t)__builtin_popcountll(any & ~(uint64_t)0 >> (63 - top)); \
            found.consumed = i + top + 1; \
        } \
        FLATTEN \
    } \
    found.quotes = quotes != 0; \
    found.literal = c.irregular != 0; \
    if (following < 0) { \
        if (c.inside) found.literal = 1; \
        if (found.consumed < length) { \
            *next++ = length; \
            found.records++; \
            found.ends = (uint32_t)(next - ends); \
            found.consumed = length; \
        } \
    } \
    return found;

#define LOAD_512 \
    __m512i v = _mm512_loadu_si512(from); \
    at.field = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)delimiter)); \
    at.line = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')); \
    at.ret = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r')); \
    at.quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')); \
    at.odd = _mm512_cmpge_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8(1)), _mm512_set1_epi8(0x7f));

#define FLATTEN_512 \
    uint32_t count = (uint32_t)__builtin_popcountll(any); \
    __m512i where = _mm512_maskz_compress_epi8(any, offsets); \
    __m512i base = _mm512_set1_epi32((int)i); \
    _mm512_storeu_si512(next, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(where)))); \
    if (count > 16) \
        _mm512_storeu_si512( \
            next + 16, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(where, 1)))); \
    if (count > 32) { \
        _mm512_storeu_si512( \
            next + 32, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(where, 2)))); \
        _mm512_storeu_si512( \
            next + 48, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(where, 3)))); \
    } \
    next += count;

/* Eight at a time, so that few branches depend on the data; offsets past the last are overwritten by the next piece. */
#define FLATTEN_256 \
    uint32_t count = (uint32_t)__builtin_popcountll(any); \
    uint64_t bits = any; \
    for (uint32_t done = 0; done < count; done += 8) \
        for (uint32_t k = 0; k < 8; k++) { \
            next[done + k] = i + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63); \
            bits &= bits - 1; \
        } \
    next += count;

#define TARGET_512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt,lzcnt")))

TARGET_512 static singleout_scan scan_512(
    const uint8_t *text, uint32_t length, int following, uint8_t delimiter, uint32_t *ends) {
    static const uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const __m512i offsets = _mm512_loadu_si512(numbers);
    SCAN(LOAD_512, FLATTEN_512)
}

#define BITS_256(OF) \
    ((uint64_t)(uint32_t)_mm256_movemask_epi8(OF(low)) | (uint64_t)(uint32_t)_mm256_movemask_epi8(OF(high)) << 32)
#define IS_FIELD(v) _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)delimiter))
#define IS_LINE(v) _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n'))
#define IS_RETURN(v) _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'))
#define IS_QUOTE(v) _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"'))
/* Bytes from 1 to 127 are above zero as signed numbers. */
#define IS_PLAIN(v) _mm256_cmpgt_epi8(v, _mm256_setzero_si256())
#define LOAD_256 \
    __m256i low = _mm256_loadu_si256((const __m256i *)from); \
    __m256i high = _mm256_loadu_si256((const __m256i *)(from + 32)); \
    at.field = BITS_256(IS_FIELD); \
    at.line = BITS_256(IS_LINE); \
    at.ret = BITS_256(IS_RETURN); \
    at.quote = BITS_256(IS_QUOTE); \
    at.odd = ~BITS_256(IS_PLAIN);

__attribute__((target("avx2,bmi,popcnt,lzcnt"))) static singleout_scan scan_256(
    const uint8_t *text, uint32_t length, int following, uint8_t delimiter, uint32_t *ends) {
    SCAN(LOAD_256, FLATTEN_256)
}
#else
int singleout_delimited_vectors(void) { return 0; }
#endif

singleout_scan singleout_delimited_scan(
    const uint8_t *text, uint32_t length, int following, uint8_t delimiter, uint32_t *ends, int vectors) {
#if defined(__x86_64__)
    if (vectors > 0) {
        singleout_scan found = vectors == 2 ? scan_512(text, length, following, delimiter, ends)
                                            : scan_256(text, length, following, delimiter, ends);
        /* Quotes within unquoted fields, and mistakes, are for the scalar twin. */
        if (!found.literal) return found;
    }
#endif
    (void)vectors;
    return scan_scalar(text, length, following, delimiter, ends);
}

int singleout_delimited_is_even(
    const uint8_t *text, const singleout_scan *scan, const uint32_t *ends, uint32_t fields) {
    if ((uint64_t)scan->records * fields != scan->ends) return 0;
    uint64_t uneven = 0;
    for (size_t record = 1; record < scan->records; record++) {
        uint8_t byte = text[ends[record * fields - 1]];
        uneven |= byte != '\n' && byte != '\r';
    }
    return !uneven;
}

int singleout_delimited_has_short(const singleout_scan *scan, const uint32_t *ends, uint32_t fields) {
    if (fields < 2) return 0;
    /* Between the ends of a record and of the one before are its content, its delimiters, and perhaps a carriage return. */
    uint32_t before = UINT32_MAX, shortest = UINT32_MAX;
    for (size_t record = 1; record <= scan->records; record++) {
        uint32_t end = ends[record * fields - 1];
        uint32_t length = end - before;
        shortest = length < shortest ? length : shortest;
        before = end;
    }
    return shortest <= fields + 1;
}

int singleout_delimited_kind(
    const uint8_t *text, uint32_t start, const uint32_t *ends, uint32_t first, uint32_t available, uint32_t fields, uint8_t delimiter,
    uint32_t *found) {
    uint32_t count = 1;
    ends += first;
    available -= first;
    /* The end of the input, behind the last byte, is the last of all. */
    while (count < available && text[ends[count - 1]] == delimiter) count++;
    *found = count;
    if (fields > 1) {
        uint32_t end = ends[count - 1], i = start;
        if (count == 1)
            while (i < end && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) i++;
        else
            while (i < end && (text[i] == delimiter || (text[i] == '\r' && i + 1 == end))) i++;
        if (i == end) return singleout_record_empty;
    }
    return count == fields ? singleout_record_good : singleout_record_ragged;
}

/* The same loop for every version; the compiler makes vectors of it. */
#define COUNT_QUOTES \
    size_t quotes = 0; \
    for (size_t i = 0; i < length; i++) quotes += text[i] == '"'; \
    return quotes;

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t count_quotes_256(const uint8_t *text, size_t length) { COUNT_QUOTES }

TARGET_512 static size_t count_quotes_512(const uint8_t *text, size_t length) {
    const __m512i mark = _mm512_set1_epi8('"');
    size_t quotes = 0, i = 0;
    for (; i + 64 <= length; i += 64)
        quotes += (size_t)__builtin_popcountll(_mm512_cmpeq_epi8_mask(_mm512_loadu_si512(text + i), mark));
    for (; i < length; i++) quotes += text[i] == '"';
    return quotes;
}
#endif

size_t singleout_count_quotes(const uint8_t *text, size_t length, int vectors) {
#if defined(__x86_64__)
    if (vectors == 2) return count_quotes_512(text, length);
    if (vectors == 1) return count_quotes_256(text, length);
#endif
    (void)vectors;
    COUNT_QUOTES
}

size_t singleout_count_lines(const uint8_t *text, size_t length, int following) {
    if (length == 0) return 0;
    size_t lines = text[length - 1] == '\n' || (text[length - 1] == '\r' && following != '\n');
    for (size_t i = 0; i + 1 < length; i++) lines += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return lines;
}

int singleout_is_utf8(const uint8_t *bytes, size_t length) {
    size_t i = 0;
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
