#include "message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PIECE (64 << 10)

bool write_all(int fd, const void *from, size_t length)
{
	for (size_t done = 0; done < length;) {
		ssize_t put = write(fd, (const char *)from + done, length - done);
		if (put < 0 && errno != EINTR)
			return false;
		done += put < 0 ? 0 : (size_t)put;
	}
	return true;
}

bool read_all(int fd, void *to, size_t length)
{
	for (size_t done = 0; done < length;) {
		ssize_t got = read(fd, (char *)to + done, length - done);
		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		done += got < 0 ? 0 : (size_t)got;
	}
	return true;
}

bool inbox_read(struct inbox *inbox, int fd)
{
	static char piece[PIECE];
	ssize_t got = read(fd, piece, sizeof piece);
	if (got < 0)
		return errno == EINTR || errno == EAGAIN;
	add(&inbox->text, piece, (size_t)got);
	return got > 0;
}

static void refuse(const char *why)
{
	fprintf(stderr, "what came is %s\n", why);
	exit(1);
}

bool message_read(struct message *message, uint8_t *bytes, size_t length)
{
	char *line_end = memchr(bytes, '\n', length);
	if (line_end == NULL)
		return false;
	*line_end = '\0';
	*message = (struct message){ bytes, length, json_parse((char *)bytes), 0, "" };
	*line_end = '\n';
	if (message->json == NULL)
		return false;
	size_t line = (size_t)(line_end + 1 - (char *)bytes);
	message->id = json_number(message->json, "id");
	message->op = json_string(message->json, "op");
	return json_bytes(message->json, bytes + line, length - line);
}

bool inbox_take(struct inbox *inbox, struct message *message)
{
	char *from = inbox->text.at + inbox->taken;
	size_t there = inbox->text.length - inbox->taken;
	char *line_end = there == 0 ? NULL : memchr(from, '\n', there);
	if (line_end == NULL)
		return false;
	*line_end = '\0';
	struct json *json = json_parse(from);
	*line_end = '\n';
	if (json == NULL)
		refuse("no JSON");
	size_t length = (size_t)(line_end + 1 - from) + json_attached(json);
	json_free(json);
	if (there < length)
		return false;
	uint8_t *bytes = must(malloc(length));
	memcpy(bytes, from, length);
	inbox->taken += length;
	if (inbox->taken == inbox->text.length)
		inbox->taken = inbox->text.length = 0;
	if (!message_read(message, bytes, length))
		refuse("no message");
	return true;
}

void message_free(struct message *message)
{
	if (message->json != NULL)
		json_free(message->json);
	free(message->bytes);
}

void say_result(struct text *out, double id)
{
	say(out, "{\"id\":%.0f,\"result\":", id);
}

void say_end(struct text *out)
{
	say(out, "}\n");
}

void say_cannot(struct text *out, double id, const char *op)
{
	say(out, "{\"id\":%.0f,\"cannot\":", id);
	char why[200];
	snprintf(why, sizeof why, "there is no %s here", op);
	say_string(out, why);
	say_end(out);
}

void say_broke(struct text *out, double id, const char *what, int error)
{
	char why[400];
	snprintf(why, sizeof why, "%s: %s", what, strerror(error));
	say(out, "{\"id\":%.0f,\"broke\":", id);
	say_string(out, why);
	say_end(out);
}

static const struct { int number; const char *name; } ERRNOS[] = {
	{ EPERM, "EPERM" }, { ENOENT, "ENOENT" }, { EIO, "EIO" }, { ENXIO, "ENXIO" }, { E2BIG, "E2BIG" }, { EBADF, "EBADF" },
	{ EAGAIN, "EAGAIN" }, { ENOMEM, "ENOMEM" }, { EACCES, "EACCES" }, { EFAULT, "EFAULT" }, { EBUSY, "EBUSY" }, { ENODEV, "ENODEV" },
	{ EINVAL, "EINVAL" }, { ENOTTY, "ENOTTY" }, { ENOMSG, "ENOMSG" }, { EBADR, "EBADR" }, { ENOLINK, "ENOLINK" }, { EBADMSG, "EBADMSG" },
	{ EMSGSIZE, "EMSGSIZE" }, { EOPNOTSUPP, "EOPNOTSUPP" }, { ETIMEDOUT, "ETIMEDOUT" }, { EREMOTEIO, "EREMOTEIO" }, { ECANCELED, "ECANCELED" },
};

void say_outcome(struct text *out, int error)
{
	if (error == 0) {
		say(out, "{\"ok\":true}");
		return;
	}
	for (size_t i = 0; i < sizeof ERRNOS / sizeof *ERRNOS; i++) {
		if (ERRNOS[i].number == error) {
			say(out, "{\"ok\":false,\"errno\":\"%s\"}", ERRNOS[i].name);
			return;
		}
	}
	say(out, "{\"ok\":false,\"errno\":\"E%d\"}", error);
}
