// SPDX-License-Identifier: GPL-2.0
/* The plain device: a fwctl driver whose four operations are all asked of the host. */
#include "link.h"

#include <linux/fwctl.h>
#include <linux/mm.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct plain_fwctl {
	struct fwctl_device fwctl;
	u32 device, contexts;
};

struct plain_uctx {
	struct fwctl_uctx uctx;
	u32 context;
};

struct plain {
	struct platform_device *parent;
	struct plain_fwctl *fwctl;
	struct fwctl_ops ops;
};

static struct plain *plains[4097 + 64];

static struct plain_fwctl *fwctl_of(struct fwctl_uctx *uctx)
{
	return container_of(uctx->fwctl, struct plain_fwctl, fwctl);
}

static u32 context_of(struct fwctl_uctx *uctx)
{
	return container_of(uctx, struct plain_uctx, uctx)->context;
}

/* For questions whose answer is no more than an error. */
static int ask(struct fwctl_uctx *uctx, enum link_op op)
{
	struct link_question question = { .op = op, .context = context_of(uctx) };
	struct link_answer answer;

	link_ask(fwctl_of(uctx)->device, &question, &answer);
	kvfree(answer.bytes);
	return answer.error;
}

static int plain_open_uctx(struct fwctl_uctx *uctx)
{
	container_of(uctx, struct plain_uctx, uctx)->context = ++fwctl_of(uctx)->contexts;
	return ask(uctx, LINK_OPEN_UCTX);
}

static void plain_close_uctx(struct fwctl_uctx *uctx)
{
	ask(uctx, LINK_CLOSE_UCTX);
}

static void *plain_info(struct fwctl_uctx *uctx, size_t *length)
{
	struct link_question question = { .op = LINK_INFO, .context = context_of(uctx), .out_length = *length };
	struct link_answer answer;
	void *info;

	link_ask(fwctl_of(uctx)->device, &question, &answer);
	/* The core frees it with kfree(). */
	info = answer.error ? ERR_PTR(answer.error) : kmemdup(answer.bytes, max(answer.length, 1u), GFP_KERNEL);
	*length = answer.length;
	kvfree(answer.bytes);
	return info ?: ERR_PTR(-ENOMEM);
}

static void *plain_fw_rpc(struct fwctl_uctx *uctx, enum fwctl_rpc_scope scope, void *in, size_t in_length, size_t *out_length)
{
	struct link_question question = {
		.op = LINK_FW_RPC, .context = context_of(uctx), .scope = scope, .out_length = *out_length, .bytes = in, .length = in_length,
	};
	struct link_answer answer;

	link_ask(fwctl_of(uctx)->device, &question, &answer);
	*out_length = answer.length;
	if (answer.error) {
		kvfree(answer.bytes);
		return ERR_PTR(answer.error);
	}
	if (!(answer.flags & LINK_IN_PLACE) || answer.length > in_length)
		return answer.bytes;
	memcpy(in, answer.bytes, answer.length);
	kvfree(answer.bytes);
	return in;
}

static int plain_add(u32 device, const __le32 *setup, u32 words, char *name, size_t room)
{
	struct plain *plain;
	int error;

	if (words < 2 || device >= ARRAY_SIZE(plains) || plains[device])
		return -EINVAL;
	plain = kzalloc(sizeof(*plain), GFP_KERNEL);
	if (!plain)
		return -ENOMEM;
	plain->parent = platform_device_register_simple("plain", device, NULL, 0);
	if (IS_ERR(plain->parent)) {
		error = PTR_ERR(plain->parent);
		goto free;
	}
	plain->ops = (struct fwctl_ops){
		.device_type = le32_to_cpu(setup[0]),
		.uctx_size = sizeof(struct plain_uctx),
		.open_uctx = plain_open_uctx,
		.close_uctx = plain_close_uctx,
		.info = le32_to_cpu(setup[1]) ? plain_info : NULL,
		.fw_rpc = plain_fw_rpc,
	};
	plain->fwctl = fwctl_alloc_device(&plain->parent->dev, &plain->ops, struct plain_fwctl, fwctl);
	error = -ENOMEM;
	if (!plain->fwctl)
		goto remove_parent;
	plain->fwctl->device = device;
	error = fwctl_register(&plain->fwctl->fwctl);
	if (error)
		goto put;
	plains[device] = plain;
	strscpy(name, dev_name(&plain->fwctl->fwctl.dev), room);
	return 0;

put:
	fwctl_put(&plain->fwctl->fwctl);
remove_parent:
	platform_device_unregister(plain->parent);
free:
	kfree(plain);
	return error;
}

static void plain_remove(u32 device)
{
	struct plain *plain = plains[device];

	plains[device] = NULL;
	fwctl_unregister(&plain->fwctl->fwctl);
	fwctl_put(&plain->fwctl->fwctl);
	platform_device_unregister(plain->parent);
	kfree(plain);
}

const struct link_profile plain_profile = { .add = plain_add, .remove = plain_remove };
