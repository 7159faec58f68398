#define _GNU_SOURCE
#include "caller.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "controls.h"
#include "memory.h"
#include "message.h"

/* Files have the kit's numbers, and these many more, so that a process that shares one finds it under its number. */
#define FIRST_FILE 64
#define ATTACHED_FROM 1024

static int kit;
static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;

static void reply(const struct text *out)
{
	pthread_mutex_lock(&writing);
	if (!write_all(kit, &out->length, sizeof out->length) || !write_all(kit, out->at, out->length))
		_exit(1);
	pthread_mutex_unlock(&writing);
}

static int file_of(struct json *request)
{
	return FIRST_FILE + (int)json_number(request, "file");
}

/*
 * Only a process with one thread gets a user namespace of its own, and that of a call that has been answered may still be on
 * its way out.
 */
static int enter_user_namespace(void)
{
	const struct timespec pause = { 0, 1000000 };
	for (int tries = 1000; unshare(CLONE_NEWUSER) != 0; tries--) {
		if (errno != EINVAL || tries == 0)
			return errno;
		nanosleep(&pause, NULL);
	}
	return 0;
}

/* The capability counts while it is effective; it stays permitted, so that it can come back. */
static int set_rights(struct json *request)
{
	struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct data[2];
	const unsigned rawio = 1u << CAP_SYS_RAWIO;
	bool wanted = false;
	struct json *names = json_get(request, "capabilities");
	int error = strcmp(json_string(request, "userNamespace"), "child") == 0 ? enter_user_namespace() : 0;
	if (error != 0)
		return error;
	for (struct json *name = names == NULL ? NULL : names->first; name != NULL; name = name->next)
		wanted = wanted || (name->string != NULL && strcmp(name->string, "CAP_SYS_RAWIO") == 0);
	if (syscall(SYS_capget, &header, data) != 0)
		return errno;
	data[0].effective = wanted ? data[0].effective | rawio : data[0].effective & ~rawio;
	return syscall(SYS_capset, &header, data) == 0 ? 0 : errno;
}

static int open_node(struct json *request)
{
	int flags = strcmp(json_string(request, "mode"), "read-only") == 0 ? O_RDONLY : O_RDWR;
	int call = begin_call();
	int fd = open(json_string(request, "path"), flags | O_CLOEXEC);
	int opened = fd < 0 ? errno : 0;
	end_call(call);
	if (fd < 0)
		return opened;
	int error = dup3(fd, file_of(request), O_CLOEXEC) < 0 ? errno : 0;
	close(fd);
	return error;
}

static void call_ioctl(struct message *message, struct text *out)
{
	struct json *request = message->json;
	struct text behind = { 0 };
	struct memory memory;
	int error = memory_map(&memory, json_get(request, "memory"));
	if (error != 0) {
		say_broke(out, message->id, "the memory of the call cannot be mapped", error);
		return;
	}
	unsigned long argument = (unsigned long)json_number(request, "argument");
	unsigned long number = (unsigned long)json_number(request, "request");
	int call = begin_call();
	error = ioctl(file_of(request), number, argument) < 0 ? errno : 0;
	end_call(call);
	say_result(out, message->id);
	say(out, "{\"outcome\":");
	say_outcome(out, error);
	say(out, ",\"memory\":{");
	const char *comma = "";
	for (size_t i = 0; i < memory.count; i++) {
		const struct region *region = &memory.regions[i];
		if (!region_changed(region))
			continue;
		say(out, "%s", comma);
		comma = ",";
		say_string(out, region->name);
		say(out, ":");
		if (region->length < ATTACHED_FROM) {
			say_base64(out, region->at, region->length);
		} else {
			say(out, "{\"attached\":%zu}", region->length);
			add(&behind, region->at, region->length);
		}
	}
	say(out, "}}");
	say_end(out);
	add(out, behind.at, behind.length);
	free(behind.at);
	memory_unmap(&memory);
}

/* The same open file as that of another process, as SCM_RIGHTS would hand it over. */
static int adopt(struct json *request)
{
	int process = (int)syscall(SYS_pidfd_open, (pid_t)json_number(request, "from"), 0);
	if (process < 0)
		return errno;
	int fd = (int)syscall(SYS_pidfd_getfd, process, file_of(request), 0);
	int error = fd < 0 || dup3(fd, file_of(request), O_CLOEXEC) < 0 ? errno : 0;
	if (fd >= 0)
		close(fd);
	close(process);
	return error;
}

static void *perform(void *data)
{
	struct message *message = data;
	struct text out = { 0 };
	if (strcmp(message->op, "ioctl") == 0) {
		call_ioctl(message, &out);
	} else {
		bool opens = strcmp(message->op, "open") == 0;
		int error = opens ? open_node(message->json) : close(file_of(message->json)) != 0 ? errno : 0;
		say_result(&out, message->id);
		say_outcome(&out, error);
		say_end(&out);
	}
	reply(&out);
	free(out.at);
	message_free(message);
	free(message);
	return NULL;
}

/* A call may have to wait, and meanwhile there may be more to do. */
static void perform_beside(struct message *message)
{
	pthread_attr_t attributes;
	pthread_t thread;
	pthread_attr_init(&attributes);
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	pthread_attr_setstacksize(&attributes, 128 << 10);
	if (pthread_create(&thread, &attributes, perform, message) != 0)
		_exit(1);
}

static void perform_at_once(struct message *message)
{
	struct json *request = message->json;
	struct text out = { 0 };
	int error = 0;
	if (strcmp(message->op, "poke") == 0) {
		struct json *bytes = json_get(request, "bytes");
		memcpy((void *)(uintptr_t)json_number(request, "address"), bytes->bytes, bytes->length);
	} else if (strcmp(message->op, "exit") == 0) {
		_exit(0);
	} else if (strcmp(message->op, "adopt") == 0) {
		error = adopt(request);
	} else {
		if (strcmp(message->op, "spawn") == 0)
			prctl(PR_SET_NAME, json_string(request, "name"));
		error = set_rights(request);
	}
	if (error == 0) {
		say_result(&out, message->id);
		say(&out, "null");
		say_end(&out);
	} else {
		say_broke(&out, message->id, message->op, error);
	}
	reply(&out);
	free(out.at);
	message_free(message);
	free(message);
}

void caller_live(int fd)
{
	kit = fd;
	for (;;) {
		struct message *message = must(malloc(sizeof *message));
		size_t length;
		if (!read_all(fd, &length, sizeof length))
			_exit(0);
		uint8_t *bytes = must(malloc(length));
		if (!read_all(fd, bytes, length) || !message_read(message, bytes, length))
			_exit(1);
		bool may_wait = strcmp(message->op, "ioctl") == 0 || strcmp(message->op, "open") == 0 || strcmp(message->op, "close") == 0;
		if (may_wait)
			perform_beside(message);
		else
			perform_at_once(message);
	}
}
