/** What every generated program begins with, below its first comment. */
export const RUNTIME = `#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/capability.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#if defined(__has_include)
#if __has_include(<fwctl/fwctl.h>)
#include <fwctl/fwctl.h>
#endif
#endif
#ifndef FWCTL_INFO
#define FWCTL_INFO _IO(0x9a, 0)
#define FWCTL_RPC _IO(0x9a, 1)
#endif
_Static_assert(FWCTL_INFO == 0x9a00 && FWCTL_RPC == 0x9a01, "the published numbers");

enum { CONFORMS = 0, DOES_NOT_CONFORM = 1, UNDECIDED = 2 };

int capget(cap_user_header_t header, cap_user_data_t data);
int capset(cap_user_header_t header, const cap_user_data_t data);

/* Whether the judged answer is another one than the reference's, and whether it is that of the subject that failed. */
static int differs = 0, as_failed = 1;

static inline const char *text(int code)
{
	return code ? strerror(code) : "success";
}

static inline void undecided(const char *what)
{
	printf("undecided: %s: %s\\n", what, strerror(errno));
	exit(UNDECIDED);
}

/* Maps what lies in the pages of the region, and nothing beside them. */
static inline unsigned char *map(uint64_t address, size_t length)
{
	uint64_t first = address & ~UINT64_C(4095);
	size_t pages = (address + length - first + 4095) & ~UINT64_C(4095);

	if (mmap((void *)first, pages, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
		undecided("mmap");
	return (unsigned char *)address;
}

static inline void protect(uint64_t address, size_t length)
{
	uint64_t first = address & ~UINT64_C(4095);

	if (mprotect((void *)first, address + length - first, PROT_READ))
		undecided("mprotect");
}

static inline void unmap(uint64_t address, size_t length)
{
	uint64_t first = address & ~UINT64_C(4095);

	munmap((void *)first, address + length - first);
}

static inline void set_rawio(int on)
{
	struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct data[2] = { { 0 } };

	if (capget(&header, data))
		undecided("capget");
	if (on)
		data[0].effective |= 1u << CAP_SYS_RAWIO;
	else
		data[0].effective &= ~(1u << CAP_SYS_RAWIO);
	if (capset(&header, data))
		undecided("CAP_SYS_RAWIO, which root has");
}

static inline unsigned long tainted(void)
{
	char text[32] = "";
	int file = open("/proc/sys/kernel/tainted", O_RDONLY);

	if (file < 0 || read(file, text, sizeof(text) - 1) < 1)
		undecided("/proc/sys/kernel/tainted");
	close(file);
	return strtoul(text, NULL, 10);
}

/* A step that the judged one needs; when it goes otherwise, nothing is learnt. */
static inline void need(const char *step, int came, int expected)
{
	if (came == expected)
		return;
	printf("undecided: %s came to %s (%d) in place of %s (%d)\\n", step, text(came), came, text(expected), expected);
	exit(UNDECIDED);
}

static inline void judge(const char *what, unsigned long came, unsigned long expected)
{
	printf("%s: %lu, expected %lu\\n", what, came, expected);
	differs |= came != expected;
}

static inline void judge_errno(const char *what, int came, int expected, int failed)
{
	printf("%s: %s (%d), expected %s (%d)\\n", what, text(came), came, text(expected), expected);
	differs |= came != expected;
	as_failed &= came == failed;
}

/* Where the errno differs, the bytes of the subject that failed do not matter. */
static inline void judge_bytes(const char *what, const unsigned char *came, const unsigned char *expected,
			       const unsigned char *failed, size_t length)
{
	printf("%s: ", what);
	for (size_t at = 0; at < length; at++)
		printf("%02x", came[at]);
	printf(", expected ");
	for (size_t at = 0; at < length; at++)
		printf("%02x", expected[at]);
	printf("\\n");
	differs |= memcmp(came, expected, length) != 0;
	as_failed &= failed == NULL || memcmp(came, failed, length) == 0;
}

/* A rule that accepts more than the reference does is broken for certain only by the answer that broke it. */
static inline int conclude(const char *rule, int accepts_others)
{
	if (!differs) {
		puts("conforms");
		return CONFORMS;
	}
	if (!accepts_others || as_failed) {
		puts("DOES NOT CONFORM");
		return DOES_NOT_CONFORM;
	}
	printf("undecided: this is neither what the reference answers nor what failed; what the rule accepts tells\\n");
	printf("  npx fwctl-conformance explain %s\\n", rule);
	return UNDECIDED;
}
`;
