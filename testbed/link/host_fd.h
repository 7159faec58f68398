/* SPDX-License-Identifier: GPL-2.0 */
#ifndef FWCTL_KIT_HOST_FD_H
#define FWCTL_KIT_HOST_FD_H

#include <linux/types.h>
#include <linux/wait.h>

/* A socket that this User Mode Linux process has inherited from whoever started it. */
struct host_fd {
	int fd;
	bool may_read;
	wait_queue_head_t readable;
};

int host_fd_open(struct host_fd *host, int fd, const char *name);
int host_fd_try_read(struct host_fd *host, void *to, int length);
int host_fd_read(struct host_fd *host, void *to, int length);
int host_fd_write(struct host_fd *host, const void *from, int length);

#endif
