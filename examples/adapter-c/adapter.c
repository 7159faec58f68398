/*
 * A whole fwctl subject in one file: a small machine with the plain device in it, behind the adapter protocol.
 * Each part follows its counterpart in the kernel. It needs a C compiler and the C library with its threads.
 */
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FWCTL_INFO 0x9a00u
#define FWCTL_RPC 0x9a01u
#define INFO_SIZE 24u
#define RPC_SIZE 32u
#define MAX_RPC_LENGTH (2u << 20)
#define TAINT_FWCTL (1u << 19)
#define MAX_DEVICES 4096
#define MAJOR 511
#define ATTACHED_FROM 1024u

static void *must(void *memory)
{
	if (memory == NULL) {
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return memory;
}

/* ---- bytes and text ---------------------------------------------------------------------------------------------- */

struct bytes { uint8_t *at; size_t length; };

static struct bytes copy_bytes(struct bytes from)
{
	struct bytes copy = { must(malloc(from.length + 1)), from.length };
	if (from.length > 0)
		memcpy(copy.at, from.at, from.length);
	return copy;
}

struct text { char *at; size_t length, room; };

static void add(struct text *text, const void *from, size_t length)
{
	if (text->length + length > text->room) {
		text->room = 2 * (text->length + length);
		text->at = must(realloc(text->at, text->room));
	}
	memcpy(text->at + text->length, from, length);
	text->length += length;
}

__attribute__((format(printf, 2, 3))) static void say(struct text *text, const char *format, ...)
{
	char line[512];
	va_list values;
	va_start(values, format);
	int length = vsnprintf(line, sizeof line, format, values);
	va_end(values);
	add(text, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

static const char BASE64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void say_base64(struct text *text, struct bytes bytes)
{
	say(text, "{\"base64\":\"");
	for (size_t i = 0; i < bytes.length; i += 3) {
		size_t left = bytes.length - i;
		uint32_t word = bytes.at[i] << 16 | (left > 1 ? bytes.at[i + 1] << 8 : 0) | (left > 2 ? bytes.at[i + 2] : 0);
		char four[4] = { BASE64[word >> 18], BASE64[word >> 12 & 63], left > 1 ? BASE64[word >> 6 & 63] : '=', left > 2 ? BASE64[word & 63] : '=' };
		add(text, four, 4);
	}
	say(text, "\"}");
}

static struct bytes from_base64(const char *from)
{
	size_t length = strlen(from);
	struct bytes bytes = { must(malloc(length + 1)), 0 };
	uint32_t word = 0;
	for (size_t i = 0; i < length && from[i] != '='; i++) {
		const char *digit = strchr(BASE64, from[i]);
		word = word << 6 | (uint32_t)(digit == NULL ? 0 : digit - BASE64);
		if (i % 4 != 0)
			bytes.at[bytes.length++] = (uint8_t)(word >> (6 - i % 4 * 2));
	}
	return bytes;
}

/* ---- JSON in ----------------------------------------------------------------------------------------------------- */

struct json {
	enum { NOTHING, TRUTH, NUMBER, STRING, LIST, OBJECT } kind;
	char *name; /* of a member */
	char *string;
	double number;
	struct json *first, *next;
	struct bytes attached;
};

static const char *parse_value(const char *at, struct json *into);

static const char *skip_space(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* What the kit sends has no escapes but \" \\ \/ and \uXXXX below 128; the rest is kept as it stands. */
static const char *parse_string(const char *at, char **into)
{
	char *out = *into = must(malloc(strlen(at) < 64 ? 64 : strcspn(at + 1, "\"") * 2 + 64));
	size_t room = strlen(at) < 64 ? 64 : strcspn(at + 1, "\"") * 2 + 64, length = 0;
	for (at++; *at != '"' && *at != '\0' && length + 1 < room; at++) {
		if (*at == '\\' && *++at == 'u') {
			out[length++] = (char)strtol((char[]){ at[3], at[4], '\0' }, NULL, 16);
			at += 4;
		} else {
			out[length++] = *at;
		}
	}
	out[length] = '\0';
	return *at == '"' ? at + 1 : NULL;
}

static const char *parse_members(const char *at, struct json *into, char end)
{
	struct json **last = &into->first;
	at = skip_space(at + 1);
	while (at != NULL && *at != end) {
		struct json *member = *last = must(calloc(1, sizeof *member));
		last = &member->next;
		if (end == '}') {
			at = *at == '"' ? parse_string(at, &member->name) : NULL;
			at = at == NULL ? NULL : skip_space(at);
			at = at != NULL && *at == ':' ? at + 1 : NULL;
		}
		at = at == NULL ? NULL : parse_value(at, member);
		at = at == NULL ? NULL : skip_space(at);
		if (at != NULL && *at == ',')
			at = skip_space(at + 1);
		else if (at != NULL && *at != end)
			at = NULL;
	}
	return at == NULL ? NULL : at + 1;
}

static const char *parse_value(const char *at, struct json *into)
{
	char *end;
	at = skip_space(at);
	switch (*at) {
	case '{':
		into->kind = OBJECT;
		return parse_members(at, into, '}');
	case '[':
		into->kind = LIST;
		return parse_members(at, into, ']');
	case '"':
		into->kind = STRING;
		return parse_string(at, &into->string);
	case 't':
		into->kind = TRUTH;
		into->number = 1;
		return at + 4;
	case 'f':
		into->kind = TRUTH;
		return at + 5;
	case 'n':
		return at + 4;
	}
	into->kind = NUMBER;
	into->number = strtod(at, &end);
	return end == at ? NULL : end;
}

static void free_members(struct json *value)
{
	for (struct json *member = value->first, *next; member != NULL; member = next) {
		next = member->next;
		free_members(member);
		free(member);
	}
	free(value->name);
	free(value->string);
	free(value->attached.at);
}

static struct json *get(struct json *value, const char *name)
{
	for (struct json *member = value == NULL ? NULL : value->first; member != NULL; member = member->next)
		if (member->name != NULL && strcmp(member->name, name) == 0)
			return member;
	return NULL;
}

static double number_of(struct json *value, const char *name)
{
	struct json *member = get(value, name);
	return member == NULL ? 0 : member->number;
}

static const char *string_of(struct json *value, const char *name)
{
	struct json *member = get(value, name);
	return member == NULL || member->string == NULL ? "" : member->string;
}

/* Gives them away: what was attached can be had once. */
static struct bytes take_bytes(struct json *value)
{
	struct bytes attached = value == NULL ? (struct bytes){ NULL, 0 } : value->attached;
	if (attached.at == NULL)
		return from_base64(string_of(value, "base64"));
	value->attached.at = NULL;
	return attached;
}

/* Bytes behind the line come in the order of the members. */
static void read_attached(struct json *value)
{
	if (value->kind == OBJECT && get(value, "attached") != NULL) {
		size_t length = (size_t)number_of(value, "attached");
		value->attached = (struct bytes){ must(malloc(length + 1)), length };
		if (fread(value->attached.at, 1, length, stdin) != length)
			exit(1);
		return;
	}
	for (struct json *member = value->first; member != NULL; member = member->next)
		read_attached(member);
}

/* ---- the machine ------------------------------------------------------------------------------------------------- */

enum scope { CONFIGURATION, DEBUG_READ_ONLY, DEBUG_WRITE, DEBUG_WRITE_FULL, SCOPES };
static const char *const SCOPE_NAMES[] = { "configuration", "debug read only", "debug write", "debug write full" };

enum operation { OPEN_UCTX, CLOSE_UCTX, INFO, FW_RPC, OPERATIONS };
static const char *const OPERATION_NAMES[] = { "open_uctx", "close_uctx", "info", "fw_rpc" };

struct call { enum operation operation; unsigned context; enum scope scope; struct bytes request; struct call *next; };
struct held { bool may_go; struct held *next; };

/* A struct fwctl_device with the plain driver behind it; ops of the driver are gone when the device is unregistered. */
struct device {
	char *name; /* the kit's */
	int number;
	bool is_registered, has_ops, has_info;
	uint32_t type;
	struct bytes info, response;
	enum { THE_REQUEST, INVERTED, INVERTED_IN_PLACE, FIXED } responds;
	int info_errno, open_errno, rpc_errno;
	int readers, writers_waiting; /* of registration_lock */
	bool is_writing;
	int references;
	unsigned contexts;
	struct call *calls, **last_call;
	int to_hold[OPERATIONS];
	struct held *held;
	struct file *files;
	struct device *next;
};

struct file { struct device *device; unsigned context; bool has_context; int descriptors, calls; struct file *next; };
struct region { const char *name; uint64_t address; bool is_writable, is_changed; struct bytes bytes; struct region *next; };
struct memory { struct region *regions; struct memory *next; };
struct descriptor { int number; struct file *file; struct descriptor *next; };
struct process { int caller; char name[64]; bool may_rawio; struct descriptor *files; struct memory *mapped; struct process *next; };

struct machine {
	bool is_tainted, has_no_memory;
	char log[512];
	uint8_t numbers[MAX_DEVICES];
	struct device *devices;
	struct process *processes;
};

static struct machine *machine;
/* Everything is done under one lock; who waits for something, waits for a change. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int under_way, begun;

static void await_change(void)
{
	pthread_cond_wait(&changed, &lock);
}

static void tell_change(void)
{
	pthread_cond_broadcast(&changed);
}

/* ---- user memory ------------------------------------------------------------------------------------------------- */

static struct region *find_region(struct memory *memory, uint64_t address)
{
	for (struct region *region = memory->regions; region != NULL; region = region->next)
		if (address >= region->address && address - region->address < region->bytes.length)
			return region;
	return NULL;
}

static bool copy_from_user(struct memory *memory, void *to, uint64_t from, size_t length)
{
	for (size_t done = 0; done < length;) {
		struct region *region = find_region(memory, from + done);
		if (region == NULL)
			return false;
		size_t offset = from + done - region->address, piece = region->bytes.length - offset;
		piece = piece < length - done ? piece : length - done;
		memcpy((uint8_t *)to + done, region->bytes.at + offset, piece);
		done += piece;
	}
	return true;
}

/* Writes zeroes when there is nothing to copy. */
static bool copy_to_user(struct memory *memory, uint64_t to, const uint8_t *from, size_t length)
{
	for (size_t done = 0; done < length;) {
		struct region *region = find_region(memory, to + done);
		if (region == NULL || !region->is_writable)
			return false;
		size_t offset = to + done - region->address, piece = region->bytes.length - offset;
		piece = piece < length - done ? piece : length - done;
		if (from == NULL)
			memset(region->bytes.at + offset, 0, piece);
		else
			memcpy(region->bytes.at + offset, from + done, piece);
		region->is_changed = true;
		done += piece;
	}
	return true;
}

/* A structure may be longer than the one known here, as long as the rest is zero. */
static int copy_struct_from_user(struct memory *memory, uint8_t *to, size_t known, uint64_t from, size_t given)
{
	uint8_t byte;
	for (size_t i = known; i < given; i++) {
		if (!copy_from_user(memory, &byte, from + i, 1))
			return EFAULT;
		if (byte != 0)
			return E2BIG;
	}
	memset(to, 0, known);
	return copy_from_user(memory, to, from, given < known ? given : known) ? 0 : EFAULT;
}

/* ---- the plain driver -------------------------------------------------------------------------------------------- */

static void record_and_hold(struct device *device, enum operation operation, unsigned context, enum scope scope, struct bytes request)
{
	struct call *call = must(calloc(1, sizeof *call));
	*call = (struct call){ operation, context, scope, copy_bytes(request), NULL };
	*device->last_call = call;
	device->last_call = &call->next;
	if (device->to_hold[operation] == 0)
		return;
	device->to_hold[operation]--;
	struct held held = { false, NULL }, **last = &device->held;
	while (*last != NULL)
		last = &(*last)->next;
	*last = &held;
	tell_change();
	while (!held.may_go)
		await_change();
}

static void release_held(struct device *device, int count)
{
	for (; device->held != NULL && count != 0; count--) {
		struct held *held = device->held;
		device->held = held->next;
		held->may_go = true;
	}
	tell_change();
}

static int count_held(struct device *device)
{
	int count = 0;
	for (struct held *held = device->held; held != NULL; held = held->next)
		count++;
	return count;
}

static const struct bytes NO_BYTES;

static int open_uctx(struct device *device, unsigned *context)
{
	*context = ++device->contexts;
	record_and_hold(device, OPEN_UCTX, *context, CONFIGURATION, NO_BYTES);
	return device->open_errno;
}

static int info(struct device *device, unsigned context, struct bytes *answer)
{
	record_and_hold(device, INFO, context, CONFIGURATION, NO_BYTES);
	*answer = copy_bytes(device->info);
	return device->info_errno;
}

/* The answer may be the request itself. */
static int fw_rpc(struct device *device, unsigned context, enum scope scope, struct bytes request, struct bytes *answer)
{
	record_and_hold(device, FW_RPC, context, scope, request);
	*answer = device->responds == FIXED ? copy_bytes(device->response) : device->responds == INVERTED_IN_PLACE ? request : copy_bytes(request);
	if (device->responds == INVERTED || device->responds == INVERTED_IN_PLACE)
		for (size_t i = 0; i < answer->length; i++)
			answer->at[i] = (uint8_t)~answer->at[i];
	return device->rpc_errno;
}

/* ---- the fwctl core ---------------------------------------------------------------------------------------------- */

static void down_read(struct device *device)
{
	while (device->is_writing || device->writers_waiting > 0)
		await_change();
	device->readers++;
}

static void up_read(struct device *device)
{
	device->readers--;
	tell_change();
}

static void put_device(struct device *device)
{
	if (--device->references == 0)
		machine->numbers[device->number] = 0;
}

static uint32_t word_at(const uint8_t *bytes, size_t offset)
{
	return bytes[offset] | bytes[offset + 1] << 8 | bytes[offset + 2] << 16 | (uint32_t)bytes[offset + 3] << 24;
}

static void put_word(uint8_t *bytes, size_t offset, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		bytes[offset + i] = (uint8_t)(value >> 8 * i);
}

static uint64_t pointer_at(const uint8_t *bytes, size_t offset)
{
	return word_at(bytes, offset) | (uint64_t)word_at(bytes, offset + 4) << 32;
}

struct command { struct file *file; struct process *process; struct memory *memory; uint64_t address; uint32_t size; uint8_t *known; size_t known_size; };

static int respond(struct command *command)
{
	size_t length = command->size < command->known_size ? command->size : command->known_size;
	return copy_to_user(command->memory, command->address, command->known, length) ? 0 : EFAULT;
}

static int cmd_info(struct command *command)
{
	struct device *device = command->file->device;
	uint32_t room = word_at(command->known, 12), copied = 0, length = 0;
	if (word_at(command->known, 4) != 0)
		return EOPNOTSUPP;
	if (room > 0) {
		uint64_t to = pointer_at(command->known, 16);
		struct bytes data = NO_BYTES;
		int error = device->has_info ? info(device, command->file->context, &data) : 0;
		length = (uint32_t)data.length;
		copied = length < room ? length : room;
		if (error == 0 && !(copy_to_user(command->memory, to, data.at, copied) && copy_to_user(command->memory, to + copied, NULL, room - copied)))
			error = EFAULT;
		free(data.at);
		if (error != 0)
			return error;
	}
	put_word(command->known, 8, device->type);
	put_word(command->known, 12, length);
	return respond(command);
}

static void taint(struct process *process, struct device *device)
{
	if (machine->is_tainted)
		return;
	machine->is_tainted = true;
	snprintf(machine->log, sizeof machine->log, "fwctl fwctl%d: %s (%d): asked for full access to the physical device", device->number, process->name, 1000 + process->caller);
}

static int cmd_rpc(struct command *command)
{
	struct device *device = command->file->device;
	uint32_t scope = word_at(command->known, 4), in_length = word_at(command->known, 8), out_length = word_at(command->known, 12);
	if (in_length > MAX_RPC_LENGTH || out_length > MAX_RPC_LENGTH)
		return EMSGSIZE;
	if (scope >= SCOPES)
		return EOPNOTSUPP;
	if (scope == DEBUG_WRITE_FULL && !command->process->may_rawio)
		return EPERM;
	if (scope >= DEBUG_WRITE)
		taint(command->process, device);
	if (in_length > 0 && machine->has_no_memory)
		return ENOMEM;

	struct bytes request = { must(malloc(in_length + 1)), in_length }, answer = NO_BYTES;
	int error = EFAULT;
	if (copy_from_user(command->memory, request.at, pointer_at(command->known, 16), in_length))
		error = fw_rpc(device, command->file->context, scope, request, &answer);
	if (error == 0 && !copy_to_user(command->memory, pointer_at(command->known, 24), answer.at, answer.length < out_length ? answer.length : out_length))
		error = EFAULT;
	put_word(command->known, 12, (uint32_t)answer.length);
	if (answer.at != request.at)
		free(answer.at);
	free(request.at);
	return error != 0 ? error : respond(command);
}

static int fwctl_ioctl(struct file *file, struct process *process, uint32_t request, uint64_t address, struct memory *memory)
{
	uint8_t known[RPC_SIZE], size[4];
	struct command command = { file, process, memory, address, 0, known, request == FWCTL_INFO ? INFO_SIZE : RPC_SIZE };
	if (request != FWCTL_INFO && request != FWCTL_RPC)
		return ENOTTY;
	if (!copy_from_user(memory, size, address, 4))
		return EFAULT;
	command.size = word_at(size, 0);
	if (command.size < command.known_size)
		return EINVAL;
	int error = copy_struct_from_user(memory, known, command.known_size, address, command.size);
	if (error != 0)
		return error;
	down_read(file->device);
	if (!file->device->has_ops)
		error = ENODEV;
	else
		error = request == FWCTL_INFO ? cmd_info(&command) : cmd_rpc(&command);
	up_read(file->device);
	return error;
}

static int fwctl_open(struct device *device, struct file **opened)
{
	down_read(device);
	unsigned context = 0;
	int error = !device->has_ops ? ENODEV : machine->has_no_memory ? ENOMEM : open_uctx(device, &context);
	if (error == 0) {
		struct file *file = *opened = must(calloc(1, sizeof *file));
		*file = (struct file){ device, context, true, 1, 0, device->files };
		device->files = file;
		device->references++;
	}
	up_read(device);
	return error;
}

static void close_uctx(struct file *file)
{
	if (!file->has_context)
		return;
	file->has_context = false;
	record_and_hold(file->device, CLOSE_UCTX, file->context, CONFIGURATION, NO_BYTES);
}

static void put_file(struct file *file)
{
	if (file->descriptors > 0 || file->calls > 0)
		return;
	down_read(file->device);
	if (file->device->has_ops)
		close_uctx(file);
	up_read(file->device);
	for (struct file **at = &file->device->files; *at != NULL; at = &(*at)->next) {
		if (*at == file) {
			*at = file->next;
			break;
		}
	}
	put_device(file->device);
	free(file);
}

static void unregister(struct device *device)
{
	device->is_registered = false;
	device->writers_waiting++;
	while (device->is_writing || device->readers > 0)
		await_change();
	device->writers_waiting--;
	device->is_writing = true;
	for (struct file *file = device->files; file != NULL; file = file->next)
		close_uctx(file);
	device->has_ops = false;
	device->is_writing = false;
	tell_change();
	put_device(device);
}

/* ---- what the kit asks ------------------------------------------------------------------------------------------- */

static const struct { int number; const char *name; } ERRNOS[] = {
	{ EPERM, "EPERM" }, { ENOENT, "ENOENT" }, { EIO, "EIO" }, { ENXIO, "ENXIO" }, { E2BIG, "E2BIG" }, { EBADF, "EBADF" },
	{ EAGAIN, "EAGAIN" }, { ENOMEM, "ENOMEM" }, { EACCES, "EACCES" }, { EFAULT, "EFAULT" }, { EBUSY, "EBUSY" }, { ENODEV, "ENODEV" },
	{ EINVAL, "EINVAL" }, { ENOTTY, "ENOTTY" }, { ENOMSG, "ENOMSG" }, { EBADR, "EBADR" }, { ENOLINK, "ENOLINK" }, { EBADMSG, "EBADMSG" },
	{ EMSGSIZE, "EMSGSIZE" }, { EOPNOTSUPP, "EOPNOTSUPP" }, { ETIMEDOUT, "ETIMEDOUT" }, { EREMOTEIO, "EREMOTEIO" }, { ECANCELED, "ECANCELED" },
};
#define ERRNO_COUNT (sizeof ERRNOS / sizeof *ERRNOS)

static int errno_named(const char *name)
{
	for (size_t i = 0; i < ERRNO_COUNT; i++)
		if (strcmp(ERRNOS[i].name, name) == 0)
			return ERRNOS[i].number;
	return 0;
}

static void say_outcome(struct text *out, int error)
{
	if (error == 0)
		say(out, "{\"ok\":true}");
	for (size_t i = 0; error != 0 && i < ERRNO_COUNT; i++)
		if (ERRNOS[i].number == error)
			say(out, "{\"ok\":false,\"errno\":\"%s\"}", ERRNOS[i].name);
}

static struct process *find_process(double caller)
{
	struct process *process = machine->processes;
	while (process != NULL && process->caller != (int)caller)
		process = process->next;
	return process;
}

static struct descriptor **find_descriptor(struct process *process, double number)
{
	struct descriptor **at = &process->files;
	while (*at != NULL && (*at)->number != (int)number)
		at = &(*at)->next;
	return at;
}

static struct device *find_device(struct json *request)
{
	struct device *device = machine->devices;
	while (device != NULL && strcmp(device->name, string_of(request, "device")) != 0)
		device = device->next;
	return device;
}

static void add_descriptor(struct process *process, double number, struct file *file)
{
	struct descriptor *descriptor = must(calloc(1, sizeof *descriptor));
	*descriptor = (struct descriptor){ (int)number, file, process->files };
	process->files = descriptor;
}

static void set_rights(struct process *process, struct json *request)
{
	process->may_rawio = false;
	struct json *names = get(request, "capabilities");
	for (struct json *name = names == NULL ? NULL : names->first; name != NULL; name = name->next)
		if (strcmp(name->string, "CAP_SYS_RAWIO") == 0 && strcmp(string_of(request, "userNamespace"), "initial") == 0)
			process->may_rawio = true;
}

static void close_descriptor(struct descriptor **at)
{
	struct descriptor *descriptor = *at;
	struct file *file = descriptor->file;
	*at = descriptor->next;
	free(descriptor);
	file->descriptors--;
	put_file(file);
}

static void set_script(struct device *device, struct json *setup)
{
	struct json *response = get(setup, "response"), *data = get(setup, "info");
	if (get(setup, "deviceType") != NULL)
		device->type = (uint32_t)number_of(setup, "deviceType");
	if (get(setup, "infoErrno") != NULL)
		device->info_errno = errno_named(string_of(setup, "infoErrno"));
	if (get(setup, "openErrno") != NULL)
		device->open_errno = errno_named(string_of(setup, "openErrno"));
	if (get(setup, "rpcErrno") != NULL)
		device->rpc_errno = errno_named(string_of(setup, "rpcErrno"));
	if (data != NULL && data->kind == OBJECT)
		device->info = take_bytes(data);
	if (response != NULL && response->kind == STRING)
		device->responds = strcmp(response->string, "the request") == 0 ? THE_REQUEST : strcmp(response->string, "inverted") == 0 ? INVERTED : INVERTED_IN_PLACE;
	if (response != NULL && response->kind == OBJECT) {
		device->responds = FIXED;
		device->response = take_bytes(response);
	}
}

static void register_device(struct json *request, struct text *out)
{
	int number = 0;
	while (number < MAX_DEVICES && machine->numbers[number] != 0)
		number++;
	if (number == MAX_DEVICES) {
		say(out, "{\"node\":null}");
		return;
	}
	machine->numbers[number] = 1;
	struct device *device = must(calloc(1, sizeof *device)), **last = &machine->devices;
	struct json *setup = get(request, "setup"), *data = get(setup, "info");
	device->name = must(strdup(string_of(request, "device")));
	device->number = number;
	device->is_registered = device->has_ops = true;
	device->has_info = data != NULL && data->kind == OBJECT;
	device->references = 1;
	device->last_call = &device->calls;
	set_script(device, setup);
	while (*last != NULL)
		last = &(*last)->next;
	*last = device;
	say(out, "{\"node\":\"/dev/fwctl/fwctl%d\"}", number);
}

static int make_ioctl(struct json *request, struct process *process, struct memory *memory)
{
	struct descriptor *descriptor = *find_descriptor(process, number_of(request, "file"));
	if (descriptor == NULL)
		return EBADF;
	struct file *file = descriptor->file;
	struct json *regions = get(request, "memory");
	for (struct json *from = regions == NULL ? NULL : regions->first; from != NULL; from = from->next) {
		struct region *region = must(calloc(1, sizeof *region));
		bool is_writable = strcmp(string_of(from, "access"), "read-write") == 0;
		*region = (struct region){ string_of(from, "name"), (uint64_t)number_of(from, "address"), is_writable, false, take_bytes(get(from, "bytes")), memory->regions };
		memory->regions = region;
	}
	memory->next = process->mapped;
	process->mapped = memory;
	file->calls++;
	int error = fwctl_ioctl(file, process, (uint32_t)number_of(request, "request"), (uint64_t)number_of(request, "argument"), memory);
	file->calls--;
	struct memory **at = &process->mapped;
	while (*at != memory)
		at = &(*at)->next;
	*at = memory->next;
	put_file(file);
	return error;
}

static bool attaches;

/* What goes behind the line, in its order. */
struct behind { struct bytes bytes[16]; int count; };

/* The regions that user space now reads differently. */
static void say_ioctl(struct json *request, struct process *process, struct text *out, struct behind *behind)
{
	struct memory memory = { NULL, NULL };
	int error = make_ioctl(request, process, &memory);
	const char *comma = "";
	say(out, "{\"outcome\":");
	say_outcome(out, error);
	say(out, ",\"memory\":{");
	for (struct region *region = memory.regions, *next; region != NULL; region = next) {
		next = region->next;
		if (region->is_changed) {
			say(out, "%s\"%s\":", comma, region->name);
			comma = ",";
			if (attaches && region->bytes.length >= ATTACHED_FROM && behind->count < 16) {
				say(out, "{\"attached\":%zu}", region->bytes.length);
				behind->bytes[behind->count++] = region->bytes;
				region->bytes = NO_BYTES;
			} else {
				say_base64(out, region->bytes);
			}
		}
		free(region->bytes.at);
		free(region);
	}
	say(out, "}}");
}

static void observe_class(struct text *out)
{
	const char *comma = "";
	say(out, "{\"entries\":[");
	for (struct device *device = machine->devices; device != NULL; device = device->next) {
		if (!device->is_registered)
			continue;
		say(out, "%s{\"name\":\"fwctl%d\",\"attributes\":[\"dev\",\"device\",\"power\",\"subsystem\",\"uevent\"],", comma, device->number);
		say(out, "\"parent\":\"platform/plain.%d\",\"deviceNumber\":\"%d:%d\"}", device->number, MAJOR, device->number);
		comma = ",";
	}
	say(out, "]}");
}

static void observe_nodes(struct text *out)
{
	const char *comma = "";
	say(out, "{\"nodes\":[");
	for (struct device *device = machine->devices; device != NULL; device = device->next) {
		if (!device->is_registered)
			continue;
		say(out, "%s{\"path\":\"/dev/fwctl/fwctl%d\",\"mode\":%d,\"owner\":\"root\",\"group\":\"root\",", comma, device->number, 0600);
		say(out, "\"deviceNumber\":\"%d:%d\"}", MAJOR, device->number);
		comma = ",";
	}
	say(out, "]}");
}

static void observe_driver(struct device *device, struct text *out)
{
	const char *comma = "";
	say(out, "{\"calls\":[");
	for (struct call *call = device->calls; call != NULL; call = call->next) {
		say(out, "%s{\"operation\":\"%s\",\"context\":%u", comma, OPERATION_NAMES[call->operation], call->context);
		comma = ",";
		if (call->operation == FW_RPC) {
			say(out, ",\"scope\":\"%s\",\"request\":", SCOPE_NAMES[call->scope]);
			say_base64(out, call->request);
		}
		say(out, "}");
	}
	say(out, "]}");
}

static int open_node(struct json *request, struct process *process)
{
	char path[64];
	struct file *file;
	for (struct device *device = machine->devices; device != NULL; device = device->next) {
		snprintf(path, sizeof path, "/dev/fwctl/fwctl%d", device->number);
		if (!device->is_registered || strcmp(path, string_of(request, "path")) != 0)
			continue;
		int error = fwctl_open(device, &file);
		if (error == 0)
			add_descriptor(process, number_of(request, "file"), file);
		return error;
	}
	return ENOENT;
}

static void boot(void)
{
	for (struct device *device = machine == NULL ? NULL : machine->devices; device != NULL; device = device->next) {
		release_held(device, -1);
		/* What was written down is most of what a machine keeps; the rest of an old one is little. */
		for (struct call *call = device->calls; call != NULL; call = call->next) {
			free(call->request.at);
			call->request = NO_BYTES;
		}
	}
	while (under_way > 1)
		await_change();
	machine = must(calloc(1, sizeof *machine));
}

#define IS(name) (strcmp(op, name) == 0)

/* False when there is no such operation. A result that is not written is null. */
static bool perform(const char *op, struct json *request, struct text *out, struct behind *behind)
{
	struct process *process = find_process(number_of(request, IS("share") ? "from" : "caller"));
	struct device *device = find_device(request);
	if (IS("boot")) {
		boot();
	} else if (IS("spawn")) {
		process = must(calloc(1, sizeof *process));
		process->caller = (int)number_of(request, "caller");
		snprintf(process->name, sizeof process->name, "%s", string_of(request, "name"));
		process->next = machine->processes;
		machine->processes = process;
		set_rights(process, request);
	} else if (IS("register") && strcmp(string_of(request, "profile"), "plain") == 0) {
		register_device(request, out);
	} else if (IS("memory-pressure")) {
		machine->has_no_memory = number_of(request, "on") != 0;
	} else if (IS("lockdown")) {
		/* Nothing here asks whether the kernel is locked down. */
	} else if (IS("observe-taint")) {
		say(out, "{\"mask\":%u}", machine->is_tainted ? TAINT_FWCTL : 0);
	} else if (IS("observe-log")) {
		say(out, machine->log[0] == '\0' ? "{\"lines\":[]}" : "{\"lines\":[{\"level\":\"warning\",\"text\":\"%s\"}]}", machine->log);
	} else if (IS("observe-class")) {
		observe_class(out);
	} else if (IS("observe-nodes")) {
		observe_nodes(out);
	} else if (process != NULL && IS("open")) {
		say_outcome(out, open_node(request, process));
	} else if (process != NULL && IS("ioctl")) {
		say_ioctl(request, process, out, behind);
	} else if (process != NULL && IS("close")) {
		struct descriptor **at = find_descriptor(process, number_of(request, "file"));
		int error = *at == NULL ? EBADF : 0;
		if (error == 0)
			close_descriptor(at);
		say_outcome(out, error);
	} else if (process != NULL && IS("set-capabilities")) {
		set_rights(process, request);
	} else if (process != NULL && IS("exit")) {
		while (process->files != NULL)
			close_descriptor(&process->files);
	} else if (process != NULL && IS("poke")) {
		struct bytes bytes = take_bytes(get(request, "bytes"));
		for (struct memory *memory = process->mapped; memory != NULL; memory = memory->next)
			copy_to_user(memory, (uint64_t)number_of(request, "address"), bytes.at, bytes.length);
		free(bytes.at);
	} else if (process != NULL && IS("share")) {
		struct descriptor *descriptor = *find_descriptor(process, number_of(request, "file"));
		struct process *to = find_process(number_of(request, "to"));
		if (descriptor == NULL || to == NULL)
			return false;
		descriptor->file->descriptors++;
		add_descriptor(to, descriptor->number, descriptor->file);
	} else if (device != NULL && IS("unregister")) {
		unregister(device);
	} else if (device != NULL && IS("script-driver")) {
		set_script(device, get(request, "setup"));
	} else if (device != NULL && IS("hold")) {
		for (int i = 0; i < OPERATIONS; i++)
			device->to_hold[i] += strcmp(OPERATION_NAMES[i], string_of(request, "operation")) == 0;
	} else if (device != NULL && IS("await-held")) {
		while (count_held(device) < (int)number_of(request, "count"))
			await_change();
	} else if (device != NULL && IS("release")) {
		release_held(device, get(request, "count") == NULL ? -1 : (int)number_of(request, "count"));
	} else if (device != NULL && IS("observe-driver")) {
		observe_driver(device, out);
	} else {
		return false;
	}
	return true;
}

static const char GREETING[] =
	"{\"protocol\":1,\"name\":\"a machine in C\",\"version\":\"1\",\"attachments\":true,\"inOrder\":true,\"capabilities\":[\"device-plain\",\"caller-capabilities\","
	"\"shared-files\",\"threads\",\"process-death\",\"hold-operations\",\"unregister\",\"script-driver\",\"memory-pressure\",\"lockdown\",\"observe-taint\","
	"\"observe-log\",\"observe-class\",\"observe-nodes\",\"observe-driver\"]}";

static void answer(struct json *request)
{
	struct text out = { 0 }, result = { 0 };
	struct behind behind = { 0 };
	const char *op = string_of(request, "op");
	say(&out, "{\"id\":%.0f,", number_of(request, "id"));
	if (strcmp(op, "hello") == 0) {
		say(&out, "\"result\":");
		add(&out, GREETING, sizeof GREETING - 1);
		attaches = number_of(request, "attachments") != 0;
	} else if (perform(op, request, &result, &behind)) {
		say(&out, "\"result\":");
		add(&out, result.length == 0 ? "null" : result.at, result.length == 0 ? 4 : result.length);
	} else {
		say(&out, "\"cannot\":\"there is no %.100s here\"", op);
	}
	add(&out, "}\n", 2);
	fwrite(out.at, 1, out.length, stdout);
	for (int i = 0; i < behind.count; i++) {
		fwrite(behind.bytes[i].at, 1, behind.bytes[i].length, stdout);
		free(behind.bytes[i].at);
	}
	fflush(stdout);
	free(out.at);
	free(result.at);
	free_members(request);
	free(request);
}

static void *answer_in_thread(void *request)
{
	pthread_mutex_lock(&lock);
	under_way++;
	begun++;
	tell_change();
	answer(request);
	under_way--;
	tell_change();
	pthread_mutex_unlock(&lock);
	return NULL;
}

/* Only while something is held, or is to be, can a request have to wait. */
static bool may_wait(void)
{
	for (struct device *device = machine == NULL ? NULL : machine->devices; device != NULL; device = device->next) {
		if (device->held != NULL || device->is_writing || device->writers_waiting > 0)
			return true;
		for (int i = 0; i < OPERATIONS; i++)
			if (device->to_hold[i] > 0)
				return true;
	}
	return under_way > 0;
}

/* Comes back when the request has been answered, or waits: so requests are begun in the order in which they come. */
static void answer_beside(struct json *request)
{
	pthread_t thread;
	pthread_mutex_lock(&lock);
	int before = begun;
	if (pthread_create(&thread, NULL, answer_in_thread, request) != 0)
		exit(1);
	pthread_detach(thread);
	while (begun == before)
		await_change();
	pthread_mutex_unlock(&lock);
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;
#ifdef __GLIBC__
	/* Long requests come one after the other: to give their memory back and ask for it again would take longer than all else. */
	mallopt(M_MMAP_THRESHOLD, 1 << 28);
	mallopt(M_TRIM_THRESHOLD, 1 << 28);
#endif
	boot();
	while (getline(&line, &room, stdin) > 0) {
		struct json *request = must(calloc(1, sizeof *request));
		if (parse_value(line, request) == NULL) {
			fputs("what came is no JSON\n", stderr);
			return 1;
		}
		read_attached(request);
		pthread_mutex_lock(&lock);
		bool is_waiting = may_wait();
		pthread_mutex_unlock(&lock);
		if (is_waiting)
			answer_beside(request);
		else
			answer_in_thread(request);
	}
	return 0;
}
