#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "json.h"

#define MOST_REGIONS 16

/* A piece of memory where the kit wants it. `before` belongs to the request. */
struct region {
	const char *name;
	uint8_t *at;
	const uint8_t *before;
	size_t length;
	void *pages;
	size_t pages_length;
};

struct memory {
	struct region regions[MOST_REGIONS];
	size_t count;
};

/* Maps each region at its address, and nothing else near it. Gives an errno, and then nothing is mapped. */
int memory_map(struct memory *memory, struct json *regions);
void memory_unmap(struct memory *memory);
bool region_changed(const struct region *region);

#endif
