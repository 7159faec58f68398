// SPDX-License-Identifier: GPL-2.0
/*
 * Stands where mlx5_core stands for the mainline driver mlx5_fwctl: a function with an auxiliary device for it, and the
 * two ways of sending a command, whose answers come from the host.
 */
#include "link.h"

#include <linux/auxiliary_bus.h>
#include <linux/mlx5/device.h>
#include <linux/mlx5/driver.h>
#include <linux/mlx5/mlx5_ifc.h>
#include <linux/mm.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#define MOST_DEVICES 64

struct mlx5_link {
	struct mlx5_core_dev mdev;
	struct mlx5_adev adev;
	struct pci_dev pdev;
	struct platform_device *slot;
	u32 device;
};

static struct mlx5_link *links[MOST_DEVICES];

/* The first byte of every answer. */
static u8 status_of(const void *out)
{
	return *(const u8 *)out;
}

/* Delivered and failed in the firmware is EREMOTEIO, and nothing else is. */
int mlx5_cmd_do(struct mlx5_core_dev *dev, void *in, int in_size, void *out, int out_size)
{
	struct link_question question = { .op = LINK_MESSAGE, .out_length = out_size, .bytes = in, .length = in_size };
	struct link_answer answer;
	int error;

	link_ask(container_of(dev, struct mlx5_link, mdev)->device, &question, &answer);
	error = answer.error == -EREMOTEIO ? -EIO : answer.error;
	if (!error) {
		memset(out, 0, out_size);
		memcpy(out, answer.bytes, min_t(u32, answer.length, out_size));
		error = status_of(out) ? -EREMOTEIO : 0;
	}
	kvfree(answer.bytes);
	return error;
}
EXPORT_SYMBOL(mlx5_cmd_do);

static int errno_of_status(u8 status)
{
	switch (status) {
	case MLX5_CMD_STAT_OK:
		return 0;
	case MLX5_CMD_STAT_BAD_OP_ERR:
	case MLX5_CMD_STAT_BAD_PARAM_ERR:
	case MLX5_CMD_STAT_BAD_RES_ERR:
	case MLX5_CMD_STAT_BAD_RES_STATE_ERR:
	case MLX5_CMD_STAT_IX_ERR:
	case MLX5_CMD_STAT_BAD_QP_STATE_ERR:
	case MLX5_CMD_STAT_BAD_PKT_ERR:
	case MLX5_CMD_STAT_BAD_SIZE_OUTS_CQES_ERR:
		return -EINVAL;
	case MLX5_CMD_STAT_RES_BUSY:
		return -EBUSY;
	case MLX5_CMD_STAT_NOT_READY:
	case MLX5_CMD_STAT_NO_RES_ERR:
		return -EAGAIN;
	case MLX5_CMD_STAT_LIM_ERR:
		return -ENOMEM;
	default:
		return -EIO;
	}
}

int mlx5_cmd_exec(struct mlx5_core_dev *dev, void *in, int in_size, void *out, int out_size)
{
	int error = mlx5_cmd_do(dev, in, in_size, out, out_size);

	return error == -EREMOTEIO ? errno_of_status(status_of(out)) : error;
}
EXPORT_SYMBOL(mlx5_cmd_exec);

/* Everything is freed together, when the function has been taken away. */
static void released(struct device *dev)
{
}

static void drop(struct mlx5_link *link)
{
	platform_device_unregister(link->slot);
	kfree(link->mdev.caps.hca[MLX5_CAP_GENERAL]);
	kvfree(link);
}

/* The setup is the uctx_cap word of the HCA. */
static int mlx5_add(u32 device, const __le32 *setup, u32 words, char *name, size_t room)
{
	struct mlx5_link *link;
	int error = -ENOMEM;

	if (words < 1 || device >= MOST_DEVICES || links[device])
		return -EINVAL;
	link = kvzalloc(sizeof(*link), GFP_KERNEL);
	if (!link)
		return -ENOMEM;
	link->device = device;
	link->slot = platform_device_register_simple("slot", device, NULL, 0);
	link->mdev.caps.hca[MLX5_CAP_GENERAL] = kzalloc(sizeof(*link->mdev.caps.hca[0]), GFP_KERNEL);
	if (IS_ERR(link->slot) || !link->mdev.caps.hca[MLX5_CAP_GENERAL])
		goto free;
	MLX5_SET(cmd_hca_cap, link->mdev.caps.hca[MLX5_CAP_GENERAL]->cur, uctx_cap, le32_to_cpu(setup[0]));

	device_initialize(&link->pdev.dev);
	dev_set_name(&link->pdev.dev, "0000:%02x:00.0", device);
	link->pdev.dev.parent = &link->slot->dev;
	link->pdev.dev.release = released;
	error = device_add(&link->pdev.dev);
	if (error)
		goto put;
	link->mdev.pdev = &link->pdev;
	link->mdev.device = &link->pdev.dev;

	link->adev.mdev = &link->mdev;
	link->adev.adev.name = "fwctl";
	link->adev.adev.id = device;
	link->adev.adev.dev.parent = &link->pdev.dev;
	link->adev.adev.dev.release = released;
	error = auxiliary_device_init(&link->adev.adev);
	if (error)
		goto delete;
	error = __auxiliary_device_add(&link->adev.adev, "mlx5_core");
	if (error) {
		auxiliary_device_uninit(&link->adev.adev);
		goto delete;
	}
	links[device] = link;
	link_name_below(&link->pdev.dev, name, room);
	return 0;

delete:
	device_del(&link->pdev.dev);
put:
	put_device(&link->pdev.dev);
free:
	drop(link);
	return error;
}

static void mlx5_remove(u32 device)
{
	struct mlx5_link *link = links[device];

	links[device] = NULL;
	auxiliary_device_delete(&link->adev.adev);
	auxiliary_device_uninit(&link->adev.adev);
	device_del(&link->pdev.dev);
	put_device(&link->pdev.dev);
	drop(link);
}

const struct link_profile mlx5_profile = { .add = mlx5_add, .remove = mlx5_remove };
