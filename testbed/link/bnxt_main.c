// SPDX-License-Identifier: GPL-2.0
/* The mainline driver as it stands; it asks for bnxt_en, whose place bnxt_link.c takes. */
#include "../bnxt/main.c"
