import type { FwctlWorld } from './world.js';

/**
 * What some steps leave for later steps of the same scenario. The world holds it, and it goes with the world: the table
 * of a WeakMap outlives them all, and V8 keeps what is in it until the whole heap is collected.
 */
export class ScenarioMemory<Value> {
  get(world: FwctlWorld): Value | undefined {
    return world.memories.get(this) as Value | undefined;
  }

  set(world: FwctlWorld, value: Value): void {
    world.memories.set(this, value);
  }
}
