// SPDX-License-Identifier: GPL-2.0
/* The mainline driver as it stands; it asks for mlx5_core, whose place mlx5_link.c takes. */
#include "../mlx5/main.c"
