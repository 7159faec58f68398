// SPDX-License-Identifier: GPL-2.0
/*
 * The mainline driver as it stands; it asks for bnxt_en, whose place bnxt_link.c takes. Since Linux 7.3 it gives the device
 * memory; the host, which stands for the device, gets the addresses and does nothing there.
 */
#include "no_bus.h"

#include "../bnxt/main.c"
