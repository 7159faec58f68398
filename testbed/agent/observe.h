#ifndef OBSERVE_H
#define OBSERVE_H

#include <stdbool.h>

#include "text.h"

/* What the kernel shows of itself. Each says its result, or gives an errno. */
int observe_taint(struct text *out);
int observe_log(struct text *out);
int observe_class(struct text *out);
int observe_nodes(struct text *out);

/* The log is shown from here on. False when it cannot be read. */
bool mark_log(void);

#endif
