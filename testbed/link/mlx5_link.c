// SPDX-License-Identifier: GPL-2.0
/*
 * Stands where mlx5_core stands for the mainline driver mlx5_fwctl: a function with an auxiliary device for it, and the
 * two ways of sending a command, whose answers come from the host.
 */
#include "function.h"
#include "link.h"

#include <linux/mlx5/device.h>
#include <linux/mlx5/driver.h>
#include <linux/mlx5/mlx5_ifc.h>
#include <linux/mm.h>
#include <linux/slab.h>

#define MOST_DEVICES 64

struct mlx5_link {
	struct mlx5_core_dev mdev;
	struct mlx5_adev adev;
	struct link_function function;
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

static void drop(struct mlx5_link *link)
{
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
	link->mdev.caps.hca[MLX5_CAP_GENERAL] = kzalloc(sizeof(*link->mdev.caps.hca[0]), GFP_KERNEL);
	if (!link->mdev.caps.hca[MLX5_CAP_GENERAL])
		goto drop;
	MLX5_SET(cmd_hca_cap, link->mdev.caps.hca[MLX5_CAP_GENERAL]->cur, uctx_cap, le32_to_cpu(setup[0]));
	link->mdev.pdev = &link->function.pdev;
	link->mdev.device = &link->function.pdev.dev;
	link->adev.mdev = &link->mdev;
	error = link_function_add(&link->function, &link->adev.adev, "mlx5_core", 0, device);
	if (error)
		goto drop;
	links[device] = link;
	link_name_below(&link->function.pdev.dev, name, room);
	return 0;

drop:
	drop(link);
	return error;
}

static void mlx5_remove(u32 device)
{
	struct mlx5_link *link = links[device];

	links[device] = NULL;
	link_function_remove(&link->function);
	drop(link);
}

const struct link_profile mlx5_profile = { .add = mlx5_add, .remove = mlx5_remove };
