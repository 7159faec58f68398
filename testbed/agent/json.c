#include "json.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

#define DEEPEST 16

static const char *parse(const char *at, struct json *into, int depth);

static const char *skip_space(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

static int hex_digits(const char *at)
{
	int value = 0;
	for (int i = 0; i < 4; i++) {
		const char *digits = "0123456789abcdef", *digit = at[i] == '\0' ? NULL : strchr(digits, at[i] | 0x20);
		if (digit == NULL)
			return -1;
		value = value << 4 | (int)(digit - digits);
	}
	return value;
}

/* What lies beyond ASCII arrives as it stands; of \u only what a byte can hold is needed. */
static const char *parse_string(const char *at, char **into)
{
	const char *end = at + 1;
	while (*end != '"' && *end != '\0')
		end += *end == '\\' && end[1] != '\0' ? 2 : 1;
	if (*end == '\0')
		return NULL;
	char *out = *into = must(malloc((size_t)(end - at)));
	for (at++; at < end; at++) {
		static const char FROM[] = "bfnrt", TO[] = "\b\f\n\r\t";
		if (*at != '\\') {
			*out++ = *at;
		} else if (*++at == 'u') {
			int code = hex_digits(at + 1);
			if (code < 0)
				return NULL;
			*out++ = code < 0x80 ? (char)code : '?';
			at += 4;
		} else {
			const char *known = strchr(FROM, *at);
			*out++ = known == NULL ? *at : TO[known - FROM];
		}
	}
	*out = '\0';
	return end + 1;
}

static const char *parse_members(const char *at, struct json *into, char end, int depth)
{
	struct json **last = &into->first;
	for (at = skip_space(at + 1); *at != end;) {
		struct json *member = *last = must(calloc(1, sizeof *member));
		last = &member->next;
		if (end == '}') {
			at = *at == '"' ? parse_string(at, &member->name) : NULL;
			at = at == NULL ? NULL : skip_space(at);
			if (at == NULL || *at++ != ':')
				return NULL;
		}
		at = parse(at, member, depth + 1);
		at = at == NULL ? NULL : skip_space(at);
		if (at == NULL || (*at != ',' && *at != end))
			return NULL;
		if (*at == ',')
			at = skip_space(at + 1);
	}
	return at + 1;
}

static const char *parse_word(const char *at, const char *word, struct json *into, enum json_kind kind, double number)
{
	into->kind = kind;
	into->number = number;
	return strncmp(at, word, strlen(word)) == 0 ? at + strlen(word) : NULL;
}

static const char *parse(const char *at, struct json *into, int depth)
{
	char *end;
	at = skip_space(at);
	if (depth > DEEPEST)
		return NULL;
	switch (*at) {
	case '{':
		into->kind = JSON_OBJECT;
		return parse_members(at, into, '}', depth);
	case '[':
		into->kind = JSON_LIST;
		return parse_members(at, into, ']', depth);
	case '"':
		into->kind = JSON_STRING;
		return parse_string(at, &into->string);
	case 't':
		return parse_word(at, "true", into, JSON_TRUTH, 1);
	case 'f':
		return parse_word(at, "false", into, JSON_TRUTH, 0);
	case 'n':
		return parse_word(at, "null", into, JSON_NULL, 0);
	}
	into->kind = JSON_NUMBER;
	into->number = strtod(at, &end);
	return end == at ? NULL : end;
}

struct json *json_parse(const char *text)
{
	struct json *value = must(calloc(1, sizeof *value));
	const char *end = parse(text, value, 0);
	if (end != NULL && *skip_space(end) == '\0')
		return value;
	json_free(value);
	return NULL;
}

void json_free(struct json *value)
{
	for (struct json *member = value->first, *next; member != NULL; member = next) {
		next = member->next;
		json_free(member);
	}
	free(value->name);
	free(value->string);
	free(value->bytes);
	free(value);
}

struct json *json_get(struct json *object, const char *name)
{
	for (struct json *member = object == NULL ? NULL : object->first; member != NULL; member = member->next)
		if (member->name != NULL && strcmp(member->name, name) == 0)
			return member;
	return NULL;
}

double json_number(struct json *object, const char *name)
{
	struct json *member = json_get(object, name);
	return member == NULL ? 0 : member->number;
}

const char *json_string(struct json *object, const char *name)
{
	struct json *member = json_get(object, name);
	return member == NULL || member->string == NULL ? "" : member->string;
}

size_t json_attached(struct json *value)
{
	struct json *attached = value->kind == JSON_OBJECT ? json_get(value, "attached") : NULL;
	if (attached != NULL)
		return attached->number < 0 ? 0 : (size_t)attached->number;
	size_t length = 0;
	for (struct json *member = value->first; member != NULL; member = member->next)
		length += json_attached(member);
	return length;
}

static bool take_bytes(struct json *value, const uint8_t **attached, const uint8_t *end)
{
	if (value->kind == JSON_OBJECT && json_get(value, "attached") != NULL) {
		value->length = json_attached(value);
		if ((size_t)(end - *attached) < value->length)
			return false;
		value->bytes = must(malloc(value->length + 1));
		memcpy(value->bytes, *attached, value->length);
		*attached += value->length;
		return true;
	}
	if (value->kind == JSON_OBJECT && json_get(value, "base64") != NULL) {
		const char *text = json_string(value, "base64");
		value->bytes = must(malloc(strlen(text) + 1));
		long length = read_base64(text, value->bytes);
		value->length = length < 0 ? 0 : (size_t)length;
		return length >= 0;
	}
	for (struct json *member = value->first; member != NULL; member = member->next)
		if (!take_bytes(member, attached, end))
			return false;
	return true;
}

bool json_bytes(struct json *value, const uint8_t *attached, size_t length)
{
	const uint8_t *at = attached;
	return take_bytes(value, &at, attached + length) && at == attached + length;
}
