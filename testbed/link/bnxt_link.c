// SPDX-License-Identifier: GPL-2.0
/*
 * Stands where bnxt_en stands for the mainline driver bnxt_fwctl: a function with an auxiliary device for it, and the way
 * of sending a request, which the host answers.
 */
#include "function.h"
#include "link.h"

#include <linux/auxiliary_bus.h>
#include <linux/bnxt/hsi.h>
#include <linux/bnxt/ulp.h>
#include <linux/mm.h>
#include <linux/slab.h>

#define MOST_DEVICES 64

struct bnxt_link {
	struct bnxt_en_dev edev;
	struct bnxt_aux_priv aux;
	struct link_function function;
	u32 device;
};

static struct bnxt_link *links[MOST_DEVICES];

/* The answer is as long as the firmware made it. An error code in it is -EIO to the caller, who has the answer as well. */
int bnxt_send_msg(struct bnxt_en_dev *edev, struct bnxt_fw_msg *message)
{
	struct link_question question = {
		.op = LINK_MESSAGE, .out_length = message->resp_max_len, .bytes = message->msg, .length = message->msg_len,
	};
	struct link_answer answer;
	int error;

	link_ask(container_of(edev, struct bnxt_link, edev)->device, &question, &answer);
	error = answer.error;
	if (!error && answer.length >= sizeof(struct output)) {
		memcpy(message->resp, answer.bytes, min_t(u32, answer.length, message->resp_max_len));
		error = ((struct output *)message->resp)->error_code ? -EIO : 0;
	}
	kvfree(answer.bytes);
	return error;
}
EXPORT_SYMBOL(bnxt_send_msg);

/* There is no setup. */
static int bnxt_add(u32 device, const __le32 *setup, u32 words, char *name, size_t room)
{
	struct bnxt_link *link;
	int error;

	if (device >= MOST_DEVICES || links[device])
		return -EINVAL;
	link = kvzalloc(sizeof(*link), GFP_KERNEL);
	if (!link)
		return -ENOMEM;
	link->device = device;
	mutex_init(&link->edev.en_dev_lock);
	link->edev.pdev = &link->function.pdev;
	link->aux.edev = &link->edev;
	error = link_function_add(&link->function, &link->aux.aux_dev, "bnxt_en", 0x40, device);
	if (error) {
		kvfree(link);
		return error;
	}
	links[device] = link;
	link_name_below(&link->function.pdev.dev, name, room);
	return 0;
}

static void bnxt_remove(u32 device)
{
	struct bnxt_link *link = links[device];

	links[device] = NULL;
	link_function_remove(&link->function);
	kvfree(link);
}

const struct link_profile bnxt_profile = { .add = bnxt_add, .remove = bnxt_remove };
