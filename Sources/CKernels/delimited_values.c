#include "delimited.h"

#include <stdlib.h>
#include <string.h>

/* A table without memory cannot be read, and nothing here can recover. */
static void *resized(void *memory, size_t bytes) {
    void *larger = realloc(memory, bytes ? bytes : 1);
    if (!larger) abort();
    return larger;
}

/* ---- dictionary ---- */

/* A place of a hash table; the key is the bytes of a short value, or the hash of a long one. */
typedef struct {
    uint64_t key;
    uint32_t code; /* singleout_no_code when the place is free */
} place;

typedef struct {
    place *places;
    size_t capacity; /* a power of two */
    size_t used;
} places;

struct singleout_dictionary {
    places short_values; /* at most eight bytes, compared as one number: values hold no zero bytes */
    places long_values;
    uint8_t *bytes;
    size_t *ends;
    uint32_t count;
    size_t bytes_capacity, ends_capacity;
    uint32_t missing;
    uint32_t other; /* the code of all values that were not seen before it was closed, or singleout_no_code */
    uint8_t *missing_bytes;
    size_t *missing_ends;
    size_t missing_count;
    uint8_t *missing_met; /* 1 for each spelling that was met */
    uint8_t *unquoted; /* room for the longest field with doubled quotes */
    size_t unquoted_capacity;
};

enum { short_length = 8, first_capacity = 256 };

static inline uint64_t mix(uint64_t key) {
    __uint128_t product = (__uint128_t)(key ^ 0x9e3779b97f4a7c15u) * 0xd6e8feb86659fd93u;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof(word));
    return word;
}

static uint64_t long_hash(const uint8_t *value, size_t length) {
    uint64_t hash = mix(length);
    for (size_t i = 0; i + 8 < length; i += 8) hash = mix(hash ^ load(value + i));
    return mix(hash ^ load(value + length - 8));
}

static void create_places(places *table, size_t capacity) {
    table->places = resized(NULL, capacity * sizeof(place));
    table->capacity = capacity;
    table->used = 0;
    for (size_t i = 0; i < capacity; i++) table->places[i].code = singleout_no_code;
}

static void insert(places *table, uint64_t key, uint32_t code) {
    size_t slot = mix(key) & (table->capacity - 1);
    while (table->places[slot].code != singleout_no_code) slot = (slot + 1) & (table->capacity - 1);
    table->places[slot] = (place){key, code};
    table->used++;
}

static void insert_growing(places *table, uint64_t key, uint32_t code) {
    if (table->used * 2 >= table->capacity) {
        places old = *table;
        create_places(table, old.capacity * 2);
        for (size_t i = 0; i < old.capacity; i++)
            if (old.places[i].code != singleout_no_code) insert(table, old.places[i].key, old.places[i].code);
        free(old.places);
    }
    insert(table, key, code);
}

singleout_dictionary *singleout_dictionary_create(
    const uint8_t *missing, const size_t *missing_ends, size_t missing_count) {
    singleout_dictionary *dictionary = resized(NULL, sizeof(*dictionary));
    memset(dictionary, 0, sizeof(*dictionary));
    create_places(&dictionary->short_values, first_capacity);
    create_places(&dictionary->long_values, first_capacity);
    dictionary->missing = singleout_no_code;
    dictionary->other = singleout_no_code;
    dictionary->missing_count = missing_count;
    size_t bytes = missing_count ? missing_ends[missing_count - 1] : 0;
    dictionary->missing_bytes = resized(NULL, bytes);
    dictionary->missing_ends = resized(NULL, missing_count * sizeof(size_t));
    if (bytes) memcpy(dictionary->missing_bytes, missing, bytes);
    if (missing_count) memcpy(dictionary->missing_ends, missing_ends, missing_count * sizeof(size_t));
    dictionary->missing_met = resized(NULL, missing_count);
    if (missing_count) memset(dictionary->missing_met, 0, missing_count);
    return dictionary;
}

void singleout_dictionary_destroy(singleout_dictionary *dictionary) {
    if (!dictionary) return;
    free(dictionary->short_values.places);
    free(dictionary->long_values.places);
    free(dictionary->bytes);
    free(dictionary->ends);
    free(dictionary->missing_bytes);
    free(dictionary->missing_ends);
    free(dictionary->missing_met);
    free(dictionary->unquoted);
    free(dictionary);
}

size_t singleout_dictionary_memory(const singleout_dictionary *dictionary) {
    return (dictionary->short_values.capacity + dictionary->long_values.capacity) * sizeof *dictionary->short_values.places
        + dictionary->bytes_capacity + dictionary->ends_capacity * sizeof *dictionary->ends + dictionary->unquoted_capacity;
}

uint32_t singleout_dictionary_count(const singleout_dictionary *dictionary) { return dictionary->count; }
uint32_t singleout_dictionary_missing(const singleout_dictionary *dictionary) { return dictionary->missing; }
const uint8_t *singleout_dictionary_bytes(const singleout_dictionary *dictionary) { return dictionary->bytes; }
const size_t *singleout_dictionary_ends(const singleout_dictionary *dictionary) { return dictionary->ends; }

static uint32_t append_value(singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    size_t start = dictionary->count ? dictionary->ends[dictionary->count - 1] : 0;
    if (start + length > dictionary->bytes_capacity) {
        dictionary->bytes_capacity = (start + length) * 2;
        dictionary->bytes = resized(dictionary->bytes, dictionary->bytes_capacity);
    }
    if (dictionary->count == dictionary->ends_capacity) {
        dictionary->ends_capacity = dictionary->ends_capacity ? dictionary->ends_capacity * 2 : 64;
        dictionary->ends = resized(dictionary->ends, dictionary->ends_capacity * sizeof(size_t));
    }
    if (length) memcpy(dictionary->bytes + start, value, length);
    dictionary->ends[dictionary->count] = start + length;
    return dictionary->count++;
}

static uint32_t code_of_missing(singleout_dictionary *dictionary) {
    if (dictionary->missing == singleout_no_code) dictionary->missing = append_value(dictionary, NULL, 0);
    return dictionary->missing;
}

int singleout_dictionary_met_missing(const singleout_dictionary *dictionary, size_t spelling) {
    return dictionary->missing_met[spelling];
}

static int is_missing(singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    size_t start = 0;
    for (size_t i = 0; i < dictionary->missing_count; i++) {
        size_t end = dictionary->missing_ends[i];
        if (end - start == length && (length == 0 || memcmp(dictionary->missing_bytes + start, value, length) == 0)) {
            dictionary->missing_met[i] = 1;
            return 1;
        }
        start = end;
    }
    return 0;
}

static uint32_t new_code(singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    if (is_missing(dictionary, value, length)) return code_of_missing(dictionary);
    return append_value(dictionary, value, length);
}

static __attribute__((noinline)) uint32_t long_code(
    singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    places *table = &dictionary->long_values;
    uint64_t hash = long_hash(value, length);
    for (size_t slot = mix(hash) & (table->capacity - 1);; slot = (slot + 1) & (table->capacity - 1)) {
        uint32_t code = table->places[slot].code;
        if (code == singleout_no_code) break;
        if (table->places[slot].key != hash) continue;
        if (code == dictionary->missing) {
            if (is_missing(dictionary, value, length)) return code;
            continue;
        }
        size_t start = code ? dictionary->ends[code - 1] : 0;
        if (dictionary->ends[code] - start == length && memcmp(dictionary->bytes + start, value, length) == 0)
            return code;
    }
    if (dictionary->other != singleout_no_code) return dictionary->other;
    uint32_t code = new_code(dictionary, value, length);
    insert_growing(table, hash, code);
    return code;
}

static __attribute__((noinline)) uint32_t new_short(singleout_dictionary *dictionary, uint64_t key, size_t length) {
    if (dictionary->other != singleout_no_code) return dictionary->other;
    uint8_t value[short_length];
    memcpy(value, &key, sizeof(value));
    uint32_t code = new_code(dictionary, value, length);
    insert_growing(&dictionary->short_values, key, code);
    return code;
}

static inline uint32_t short_code(singleout_dictionary *dictionary, uint64_t key, size_t length) {
    const place *table = dictionary->short_values.places;
    size_t mask = dictionary->short_values.capacity - 1;
    for (size_t slot = mix(key) & mask;; slot = (slot + 1) & mask) {
        if (table[slot].code == singleout_no_code) return new_short(dictionary, key, length);
        if (table[slot].key == key) return table[slot].code;
    }
}

/* Bytes 0 to length - 1 of a word. */
static const uint64_t low_bytes[short_length + 1] = {
    0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff, 0xffffffffffffffff};

uint32_t singleout_dictionary_code(singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    if (length > short_length) return long_code(dictionary, value, length);
    uint64_t key = 0;
    if (length) memcpy(&key, value, length);
    return short_code(dictionary, key, length);
}

int singleout_dictionary_has(const singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    const int is_short = length <= short_length;
    const places *table = is_short ? &dictionary->short_values : &dictionary->long_values;
    uint64_t key = 0;
    if (!is_short) key = long_hash(value, length);
    else if (length) memcpy(&key, value, length);
    for (size_t slot = mix(key) & (table->capacity - 1);; slot = (slot + 1) & (table->capacity - 1)) {
        const uint32_t code = table->places[slot].code;
        if (code == singleout_no_code) return 0;
        if (table->places[slot].key != key || code == dictionary->missing) continue;
        if (is_short) return 1;
        const size_t start = code ? dictionary->ends[code - 1] : 0;
        if (dictionary->ends[code] - start == length && memcmp(dictionary->bytes + start, value, length) == 0) return 1;
    }
}

void singleout_dictionary_close(singleout_dictionary *dictionary) {
    size_t start = 0;
    for (size_t i = 0; i < dictionary->missing_count; i++) {
        singleout_dictionary_code(dictionary, dictionary->missing_bytes + start, dictionary->missing_ends[i] - start);
        start = dictionary->missing_ends[i];
    }
    dictionary->other = append_value(dictionary, NULL, 0);
}

/* The content of a quoted field: doubled quotes become one. */
static uint32_t quoted_code(singleout_dictionary *dictionary, const uint8_t *value, size_t length) {
    if (!memchr(value, '"', length)) return singleout_dictionary_code(dictionary, value, length);
    if (length > dictionary->unquoted_capacity) {
        dictionary->unquoted_capacity = length * 2;
        dictionary->unquoted = resized(dictionary->unquoted, dictionary->unquoted_capacity);
    }
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        dictionary->unquoted[count++] = value[i];
        i += value[i] == '"';
    }
    return singleout_dictionary_code(dictionary, dictionary->unquoted, count);
}

void singleout_dictionary_encode(
    singleout_dictionary *dictionary, const uint8_t *text, size_t readable, const singleout_scan *scan,
    const uint32_t *ends, uint32_t fields, uint32_t field, uint32_t *codes) {
    const int is_last = field + 1 == fields, has_quotes = scan->quotes;
    size_t start = field ? (size_t)ends[field - 1] + 1 : 0;
    for (size_t record = 0; record < scan->records; record++) {
        size_t at = record * fields + field;
        size_t length = ends[at] - start;
        const uint8_t *value = text + start;
        if (is_last && length && value[length - 1] == '\r' && ends[at] < scan->consumed && value[length] == '\n')
            length--;
        /* Two quotes at least, unless the file is changed meanwhile. */
        if (has_quotes && length > 1 && value[0] == '"')
            codes[record] = quoted_code(dictionary, value + 1, length - 2);
        else if (length > short_length)
            codes[record] = long_code(dictionary, value, length);
        else if (start + short_length <= readable)
            codes[record] = short_code(dictionary, load(value) & low_bytes[length], length);
        else
            codes[record] = singleout_dictionary_code(dictionary, value, length);
        if (record + 1 < scan->records) start = (size_t)ends[at + fields - 1] + 1;
    }
}

void singleout_dictionary_merge(
    singleout_dictionary *dictionary, const singleout_dictionary *other, uint32_t from, uint32_t to, uint32_t *map) {
    for (uint32_t code = from; code < to; code++) {
        size_t start = code ? other->ends[code - 1] : 0;
        map[code] = code == other->missing
                        ? code_of_missing(dictionary)
                        : singleout_dictionary_code(dictionary, other->bytes + start, other->ends[code] - start);
    }
}

/* ---- arrays of codes ---- */

#define COPY(FROM, TO) \
    do { \
        const FROM *from = array->data; \
        TO *to = out; \
        if (map) \
            for (size_t i = 0; i < array->count; i++) to[i] = (TO)map[from[i]]; \
        else \
            for (size_t i = 0; i < array->count; i++) to[i] = (TO)from[i]; \
    } while (0)
#define COPY_TO(FROM) \
    do { \
        if (width == 1) COPY(FROM, uint8_t); \
        else if (width == 2) COPY(FROM, uint16_t); \
        else COPY(FROM, uint32_t); \
    } while (0)

void singleout_codes_translate(const singleout_codes *array, const uint32_t *map, void *out, uint32_t width) {
    if (array->width == 1) COPY_TO(uint8_t);
    else if (array->width == 2) COPY_TO(uint16_t);
    else if (array->width == 4) COPY_TO(uint32_t);
}

void singleout_codes_append(singleout_codes *array, const uint32_t *codes, size_t count, uint32_t cardinality) {
    uint32_t width = cardinality <= 1u << 8 ? 1 : cardinality <= 1u << 16 ? 2 : 4;
    if (width < array->width) width = array->width;
    size_t needed = array->count + count;
    if (width > array->width || needed > array->capacity) {
        size_t capacity = needed > array->capacity ? needed + needed / 2 : array->capacity;
        if (width > array->width) {
            void *wider = resized(NULL, capacity * width);
            singleout_codes_translate(array, NULL, wider, width);
            free(array->data);
            array->data = wider;
            array->width = width;
        } else {
            array->data = resized(array->data, capacity * width);
        }
        array->capacity = capacity;
    }
    singleout_codes added = {(void *)codes, count, count, sizeof(uint32_t)};
    singleout_codes_translate(&added, NULL, (uint8_t *)array->data + array->count * width, width);
    array->count = needed;
}

void singleout_codes_trim(singleout_codes *array) {
    if (array->capacity == array->count) return;
    array->data = resized(array->data, array->count * array->width);
    array->capacity = array->count;
}

void singleout_codes_free(singleout_codes *array) {
    free(array->data);
    memset(array, 0, sizeof(*array));
}
