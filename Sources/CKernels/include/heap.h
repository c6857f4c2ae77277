#pragma once

/* Gives the heap's free pages back to the system, where the C library can. */
void singleout_trim_heap(void);
