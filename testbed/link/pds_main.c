// SPDX-License-Identifier: GPL-2.0
/* The mainline driver as it stands; it asks for pds_core, whose place pds_link.c takes. */
#include "no_bus.h"

#include "../pds/main.c"
