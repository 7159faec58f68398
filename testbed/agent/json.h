#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A value as it was read; the members of an object and the items of a list hang below it. */
struct json {
	enum json_kind { JSON_NULL, JSON_TRUTH, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT } kind;
	char *name;
	char *string;
	double number;
	struct json *first, *next;
	/* Of { "base64" } and { "attached" }, when json_bytes() has been called. */
	uint8_t *bytes;
	size_t length;
};

/* One value and nothing behind it; NULL when the text is no JSON, or is nested too deep. */
struct json *json_parse(const char *text);
void json_free(struct json *value);

/* NULL, 0 and "" when there is no such member, or it is of another kind. */
struct json *json_get(struct json *object, const char *name);
double json_number(struct json *object, const char *name);
const char *json_string(struct json *object, const char *name);

/* Takes the bytes of every { "base64" }, and of every { "attached" } those that stand at `attached`, in order.
 * False when there are more or fewer. */
bool json_bytes(struct json *value, const uint8_t *attached, size_t length);
/* How many bytes follow the line. */
size_t json_attached(struct json *value);

#endif
