#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "json.h"
#include "text.h"

/* A line and what is attached to it, and both read. */
struct message {
	uint8_t *bytes;
	size_t length;
	struct json *json;
	double id;
	const char *op;
};

/* What has arrived from the kit and is not yet a message. */
struct inbox {
	struct text text;
	size_t taken;
};

/* Reads what there is; false at the end of the input. */
bool inbox_read(struct inbox *inbox, int fd);
/* The next whole message; false when there is none yet. The program ends when what came is none. */
bool inbox_take(struct inbox *inbox, struct message *message);
/* The same of a copy of a message's bytes. */
bool message_read(struct message *message, uint8_t *bytes, size_t length);
void message_free(struct message *message);

bool write_all(int fd, const void *from, size_t length);
bool read_all(int fd, void *to, size_t length);

/* `{"id":N,"result":` and its end; `cannot` and `broke` whole. */
void say_result(struct text *out, double id);
void say_end(struct text *out);
void say_cannot(struct text *out, double id, const char *op);
void say_broke(struct text *out, double id, const char *what, int error);
void say_outcome(struct text *out, int error);

#endif
