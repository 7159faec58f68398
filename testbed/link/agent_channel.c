// SPDX-License-Identifier: GPL-2.0
/* /dev/fwctl-agent: what the agent of the kit reads and writes to speak with the host. */
#include "host_fd.h"

#include <linux/fs.h>
#include <linux/init.h>
#include <linux/miscdevice.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define AGENT_FD 3
#define BUFFER_SIZE (64 << 10)

static struct host_fd host;
static DEFINE_MUTEX(reading);
static DEFINE_MUTEX(writing);
static char *incoming, *outgoing;
static int begin, end;

static ssize_t agent_read(struct file *file, char __user *to, size_t length, loff_t *offset)
{
	ssize_t piece;

	guard(mutex)(&reading);
	if (begin == end) {
		int got = file->f_flags & O_NONBLOCK ? host_fd_try_read(&host, incoming, BUFFER_SIZE) :
						       host_fd_read(&host, incoming, BUFFER_SIZE);

		if (got <= 0)
			return got;
		begin = 0;
		end = got;
	}
	piece = min_t(size_t, length, end - begin);
	if (copy_to_user(to, incoming + begin, piece))
		return -EFAULT;
	begin += piece;
	return piece;
}

static ssize_t agent_write(struct file *file, const char __user *from, size_t length, loff_t *offset)
{
	size_t done, piece;

	guard(mutex)(&writing);
	for (done = 0; done < length; done += piece) {
		piece = min_t(size_t, length - done, BUFFER_SIZE);
		if (copy_from_user(outgoing, from + done, piece))
			return -EFAULT;
		if (host_fd_write(&host, outgoing, piece))
			return -EIO;
	}
	return done;
}

static __poll_t agent_poll(struct file *file, poll_table *table)
{
	poll_wait(file, &host.readable, table);
	return EPOLLOUT | (begin < end || READ_ONCE(host.may_read) ? EPOLLIN : 0);
}

static const struct file_operations agent_fops = {
	.owner = THIS_MODULE,
	.read = agent_read,
	.write = agent_write,
	.poll = agent_poll,
};

static struct miscdevice agent_misc = { .minor = MISC_DYNAMIC_MINOR, .name = "fwctl-agent", .fops = &agent_fops };

static int __init agent_init(void)
{
	incoming = kmalloc(BUFFER_SIZE, GFP_KERNEL);
	outgoing = kmalloc(BUFFER_SIZE, GFP_KERNEL);
	if (!incoming || !outgoing || host_fd_open(&host, AGENT_FD, "fwctl-agent"))
		return 0; /* started without a host that listens: a shell, for example */
	return misc_register(&agent_misc);
}
late_initcall(agent_init);
