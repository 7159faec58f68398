// SPDX-License-Identifier: GPL-2.0
/*
 * A CXL memory device without a bus: the mailbox of a memdev state of its own, whose commands the host answers. What the
 * mainline CXL core does with it, the Features commands and fwctl among it, is the kernel's own.
 */
#include "link.h"

#include <cxl/features.h>
#include <cxl/mailbox.h>
#include <linux/mm.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include "../../cxl/cxlmem.h"

#define MOST_DEVICES 64
#define CCI_HEADER 8

struct cxl_link {
	struct platform_device *pdev;
	struct cxl_memdev_state *mds;
	u32 device;
};

static struct cxl_link *links[MOST_DEVICES];

static struct cxl_link *link_of(struct cxl_mailbox *mailbox)
{
	for (u32 i = 0; i < MOST_DEVICES; i++)
		if (links[i] && &links[i]->mds->cxlds.cxl_mbox == mailbox)
			return links[i];
	return NULL;
}

/*
 * A command travels as two words, the opcode and the room for its answer, and its payload; the answer as a word for the
 * return code and its payload.
 */
static int send(struct cxl_mailbox *mailbox, struct cxl_mbox_cmd *command)
{
	struct link_question question = { .op = LINK_MESSAGE, .out_length = command->size_out, .length = CCI_HEADER + command->size_in };
	struct cxl_link *link = link_of(mailbox);
	struct link_answer answer;
	__le32 *words;
	int error;

	words = kvmalloc(question.length, GFP_KERNEL);
	if (!words || !link) {
		kvfree(words);
		return -ENXIO;
	}
	words[0] = cpu_to_le32(command->opcode);
	words[1] = cpu_to_le32(command->size_in);
	memcpy(words + 2, command->payload_in, command->size_in);
	question.bytes = words;
	link_ask(link->device, &question, &answer);
	kvfree(words);
	error = answer.error;
	if (!error && answer.length >= 4) {
		command->return_code = le32_to_cpu(*(__le32 *)answer.bytes);
		command->size_out = min_t(size_t, command->size_out, answer.length - 4);
		if (command->size_out)
			memcpy(command->payload_out, answer.bytes + 4, command->size_out);
	}
	kvfree(answer.bytes);
	return error;
}

/* The setup is the size of the mailbox's payload. */
static int cxl_add(u32 device, const __le32 *setup, u32 words, char *name, size_t room)
{
	struct cxl_dev_state *state;
	struct cxl_memdev *memdev;
	struct cxl_link *link;
	int error;

	if (words < 1 || device >= MOST_DEVICES || links[device])
		return -EINVAL;
	link = kzalloc(sizeof(*link), GFP_KERNEL);
	if (!link)
		return -ENOMEM;
	link->device = device;
	link->pdev = platform_device_register_simple("cxl_link", device, NULL, 0);
	if (IS_ERR(link->pdev)) {
		error = PTR_ERR(link->pdev);
		goto free;
	}
	/* What is managed is let go of when a driver is unbound, and this one never had a driver. */
	if (!devres_open_group(&link->pdev->dev, link, GFP_KERNEL)) {
		error = -ENOMEM;
		goto remove;
	}
	link->mds = cxl_memdev_state_create(&link->pdev->dev, device, 0);
	if (IS_ERR(link->mds)) {
		error = PTR_ERR(link->mds);
		goto remove;
	}
	links[device] = link;
	state = &link->mds->cxlds;
	error = cxl_mailbox_init(&state->cxl_mbox, &link->pdev->dev);
	if (error)
		goto unlist;
	state->cxl_mbox.mbox_send = send;
	state->cxl_mbox.payload_size = le32_to_cpu(setup[0]);
	/* Which commands there are, the device says itself. */
	error = cxl_enumerate_cmds(link->mds);
	if (error)
		goto unlist;
	devm_cxl_setup_features(state);
	memdev = devm_cxl_add_classdev(state);
	if (IS_ERR(memdev)) {
		error = PTR_ERR(memdev);
		goto unlist;
	}
	devm_cxl_setup_fwctl(&link->pdev->dev, memdev);
	devres_close_group(&link->pdev->dev, link);
	link_name_below(&memdev->dev, name, room);
	return 0;

unlist:
	links[device] = NULL;
remove:
	platform_device_unregister(link->pdev);
free:
	kfree(link);
	return error;
}

static void cxl_remove(u32 device)
{
	struct cxl_link *link = links[device];

	devres_release_group(&link->pdev->dev, link);
	links[device] = NULL;
	platform_device_unregister(link->pdev);
	kfree(link);
}

const struct link_profile cxl_profile = { .add = cxl_add, .remove = cxl_remove };
