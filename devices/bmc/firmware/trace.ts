import type { Answer } from './answer.js';
import { done } from './answer.js';
import type { Firmware } from './firmware.js';

const LONGEST = 16;

/** At level 1 the trace has what changes something, at level 0 nothing. */
export function traceCommand({ trace, traceLevel }: Firmware, number: number): void {
  if (traceLevel === 0) return;
  trace.push(number);
  if (trace.length > LONGEST) trace.shift();
}

export function readTrace({ trace }: Firmware): Answer {
  return done(...trace.flatMap((number) => [number >>> 8, number & 0xff]));
}

export function setTraceLevel(firmware: Firmware, [level = 0]: Uint8Array): Answer {
  firmware.traceLevel = level;
  return done();
}
