// SPDX-License-Identifier: GPL-2.0
/*
 * Stands where pds_core stands for the mainline driver pds_fwctl: a function with an auxiliary device for it, and the
 * admin queue, whose commands the host completes. What a command points to travels behind it.
 */
#include "function.h"
#include "link.h"

#include <linux/mm.h>
#include <linux/pds/pds_common.h>
#include <linux/pds/pds_core_if.h>
#include <linux/pds/pds_adminq.h>
#include <linux/pds/pds_auxbus.h>
#include <linux/slab.h>

#define MOST_DEVICES 64

struct pds_link {
	struct pds_auxiliary_dev padev;
	struct link_function function;
	u32 device;
};

static struct pds_link *links[MOST_DEVICES];

/* What a command points to, for the device to read and to write. */
struct payloads {
	const void *in;
	u32 in_length;
	void *out;
	u32 out_length;
};

static void *memory_at(__le64 address)
{
	return (void *)(uintptr_t)le64_to_cpu(address);
}

static struct payloads payloads_of(const union pds_core_adminq_cmd *command)
{
	switch (command->opcode) {
	case PDS_FWCTL_CMD_IDENT:
		return (struct payloads){
			.out = memory_at(command->fwctl_ident.ident_pa), .out_length = le32_to_cpu(command->fwctl_ident.len),
		};
	case PDS_FWCTL_CMD_QUERY:
		return (struct payloads){
			.out = memory_at(command->fwctl_query.query_data_buf_pa),
			.out_length = le32_to_cpu(command->fwctl_query.query_data_buf_len),
		};
	default:
		return (struct payloads){
			.in = memory_at(command->fwctl_rpc.req_pa), .in_length = le32_to_cpu(command->fwctl_rpc.req_sz),
			.out = memory_at(command->fwctl_rpc.resp_pa), .out_length = le32_to_cpu(command->fwctl_rpc.resp_sz),
		};
	}
}

int pds_client_adminq_cmd(struct pds_auxiliary_dev *padev, union pds_core_adminq_cmd *command, size_t length,
			  union pds_core_adminq_comp *completion, u64 flags)
{
	struct payloads payloads = payloads_of(command);
	struct link_question question = {
		.op = LINK_MESSAGE, .out_length = payloads.out_length, .length = sizeof(*command) + payloads.in_length,
	};
	struct link_answer answer;
	void *message = kvzalloc(question.length, GFP_KERNEL);

	if (!message)
		return -ENOMEM;
	memcpy(message, command, min(length, sizeof(*command)));
	if (payloads.in_length)
		memcpy(message + sizeof(*command), payloads.in, payloads.in_length);
	question.bytes = message;
	link_ask(container_of(padev, struct pds_link, padev)->device, &question, &answer);
	kvfree(message);
	if (!answer.error && answer.length >= sizeof(*completion)) {
		memcpy(completion, answer.bytes, sizeof(*completion));
		if (payloads.out)
			memcpy(payloads.out, answer.bytes + sizeof(*completion),
			       min_t(u32, answer.length - sizeof(*completion), payloads.out_length));
	}
	kvfree(answer.bytes);
	return answer.error;
}
EXPORT_SYMBOL(pds_client_adminq_cmd);

/* There is no setup: what the function has, its firmware says. */
static int pds_add(u32 device, const __le32 *setup, u32 words, char *name, size_t room)
{
	struct pds_link *link;
	int error;

	if (device >= MOST_DEVICES || links[device])
		return -EINVAL;
	link = kvzalloc(sizeof(*link), GFP_KERNEL);
	if (!link)
		return -ENOMEM;
	link->device = device;
	link->padev.vf_pdev = &link->function.pdev;
	error = link_function_add(&link->function, &link->padev.aux_dev, PDS_CORE_DRV_NAME, 0x80, device);
	if (error) {
		kvfree(link);
		return error;
	}
	links[device] = link;
	link_name_below(&link->function.pdev.dev, name, room);
	return 0;
}

static void pds_remove(u32 device)
{
	struct pds_link *link = links[device];

	links[device] = NULL;
	link_function_remove(&link->function);
	kvfree(link);
}

const struct link_profile pds_profile = { .add = pds_add, .remove = pds_remove };
