/*
 * Puts board_validate() behind the driver face of the adapter protocol. The board itself is one setting.
 * A request for a driver is flat, so that looking for a member's name is enough to read it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"

static const char *const SCOPES[] = { "configuration", "debug read only", "debug write", "debug write full" };
static const char BASE64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* What stands behind the member's name and a colon, or an empty text. */
static const char *member(const char *line, const char *name)
{
	char wanted[32];
	snprintf(wanted, sizeof wanted, "\"%s\":", name);
	const char *at = strstr(line, wanted);
	return at == NULL ? "" : at + strlen(wanted);
}

static int is(const char *value, const char *text)
{
	return value[0] == '"' && strncmp(value + 1, text, strlen(text)) == 0 && value[1 + strlen(text)] == '"';
}

static size_t from_base64(const char *from, uint8_t *to, size_t room)
{
	size_t length = 0;
	uint32_t word = 0;
	for (size_t i = 0; strchr(BASE64, from[i]) != NULL && from[i] != '\0'; i++) {
		word = word << 6 | (uint32_t)(strchr(BASE64, from[i]) - BASE64);
		if (i % 4 != 0 && length < room)
			to[length++] = (uint8_t)(word >> (6 - i % 4 * 2));
	}
	return length;
}

static void answer_word(long id, uint32_t word)
{
	uint32_t high = (word & 0xff) << 16 | (word >> 8 & 0xff) << 8 | (word >> 16 & 0xff), low = (word >> 24) << 16;
	printf("{\"id\":%ld,\"result\":{\"ok\":true,\"bytes\":{\"base64\":\"%c%c%c%c%c%c==\"}}}\n", id, BASE64[high >> 18],
	       BASE64[high >> 12 & 63], BASE64[high >> 6 & 63], BASE64[high & 63], BASE64[low >> 18], BASE64[low >> 12 & 63]);
}

static void answer_rpc(long id, const char *line)
{
	static uint32_t setting = 7;
	uint8_t request[64];
	size_t length = from_base64(member(line, "base64") + 1, request, sizeof request);
	int scope = 0;
	while (scope < 3 && !is(member(line, "scope"), SCOPES[scope]))
		scope++;
	int error = board_validate(request, length, (enum fwctl_rpc_scope)scope);
	if (error != 0) {
		printf("{\"id\":%ld,\"result\":{\"ok\":false,\"errno\":\"%s\"}}\n", id, error == -EINVAL ? "EINVAL" : "EPERM");
		return;
	}
	if (request[0] == 2)
		memcpy(&setting, request + 4, sizeof setting);
	answer_word(id, request[0] == 3 ? 42 : setting);
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;
	while (getline(&line, &room, stdin) > 0) {
		long id = strtol(member(line, "id"), NULL, 10);
		const char *op = member(line, "op");
		if (is(op, "hello"))
			printf("{\"id\":%ld,\"result\":{\"protocol\":1,\"name\":\"a board in C\",\"version\":\"1\",\"driver\":\"modelled\"}}\n", id);
		else if (is(op, "create"))
			printf("{\"id\":%ld,\"result\":{\"deviceType\":240,\"hasInfo\":true}}\n", id);
		else if (is(op, "open_uctx"))
			printf("{\"id\":%ld,\"result\":{\"ok\":true}}\n", id);
		else if (is(op, "info"))
			answer_word(id, 1);
		else if (is(op, "fw_rpc"))
			answer_rpc(id, line);
		else if (is(op, "boot") || is(op, "close_uctx"))
			printf("{\"id\":%ld,\"result\":null}\n", id);
		else
			printf("{\"id\":%ld,\"cannot\":\"no such operation\"}\n", id);
		fflush(stdout);
	}
	return 0;
}
