#pragma once

/// Asks for the memory at an address, so that a later read need not wait for it; does nothing else, whatever the address.
static inline void singleout_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }
