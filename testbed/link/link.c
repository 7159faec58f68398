// SPDX-License-Identifier: GPL-2.0
/*
 * The link to the host: devices come and go at its word, and what their drivers ask is answered by it.
 * Records in both directions: a header of four little-endian words (length of all, kind, device, id) and a payload.
 */
#include "link.h"
#include "host_fd.h"

#include <linux/completion.h>
#include <linux/init.h>
#include <linux/kthread.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#define LINK_FD 4
#define LONGEST (8u << 20)

enum to_kernel { REGISTER = 1, UNREGISTER, ANSWER };
enum to_host { DONE = 1, QUESTION };

struct header { __le32 length, kind, device, id; };

struct waiting {
	struct list_head entry;
	u32 id;
	struct link_answer *answer;
	struct completion done;
};

struct order {
	struct work_struct work;
	u32 kind, device, id, profile, words;
	__le32 *setup;
};

static const struct link_profile *const profiles[] = { &plain_profile, &mlx5_profile, &cxl_profile, &bnxt_profile, &pds_profile };

static struct host_fd host;
static DEFINE_MUTEX(writing);
static DEFINE_MUTEX(lock);
static LIST_HEAD(all_waiting);
static u32 last_id;
static bool is_closed;
static struct workqueue_struct *orders;
/* Which profile a device has, so that it can be removed. */
static const struct link_profile *profile_of[4097 + 64];

static void send(enum to_host kind, u32 device, u32 id, const void *words, u32 words_length, const void *bytes, u32 length)
{
	struct header header = {
		cpu_to_le32(sizeof(header) + words_length + length), cpu_to_le32(kind), cpu_to_le32(device), cpu_to_le32(id),
	};

	guard(mutex)(&writing);
	host_fd_write(&host, &header, sizeof(header));
	host_fd_write(&host, words, words_length);
	host_fd_write(&host, bytes, length);
}

void link_ask(u32 device, const struct link_question *question, struct link_answer *answer)
{
	__le32 words[] = {
		cpu_to_le32(question->op), cpu_to_le32(question->context), cpu_to_le32(question->scope), cpu_to_le32(question->out_length),
	};
	struct waiting waiting = { .answer = answer };

	*answer = (struct link_answer){ .error = -EIO };
	init_completion(&waiting.done);
	scoped_guard(mutex, &lock) {
		if (is_closed)
			return;
		waiting.id = ++last_id;
		list_add_tail(&waiting.entry, &all_waiting);
	}
	send(QUESTION, device, waiting.id, words, sizeof(words), question->bytes, question->length);
	wait_for_completion(&waiting.done);
}

/* The payload of an answer: error, flags and the bytes. */
static void take_answer(u32 id, void *payload, u32 length)
{
	struct waiting *waiting;

	guard(mutex)(&lock);
	list_for_each_entry(waiting, &all_waiting, entry) {
		__le32 *words = payload;

		if (waiting->id != id || length < 8)
			continue;
		waiting->answer->error = (int)le32_to_cpu(words[0]);
		waiting->answer->flags = le32_to_cpu(words[1]);
		waiting->answer->length = length - 8;
		waiting->answer->bytes = kvmalloc(max(length - 8, 1u), GFP_KERNEL);
		if (waiting->answer->bytes)
			memcpy(waiting->answer->bytes, payload + 8, length - 8);
		else
			waiting->answer->error = -ENOMEM;
		list_del(&waiting->entry);
		complete(&waiting->done);
		return;
	}
}

static int is_fwctl(struct device *dev, const void *unused)
{
	return dev->class && !strcmp(dev->class->name, "fwctl");
}

void link_name_below(struct device *parent, char *name, size_t room)
{
	struct device *child = device_find_child(parent, NULL, is_fwctl);

	if (child)
		strscpy(name, dev_name(child), room);
	put_device(child);
}

static void follow(struct work_struct *work)
{
	struct order *order = container_of(work, struct order, work);
	char name[32] = "";
	__le32 error;
	int result = -EINVAL;

	if (order->device < ARRAY_SIZE(profile_of) && order->kind == REGISTER && order->profile < ARRAY_SIZE(profiles)) {
		result = -ENODEV;
		if (profiles[order->profile])
			result = profiles[order->profile]->add(order->device, order->setup, order->words, name, sizeof(name));
		if (!result)
			profile_of[order->device] = profiles[order->profile];
	} else if (order->device < ARRAY_SIZE(profile_of) && order->kind == UNREGISTER && profile_of[order->device]) {
		profile_of[order->device]->remove(order->device);
		profile_of[order->device] = NULL;
		result = 0;
	}
	error = cpu_to_le32(result);
	send(DONE, order->device, order->id, &error, sizeof(error), name, strlen(name));
	kfree(order->setup);
	kfree(order);
}

/* Orders are followed beside each other: a driver that is bound asks the host, and one that goes waits for calls. */
static void take_order(const struct header *header, void *payload, u32 length)
{
	struct order *order = kzalloc(sizeof(*order), GFP_KERNEL);
	__le32 *words = payload;

	if (!order)
		return;
	INIT_WORK(&order->work, follow);
	order->kind = le32_to_cpu(header->kind);
	order->device = le32_to_cpu(header->device);
	order->id = le32_to_cpu(header->id);
	if (length >= 4) {
		order->profile = le32_to_cpu(words[0]);
		order->words = length / 4 - 1;
		order->setup = kmemdup(words + 1, length - 4, GFP_KERNEL);
	}
	queue_work(orders, &order->work);
}

static bool read_all(void *to, u32 length)
{
	u32 done = 0;

	while (done < length) {
		int got = host_fd_read(&host, to + done, length - done);

		if (got <= 0 && got != -ERESTARTSYS)
			return false;
		done += max(got, 0);
	}
	return true;
}

static int link_thread(void *unused)
{
	struct waiting *waiting, *next;
	struct header header;

	while (read_all(&header, sizeof(header))) {
		u32 length = le32_to_cpu(header.length) - sizeof(header);
		void *payload = length <= LONGEST ? kvmalloc(max(length, 1u), GFP_KERNEL) : NULL;

		if (!payload || !read_all(payload, length))
			break;
		if (le32_to_cpu(header.kind) == ANSWER)
			take_answer(le32_to_cpu(header.id), payload, length);
		else
			take_order(&header, payload, length);
		kvfree(payload);
	}
	guard(mutex)(&lock);
	is_closed = true;
	list_for_each_entry_safe(waiting, next, &all_waiting, entry) {
		list_del(&waiting->entry);
		complete(&waiting->done);
	}
	return 0;
}

static int __init link_init(void)
{
	orders = alloc_workqueue("fwctl-link", WQ_UNBOUND, 0);
	if (!orders || host_fd_open(&host, LINK_FD, "fwctl-link"))
		return 0; /* started without a host that listens: a shell, for example */
	return PTR_ERR_OR_ZERO(kthread_run(link_thread, NULL, "fwctl-link"));
}
late_initcall(link_init);
