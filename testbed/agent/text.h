#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Memory or the end of the program. */
void *must(void *memory);

/* Text that grows. */
struct text {
	char *at;
	size_t length, room;
};

void add(struct text *text, const void *from, size_t length);
void say(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A JSON string with its quotes. */
void say_string(struct text *text, const char *string);
void say_base64(struct text *text, const void *from, size_t length);

/* How many bytes were written to `to`, which has room for 3/4 of the text; -1 when it is not base64. */
long read_base64(const char *from, uint8_t *to);

#endif
