import type { Core } from './core.js';

/** What the core asks memory for. What drivers ask for is theirs. */
export type Allocated = 'a device' | 'a user context' | 'a request';

/** A piece of the kernel's memory; one is told from the other by identity. */
export type Allocation = { readonly what: Allocated };

/** kzalloc and kvzalloc: null when there is no memory. Under memory pressure calls get none. */
export function allocate(core: Core, what: Allocated): Allocation | null {
  return core.kernel.memoryPressure && what !== 'a device' ? null : { what };
}

/** kfree and kvfree, at the place where the kernel does it. Here nothing is left to do: the engine collects what nobody refers to. */
export function free(_core: Core, _allocation: Allocation): void {}
