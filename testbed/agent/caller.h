#ifndef CALLER_H
#define CALLER_H

#include <stddef.h>

/* The life of a process that the kit has spawned. Requests come from `fd`, each a whole message behind its length
 * (a size_t), and replies go back there in the same way. Comes back never. */
void caller_live(int fd) __attribute__((noreturn));

#endif
