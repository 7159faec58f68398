// SPDX-License-Identifier: GPL-2.0
/*
 * Bytes to and from the host without a terminal between: a UML terminal stops for good when its reader falls behind.
 */
#include "host_fd.h"

#include <linux/interrupt.h>
#include <irq_kern.h>
#include <irq_user.h>
#include <os.h>

static irqreturn_t host_fd_interrupt(int irq, void *data)
{
	struct host_fd *host = data;

	WRITE_ONCE(host->may_read, true);
	wake_up_all(&host->readable);
	return IRQ_HANDLED;
}

int host_fd_open(struct host_fd *host, int fd, const char *name)
{
	int irq;

	host->fd = fd;
	host->may_read = true;
	init_waitqueue_head(&host->readable);
	irq = um_request_irq(UM_IRQ_ALLOC, fd, IRQ_READ, host_fd_interrupt, 0, name, host);
	return irq < 0 ? irq : 0;
}

/*
 * Some bytes, -EAGAIN when there are none; 0 when the host has closed its end. The interrupt tells of what arrives and
 * not of what is left, so there may be more until there is nothing.
 */
int host_fd_try_read(struct host_fd *host, void *to, int length)
{
	int got;

	do {
		WRITE_ONCE(host->may_read, false);
		got = os_read_file(host->fd, to, length);
	} while (got == -EINTR);
	if (got > 0)
		WRITE_ONCE(host->may_read, true);
	return got;
}

/* The same, but waits for them. */
int host_fd_read(struct host_fd *host, void *to, int length)
{
	for (;;) {
		int got = host_fd_try_read(host, to, length);

		if (got != -EAGAIN)
			return got;
		if (wait_event_interruptible(host->readable, READ_ONCE(host->may_read)))
			return -ERESTARTSYS;
	}
}

/* All of it. The host reads at any time, so that waiting for it holds up the guest for a moment only. */
int host_fd_write(struct host_fd *host, const void *from, int length)
{
	int done = 0, put = 0;

	os_set_fd_block(host->fd, 1);
	while (done < length) {
		put = os_write_file(host->fd, from + done, length - done);
		if (put < 0 && put != -EINTR)
			break;
		done += max(put, 0);
	}
	os_set_fd_block(host->fd, 0);
	return done == length ? 0 : put;
}
