/* The part of a kernel driver that decides: taken as it is, and judged behind driver.c. */
#include "board.h"

#include <errno.h>

#define READ_SETTING 1
#define WRITE_SETTING 2
#define READ_COUNTER 3

int board_validate(const uint8_t *request, size_t length, enum fwctl_rpc_scope scope)
{
	if (length < BOARD_REQUEST_LENGTH)
		return -EINVAL;
	switch (request[0]) {
	case READ_SETTING:
		return 0;
	case READ_COUNTER:
		return scope >= FWCTL_RPC_DEBUG_READ_ONLY ? 0 : -EPERM;
	case WRITE_SETTING:
		return scope >= FWCTL_RPC_DEBUG_WRITE ? 0 : -EPERM;
	default:
		return -EPERM;
	}
}
