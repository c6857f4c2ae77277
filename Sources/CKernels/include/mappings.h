#pragma once
#include <stddef.h>

/*
 Files that are mapped and may be made shorter by others meanwhile: a read behind their new end is a bus error, which ends
 the process unless it is guarded.
*/

enum { singleout_no_mapping = -1 };

/*
 Guards the mappings that are noted: after a bus error in one of them, the rest of it reads as zeros and it counts as cut.
 A signal handler for the whole process, so only a program calls this, and no library.
*/
void singleout_guard_mappings(void);
/* 1 once mappings are guarded. */
int singleout_mappings_are_guarded(void);

/* Notes a mapping; returns its number, or singleout_no_mapping where all are taken. Any thread may call this. */
int singleout_note_mapping(const void *start, size_t length);
/* 1 when bytes of the mapping could not be read. */
int singleout_mapping_is_cut(int number);
/* Forgets a mapping, before it is removed. */
void singleout_forget_mapping(int number);
