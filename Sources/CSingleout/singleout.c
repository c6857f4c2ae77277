#include "singleout.h"

#include <stdlib.h>

_Static_assert(sizeof(singleout_figures) == 72, "the figures have no holes, so that other languages can lay them out");
_Static_assert(sizeof(singleout_rules) == 24, "the rules have no holes, so that other languages can lay them out");

int32_t singleout_interface(void) { return SINGLEOUT_INTERFACE; }

void singleout_message_free(char *message) { free(message); }
