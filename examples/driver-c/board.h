#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>
#include <stdint.h>

/* In the kernel these come from uapi/fwctl/fwctl.h. */
enum fwctl_rpc_scope {
	FWCTL_RPC_CONFIGURATION,
	FWCTL_RPC_DEBUG_READ_ONLY,
	FWCTL_RPC_DEBUG_WRITE,
	FWCTL_RPC_DEBUG_WRITE_FULL,
};

#define BOARD_REQUEST_LENGTH 8

/* 0, or the errno that the RPC is refused with. */
int board_validate(const uint8_t *request, size_t length, enum fwctl_rpc_scope scope);

#endif
