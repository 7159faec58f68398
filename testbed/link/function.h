/* SPDX-License-Identifier: GPL-2.0 */
#ifndef FWCTL_KIT_FUNCTION_H
#define FWCTL_KIT_FUNCTION_H

#include <linux/auxiliary_bus.h>
#include <linux/pci.h>
#include <linux/platform_device.h>

/* A PCI function without a bus, in a slot of its own. Its memory is the owner's, who frees it when it has been removed. */
struct link_function {
	struct pci_dev pdev;
	struct platform_device *slot;
	struct auxiliary_device *auxiliary;
};

/*
 * Adds the function, and below it the auxiliary device "fwctl" of that module, to which the driver is bound. Nothing of
 * it is left when it fails.
 */
int link_function_add(struct link_function *function, struct auxiliary_device *auxiliary, const char *module, u32 bus, u32 device);
void link_function_remove(struct link_function *function);

#endif
