// SPDX-License-Identifier: GPL-2.0
#include "function.h"

/* Everything is freed together, by whoever it belongs to. */
static void released(struct device *dev)
{
}

static int add_auxiliary(struct link_function *function, struct auxiliary_device *auxiliary, const char *module, u32 device)
{
	int error;

	auxiliary->name = "fwctl";
	auxiliary->id = device;
	auxiliary->dev.parent = &function->pdev.dev;
	auxiliary->dev.release = released;
	error = auxiliary_device_init(auxiliary);
	if (error)
		return error;
	error = __auxiliary_device_add(auxiliary, module);
	if (error)
		auxiliary_device_uninit(auxiliary);
	function->auxiliary = auxiliary;
	return error;
}

int link_function_add(struct link_function *function, struct auxiliary_device *auxiliary, const char *module, u32 bus, u32 device)
{
	struct device *dev = &function->pdev.dev;
	int error;

	function->slot = platform_device_register_simple(module, device, NULL, 0);
	if (IS_ERR(function->slot))
		return PTR_ERR(function->slot);
	device_initialize(dev);
	dev_set_name(dev, "0000:%02x:00.0", bus + device);
	dev->parent = &function->slot->dev;
	dev->release = released;
	error = device_add(dev);
	if (error)
		goto put;
	error = add_auxiliary(function, auxiliary, module, device);
	if (!error)
		return 0;

	device_del(dev);
put:
	put_device(dev);
	platform_device_unregister(function->slot);
	return error;
}

void link_function_remove(struct link_function *function)
{
	auxiliary_device_delete(function->auxiliary);
	auxiliary_device_uninit(function->auxiliary);
	device_del(&function->pdev.dev);
	put_device(&function->pdev.dev);
	platform_device_unregister(function->slot);
}
