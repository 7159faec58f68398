#define _GNU_SOURCE
#include "controls.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <unistd.h>

#define FAULTS "/sys/kernel/debug/failslab/"
#define FAIL_NTH "/proc/thread-self/fail-nth"
#define LOCKDOWN "/sys/kernel/security/lockdown"

/* What begin_call gives when there is nothing to end. */
#define NO_PRESSURE (-2)

/* Shared with the processes. */
static bool *is_short;

static int write_word(const char *path, const char *word)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = write(fd, word, strlen(word)) < 0 ? errno : 0;
	close(fd);
	return error;
}

/* Source: Documentation/fault-injection/fault-injection.rst of the kernel: without the first line only allocations
 * that may not wait fail, and with the second each failure fills the log. */
static bool prepare_memory_pressure(void)
{
	is_short = mmap(NULL, sizeof *is_short, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return is_short != MAP_FAILED && write_word(FAULTS "ignore-gfp-wait", "N") == 0 && write_word(FAULTS "verbose", "0") == 0 &&
	       access(FAIL_NTH, W_OK) == 0;
}

struct controls prepare_controls(void)
{
	/* On a machine that is somebody's, nothing is done to the whole of it. */
	if (getpid() != 1)
		return (struct controls){ false, false };
	mount("debugfs", "/sys/kernel/debug", "debugfs", 0, NULL);
	mount("securityfs", "/sys/kernel/security", "securityfs", 0, NULL);
	return (struct controls){ prepare_memory_pressure(), access(LOCKDOWN, W_OK) == 0 };
}

void set_memory_pressure(bool on)
{
	*is_short = on;
}

int set_lockdown(const char *level)
{
	return write_word(LOCKDOWN, level);
}

int begin_call(void)
{
	if (is_short == NULL || !*is_short)
		return NO_PRESSURE;
	int fd = open(FAIL_NTH, O_WRONLY | O_CLOEXEC);
	if (fd >= 0 && write(fd, "1", 1) != 1) {
		close(fd);
		return -1;
	}
	return fd;
}

void end_call(int call)
{
	if (call == NO_PRESSURE)
		return;
	int error = errno;
	if (write(call, "0", 1) != 1)
		_exit(1);
	close(call);
	errno = error;
}
