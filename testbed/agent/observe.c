#define _GNU_SOURCE
#include "observe.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static int read_line(const char *path, char *line, int room)
{
	FILE *file = fopen(path, "re");
	if (file == NULL)
		return errno;
	char *got = fgets(line, room, file);
	fclose(file);
	if (got == NULL)
		return EIO;
	line[strcspn(line, "\n")] = '\0';
	return 0;
}

int observe_taint(struct text *out)
{
	char line[64];
	int error = read_line("/proc/sys/kernel/tainted", line, sizeof line);
	if (error == 0)
		say(out, "{\"mask\":%s}", line);
	return error;
}

static int log_fd = -1;
static struct text log_lines;

bool mark_log(void)
{
	if (log_fd < 0)
		log_fd = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	log_lines.length = 0;
	return log_fd >= 0 && lseek(log_fd, 0, SEEK_END) >= 0;
}

/* A record is "priority,sequence,time,flags;text", and lines about its device behind it. */
static void take_record(char *record)
{
	static const char *const LEVELS[] = { "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug" };
	char *text = strchr(record, ';');
	if (text == NULL)
		return;
	text++;
	text[strcspn(text, "\n")] = '\0';
	say(&log_lines, "%s{\"level\":\"%s\",\"text\":", log_lines.length == 0 ? "" : ",", LEVELS[strtoul(record, NULL, 10) & 7]);
	say_string(&log_lines, text);
	say(&log_lines, "}");
}

int observe_log(struct text *out)
{
	char record[8192];
	for (;;) {
		ssize_t got = read(log_fd, record, sizeof record - 1);
		if (got < 0 && (errno == EPIPE || errno == EINTR))
			continue;
		if (got < 0 && errno != EAGAIN)
			return errno;
		if (got <= 0)
			break;
		record[got] = '\0';
		take_record(record);
	}
	say(out, "{\"lines\":[");
	add(out, log_lines.at, log_lines.length);
	say(out, "]}");
	return 0;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Goes from `path`, a folder, where the link in it leads. False when there is no such link. */
static bool follow(char *path, size_t room, const char *link)
{
	char name[PATH_MAX + 16], to[PATH_MAX];
	snprintf(name, sizeof name, "%s/%s", path, link);
	ssize_t length = readlink(name, to, sizeof to - 1);
	if (length < 0)
		return false;
	to[length] = '\0';
	for (char *step = strtok(to, "/"); step != NULL; step = strtok(NULL, "/")) {
		char *last = strrchr(path, '/');
		if (strcmp(step, "..") != 0)
			snprintf(path + strlen(path), room - strlen(path), "/%s", step);
		else if (last != NULL)
			*last = '\0';
	}
	return true;
}

/* Where the device link of an entry leads, below /sys/devices. Links are followed by their text, since there may be
 * thousands of entries. */
static void say_parent(struct text *out, const char *name)
{
	static const char DEVICES[] = "/sys/devices/";
	char path[PATH_MAX] = "/sys/class/fwctl";
	bool is_known = follow(path, sizeof path, name) && follow(path, sizeof path, "device");
	say_string(out, is_known && strncmp(path, DEVICES, sizeof DEVICES - 1) == 0 ? path + sizeof DEVICES - 1 : "");
}

static void say_entry(struct text *out, const char *name)
{
	char entry[PATH_MAX], path[PATH_MAX + 16], number[64] = "";
	struct dirent **names;
	snprintf(entry, sizeof entry, "/sys/class/fwctl/%s", name);
	snprintf(path, sizeof path, "%s/dev", entry);
	read_line(path, number, sizeof number);
	say(out, "{\"name\":");
	say_string(out, name);
	say(out, ",\"attributes\":[");
	int count = scandir(entry, &names, is_visible, alphasort);
	for (int i = 0; i < count; i++) {
		say(out, i == 0 ? "" : ",");
		say_string(out, names[i]->d_name);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
	say(out, "],\"parent\":");
	say_parent(out, name);
	say(out, ",\"deviceNumber\":");
	say_string(out, number);
	say(out, "}");
}

/* The only name that a node may have, and a number for everybody else, so that no data base of names is needed. */
static void say_owner(struct text *out, unsigned id)
{
	say(out, id == 0 ? "\"root\"" : "\"%u\"", id);
}

static void say_node(struct text *out, const char *name)
{
	char path[PATH_MAX];
	struct stat status;
	snprintf(path, sizeof path, "/dev/fwctl/%s", name);
	if (stat(path, &status) != 0)
		return;
	say(out, "{\"path\":");
	say_string(out, path);
	say(out, ",\"mode\":%u,\"owner\":", status.st_mode & 07777);
	say_owner(out, status.st_uid);
	say(out, ",\"group\":");
	say_owner(out, status.st_gid);
	say(out, ",\"deviceNumber\":\"%u:%u\"}", major(status.st_rdev), minor(status.st_rdev));
}

static int say_each(struct text *out, const char *folder, void (*say_one)(struct text *, const char *))
{
	struct dirent **names;
	int count = scandir(folder, &names, is_visible, versionsort);
	if (count < 0)
		return errno == ENOENT ? 0 : errno;
	for (int i = 0; i < count; i++) {
		say(out, i == 0 ? "" : ",");
		say_one(out, names[i]->d_name);
		free(names[i]);
	}
	free(names);
	return 0;
}

int observe_class(struct text *out)
{
	say(out, "{\"entries\":[");
	int error = say_each(out, "/sys/class/fwctl", say_entry);
	say(out, "]}");
	return error;
}

int observe_nodes(struct text *out)
{
	say(out, "{\"nodes\":[");
	int error = say_each(out, "/dev/fwctl", say_node);
	say(out, "]}");
	return error;
}
