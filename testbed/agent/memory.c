#define _GNU_SOURCE
#include "memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int map_region(struct region *region, struct json *from)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t address = (uintptr_t)json_number(from, "address"), start = address & ~(page - 1);
	struct json *bytes = json_get(from, "bytes");
	*region = (struct region){ json_string(from, "name"), (uint8_t *)address, NULL, 0, NULL, 0 };
	if (bytes == NULL || bytes->length == 0)
		return 0;
	region->before = bytes->bytes;
	region->length = bytes->length;
	region->pages_length = (address + bytes->length - start + page - 1) & ~(page - 1);
	region->pages = mmap((void *)start, region->pages_length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (region->pages == MAP_FAILED) {
		region->pages = NULL;
		return errno;
	}
	memcpy(region->at, region->before, region->length);
	bool is_read_only = strcmp(json_string(from, "access"), "read-only") == 0;
	return is_read_only && mprotect(region->pages, region->pages_length, PROT_READ) != 0 ? errno : 0;
}

int memory_map(struct memory *memory, struct json *regions)
{
	memory->count = 0;
	for (struct json *from = regions == NULL ? NULL : regions->first; from != NULL; from = from->next) {
		int error = memory->count == MOST_REGIONS ? E2BIG : map_region(&memory->regions[memory->count++], from);
		if (error != 0) {
			memory_unmap(memory);
			return error;
		}
	}
	return 0;
}

void memory_unmap(struct memory *memory)
{
	for (size_t i = 0; i < memory->count; i++)
		if (memory->regions[i].pages != NULL)
			munmap(memory->regions[i].pages, memory->regions[i].pages_length);
	memory->count = 0;
}

bool region_changed(const struct region *region)
{
	return region->length > 0 && memcmp(region->at, region->before, region->length) != 0;
}
