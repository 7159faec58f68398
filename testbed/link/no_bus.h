/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The guest has no bus that memory would have to be mapped for, so an address of the device is one of the kernel here. For a
 * driver that is compiled behind this.
 */
#include <linux/dma-mapping.h>
#include <linux/slab.h>

static inline void *kernel_memory(size_t size, dma_addr_t *address)
{
	void *memory = kzalloc(size, GFP_KERNEL);

	*address = (dma_addr_t)(uintptr_t)memory;
	return memory;
}

#undef dma_alloc_coherent
#undef dma_free_coherent
#undef dma_map_single
#undef dma_mapping_error
#undef dma_unmap_single
#define dma_alloc_coherent(device, size, address, flags) kernel_memory(size, address)
#define dma_free_coherent(device, size, memory, address) kfree(memory)
#define dma_map_single(device, memory, size, direction) ((dma_addr_t)(uintptr_t)(memory))
#define dma_mapping_error(device, address) ((address) ? 0 : -ENOMEM)
#define dma_unmap_single(device, address, size, direction) do { } while (0)
