#pragma once
#include <stdint.h>

/*
 The names that may be near a name, by what can be seen without comparing letter by letter.

 A name is described by the letters that occur in it (a mask in which several letters may share a bit), its length, and a
 number for its beginning: 8 bits of the first letter in the lowest, then 11 bits of the second and of the third, then a bit
 that is set when there are three.

 A name is passed over only when each of these holds: the masks or the lengths show more than one edit; the first three
 letters differ; and the letters that cannot match keep the similarity of Jaro and Winkler below 0.88.
*/
typedef struct {
    uint32_t letters;
    uint32_t length; /* at most 32767 */
    uint32_t beginning;
} singleout_name;

/* Writes the numbers of the names that may be near, ascending; `found` has room for `count`. Returns how many. */
uint32_t singleout_near_names(
    singleout_name name, const singleout_name *names, uint32_t count, uint32_t *found, int vectors);
