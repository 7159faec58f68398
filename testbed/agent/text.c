#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char BASE64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void *must(void *memory)
{
	if (memory == NULL) {
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return memory;
}

void add(struct text *text, const void *from, size_t length)
{
	if (text->length + length > text->room) {
		text->room = 2 * (text->length + length);
		text->at = must(realloc(text->at, text->room));
	}
	if (length > 0)
		memcpy(text->at + text->length, from, length);
	text->length += length;
}

void say(struct text *text, const char *format, ...)
{
	char line[1024];
	va_list values;
	va_start(values, format);
	int length = vsnprintf(line, sizeof line, format, values);
	va_end(values);
	add(text, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

void say_string(struct text *text, const char *string)
{
	add(text, "\"", 1);
	for (; *string != '\0'; string++) {
		unsigned char character = (unsigned char)*string;
		if (character == '"' || character == '\\')
			say(text, "\\%c", character);
		else if (character < 0x20 || character > 0x7e)
			say(text, "\\u%04x", character);
		else
			add(text, string, 1);
	}
	add(text, "\"", 1);
}

void say_base64(struct text *text, const void *from, size_t length)
{
	const uint8_t *bytes = from;
	say(text, "{\"base64\":\"");
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		uint32_t word = (uint32_t)bytes[i] << 16 | (left > 1 ? bytes[i + 1] << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
		char four[4] = { BASE64[word >> 18], BASE64[word >> 12 & 63], left > 1 ? BASE64[word >> 6 & 63] : '=', left > 2 ? BASE64[word & 63] : '=' };
		add(text, four, 4);
	}
	say(text, "\"}");
}

long read_base64(const char *from, uint8_t *to)
{
	long length = 0;
	uint32_t word = 0;
	for (size_t i = 0; from[i] != '\0' && from[i] != '='; i++) {
		const char *digit = strchr(BASE64, from[i]);
		if (digit == NULL)
			return -1;
		word = word << 6 | (uint32_t)(digit - BASE64);
		if (i % 4 != 0)
			to[length++] = (uint8_t)(word >> (6 - i % 4 * 2));
	}
	return length;
}
