// SPDX-License-Identifier: MIT
/*
 * Stands between a program and the kernel: open, ioctl and close of fwctl nodes, the right to CAP_SYS_RAWIO and the
 * taint of the kernel are asked of whoever listens at the socket FWCTL_SHIM, and everything else of the kernel.
 *
 *   cc -shared -fPIC -o fwctl-shim.so fwctl-shim.c -ldl
 *   FWCTL_SHIM=/path/to/socket LD_PRELOAD=./fwctl-shim.so ./reproduce
 *
 * A question is a letter and its numbers, 64 bits each in host byte order; an answer begins with one such number, which
 * is negative for an errno. The memory of an ioctl is all that is mapped from LOWEST to HIGHEST, where the kit maps it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define NODES "/dev/fwctl/"
#define TAINT "/proc/sys/kernel/tainted"
#define LOWEST UINT64_C(0x200000000000)
#define HIGHEST UINT64_C(0x200100000000)
#define MOST_FILES 1024
#define MOST_REGIONS 64

struct region { uint64_t address, length, writable; };

static int link_to_subject = -1;
/* The subject's number of each open file of ours, and 0 for one that is none of its. */
static int64_t files[MOST_FILES];

static void give_up(const char *what)
{
	perror(what);
	_exit(3);
}

__attribute__((constructor)) static void begin(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	const char *path = getenv("FWCTL_SHIM");

	if (!path || strlen(path) >= sizeof(address.sun_path))
		give_up("FWCTL_SHIM");
	strcpy(address.sun_path, path);
	link_to_subject = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (link_to_subject < 0 || connect(link_to_subject, (struct sockaddr *)&address, sizeof(address)))
		give_up(path);
}

static void say(const void *bytes, size_t length)
{
	for (const char *at = bytes; length > 0;) {
		ssize_t sent = write(link_to_subject, at, length);

		if (sent <= 0)
			give_up("the subject does not listen");
		at += sent;
		length -= sent;
	}
}

static void say_number(uint64_t number)
{
	say(&number, sizeof(number));
}

static void hear(void *bytes, size_t length)
{
	for (char *at = bytes; length > 0;) {
		ssize_t got = read(link_to_subject, at, length);

		if (got <= 0)
			give_up("the subject does not answer");
		at += got;
		length -= got;
	}
}

/* The answer's number, or -1 with errno. */
static int64_t hear_number(void)
{
	int64_t number;

	hear(&number, sizeof(number));
	if (number >= 0)
		return number;
	errno = -number;
	return -1;
}

static int open_kernel(const char *path, int flags, mode_t mode)
{
	int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");

	return real(path, flags, mode);
}

static int open_taint(void)
{
	char text[32];
	int file = memfd_create("tainted", MFD_CLOEXEC);

	say("t", 1);
	snprintf(text, sizeof(text), "%lld\n", (long long)hear_number());
	if (file < 0 || write(file, text, strlen(text)) < 0 || lseek(file, 0, SEEK_SET))
		give_up(TAINT);
	return file;
}

static int open_node(const char *path, int flags)
{
	int64_t number;
	int file;

	say("o", 1);
	say_number((flags & O_ACCMODE) == O_RDWR);
	say_number(strlen(path));
	say(path, strlen(path));
	number = hear_number();
	if (number < 0)
		return -1;
	file = open_kernel("/dev/null", O_RDWR, 0);
	if (file < 0 || file >= MOST_FILES)
		give_up("too many open files");
	files[file] = number;
	return file;
}

int open(const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;

	va_start(rest, flags);
	mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	if (strcmp(path, TAINT) == 0)
		return open_taint();
	return strncmp(path, NODES, strlen(NODES)) ? open_kernel(path, flags, mode) : open_node(path, flags);
}

int close(int file)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "close");
	int64_t answer = 0;

	if (file >= 0 && file < MOST_FILES && files[file]) {
		say("c", 1);
		say_number(files[file]);
		answer = hear_number();
		files[file] = 0;
	}
	return real(file) || answer < 0 ? -1 : 0;
}

static int find_regions(struct region *regions)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	unsigned long long start, end;
	char line[512], rights[5];
	int count = 0;

	if (!maps)
		give_up("/proc/self/maps");
	while (fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%llx-%llx %4s", &start, &end, rights) != 3 || start < LOWEST || end > HIGHEST)
			continue;
		if (count == MOST_REGIONS)
			give_up("too many regions");
		regions[count++] = (struct region){ start, end - start, rights[1] == 'w' };
	}
	fclose(maps);
	return count;
}

int ioctl(int file, unsigned long request, ...)
{
	struct region regions[MOST_REGIONS];
	int (*real)(int, unsigned long, ...) = (int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl");
	va_list rest;
	void *argument;
	int count;
	int64_t answer;

	va_start(rest, request);
	argument = va_arg(rest, void *);
	va_end(rest);
	if (file < 0 || file >= MOST_FILES || !files[file])
		return real(file, request, argument);
	count = find_regions(regions);
	say("i", 1);
	say_number(files[file]);
	say_number(request);
	say_number((uintptr_t)argument);
	say_number(count);
	for (int i = 0; i < count; i++) {
		say(&regions[i], sizeof(regions[i]));
		say((void *)(uintptr_t)regions[i].address, regions[i].length);
	}
	answer = hear_number();
	for (int i = 0; i < count; i++) {
		if (regions[i].writable)
			hear((void *)(uintptr_t)regions[i].address, regions[i].length);
	}
	return answer < 0 ? -1 : 0;
}

int capset(cap_user_header_t header, const cap_user_data_t data)
{
	(void)header;
	say("r", 1);
	say_number(data[0].effective >> CAP_SYS_RAWIO & 1);
	return hear_number() < 0 ? -1 : 0;
}

int capget(cap_user_header_t header, cap_user_data_t data)
{
	(void)header;
	memset(data, 0, 2 * sizeof(*data));
	return 0;
}
