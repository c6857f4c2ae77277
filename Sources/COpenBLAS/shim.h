#include <cblas.h>
#include <lapacke.h>

// The library's own, which no header of it names; not all builds show them.
extern void *blas_memory_alloc(int position) __attribute__((weak));
extern void blas_memory_free(void *buffer) __attribute__((weak));

/// Takes a buffer of the kind that products use out of the library's store, which gets a new one from the system where it has none
/// left, and tries for ever where the system has none; null where the library shows no store.
static inline void *singleout_take_product_buffer(void) { return blas_memory_alloc ? blas_memory_alloc(0) : 0; }

/// Gives a buffer back to the store, which keeps it.
static inline void singleout_give_product_buffer(void *buffer) {
    if (buffer && blas_memory_free) blas_memory_free(buffer);
}
