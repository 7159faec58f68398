import type { Core } from './core.js';

/** FWCTL_MAX_DEVICES. Source: drivers/fwctl/main.c. */
export const MAX_DEVICES = 4096;

/** The lowest free number, or null when there is none. */
export function allocateNumber(core: Core): number | null {
  const number = core.numbers.indexOf(FREE);
  if (number === -1) return null;
  core.numbers[number] = TAKEN;
  return number;
}

export function freeNumber(core: Core, number: number): void {
  core.numbers[number] = FREE;
}

export const FREE = 0;
export const TAKEN = 1;
