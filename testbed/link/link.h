/* SPDX-License-Identifier: GPL-2.0 */
#ifndef FWCTL_KIT_LINK_H
#define FWCTL_KIT_LINK_H

#include <linux/device.h>
#include <linux/types.h>

/* What the host is asked. The first is a message to the firmware of a device, the others are the plain driver's. */
enum link_op { LINK_MESSAGE, LINK_OPEN_UCTX, LINK_CLOSE_UCTX, LINK_INFO, LINK_FW_RPC };

struct link_question {
	enum link_op op;
	u32 context, scope, out_length;
	const void *bytes;
	u32 length;
};

#define LINK_IN_PLACE 1

/* bytes are the caller's, to be freed with kvfree(). */
struct link_answer {
	int error;
	u32 flags;
	void *bytes;
	u32 length;
};

/* Waits for the host. When there is no answer to be had, the error is -EIO. */
void link_ask(u32 device, const struct link_question *question, struct link_answer *answer);

/* A family of devices. add() says under which name fwctl knows the new device, if it does. */
struct link_profile {
	int (*add)(u32 device, const __le32 *setup, u32 words, char *name, size_t room);
	void (*remove)(u32 device);
};

/* The name of the fwctl device below that one; none when its driver registered none. */
void link_name_below(struct device *parent, char *name, size_t room);

extern const struct link_profile plain_profile;
/* Of a driver that this kernel does not have there is none. */
extern const struct link_profile mlx5_profile __weak;
extern const struct link_profile cxl_profile __weak;
extern const struct link_profile bnxt_profile __weak;
extern const struct link_profile pds_profile __weak;

#endif
