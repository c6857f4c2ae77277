#pragma once
#include <stdint.h>

/*
 Counting the classes of all combinations of some fields within small groups, by agreement masks.

 Each record of a group has, for each field, a mask with one bit per record of the group that agrees with it on the field.
 The AND of the masks of a combination's fields holds the record's class: its population count is the class size, and a record
 whose mask has no lower bit than its own stands for the class.

 Combinations are numbered in the order of a depth-first walk (a combination, then those that extend it by later fields), so
 that a combination and all its extensions are one range of numbers.
*/

enum {
    singleout_word_records = 64,   /* records that one 64-bit mask covers */
    singleout_agreement_words = 8, /* the most masks per record, so groups have at most 512 records */
    singleout_agreement_depth = 24,  /* the most fields that may be added to a combination */
};

/* What the counts of a lattice need to know. All pointers are borrowed; arrays have the stated lengths. */
typedef struct {
    uint32_t field_count;   /* fields of the lattice, in the order of the walk */
    const uint8_t *shifts;  /* [field_count]: where each field's code starts in a key, in bits */
    const uint8_t *widths;  /* [field_count]: bits of each field's code, 0 to 32 */
    const uint32_t *before; /* [depths * (field_count + 1)]: before[d * (field_count + 1) + j] is the number of
                               combinations in the subtrees, d levels deep below their root, of the fields before j */
    const int64_t *excluded; /* [field_count]: the code whose records are left out of a field's combinations, or -1; NULL
                                when no field leaves records out */
    uint32_t stride;        /* number of combinations, the empty one included */
    uint32_t *histogram;    /* [513 * stride]: histogram[size * stride + combination] is a number of classes */
    int64_t *spans;         /* [stride + 1]: differences; unique records credited to a combination and all its extensions */
} singleout_lattice;

/* Scratch for one thread. */
typedef struct singleout_agreement singleout_agreement;

/* Allocates scratch for groups of lattices of at most `field_count` fields; NULL when there is no memory. */
singleout_agreement *singleout_agreement_create(uint32_t field_count);
void singleout_agreement_destroy(singleout_agreement *scratch);

/* The best version of the machine: 2 for AVX-512, 1 for AVX2, else 0. */
int singleout_agreement_vectors(void);

/*
 Counts the combinations that extend `combination` by up to `depth` of the fields from `start` on, in `count` records.

 keys: [count] packed codes. groups: [count] initial masks, one bit per record of the same class of `combination` (only with
 count <= 64), or NULL when all records are one class. count: 1 to 512. first: the field after the last of `combination`.
 vectors: the version to use, at most what `singleout_agreement_vectors` returns; 0 is the scalar twin.
*/
void singleout_agreement_count(
    const singleout_lattice *lattice, singleout_agreement *scratch, const uint64_t *keys, const uint64_t *groups,
    uint32_t count, uint32_t combination, uint32_t first, uint32_t start, uint32_t depth, int vectors);
