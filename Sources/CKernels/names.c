#include "names.h"

/*
 With m matching letters Jaro's similarity is at most (m/a + m/b + 1)/3, and Winkler's bonus closes at most four tenths of the
 rest when the first letters agree, nothing when they differ; so 0.88 needs m/a + m/b of 1.4 or 1.64.
*/
#define NEAR                                                                                             \
    uint32_t written = 0;                                                                                \
    for (uint32_t i = 0; i < count; i++) {                                                               \
        const singleout_name other = names[i];                                                           \
        uint32_t own_only = (uint32_t)__builtin_popcount(name.letters & ~other.letters);                 \
        uint32_t other_only = (uint32_t)__builtin_popcount(other.letters & ~name.letters);               \
        uint32_t a = name.length - own_only, b = other.length - other_only, matches = a < b ? a : b;     \
        uint32_t needed = ((name.beginning ^ other.beginning) & 0xff) ? 164 : 140;                       \
        int similar = 100 * matches * (name.length + other.length) >= needed * name.length * other.length; \
        uint32_t longer = name.length > other.length ? name.length - other.length : other.length - name.length; \
        int edit = (own_only <= 1) & (other_only <= 1) & (longer <= 1);                                  \
        int beginning = (name.beginning == other.beginning) & (name.beginning >> 30);                      \
        if (similar | edit | beginning) found[written++] = i;                                            \
    }                                                                                                    \
    return written;

static uint32_t near_scalar(singleout_name name, const singleout_name *names, uint32_t count, uint32_t *found) {
    NEAR
}

#if defined(__x86_64__)
__attribute__((target("popcnt,bmi"))) static uint32_t near_counted(
    singleout_name name, const singleout_name *names, uint32_t count, uint32_t *found) {
    NEAR
}
#endif

uint32_t singleout_near_names(
    singleout_name name, const singleout_name *names, uint32_t count, uint32_t *found, int vectors) {
#if defined(__x86_64__)
    if (vectors >= 1) return near_counted(name, names, count, found);
#endif
    (void)vectors;
    return near_scalar(name, names, count, found);
}
