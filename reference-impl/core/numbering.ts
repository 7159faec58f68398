import type { Core } from './core.js';

/** FWCTL_MAX_DEVICES. Source: drivers/fwctl/main.c. */
export const MAX_DEVICES = 4096;

/** The lowest free number, or null when there is none. */
export function allocateNumber(core: Core): number | null {
  for (let number = 0; number < MAX_DEVICES; number += 1) {
    if (!core.numbers.has(number)) {
      core.numbers.add(number);
      return number;
    }
  }
  return null;
}

export function freeNumber(core: Core, number: number): void {
  core.numbers.delete(number);
}
