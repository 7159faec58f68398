import { readU16, writeU16, writeU32 } from '../../../kit/formats/little-endian.js';
import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done } from './answer.js';
import type { Firmware } from './firmware.js';

/** A change that was made, and to which drive or volume. */
export type Event = { readonly sequence: number; readonly opcode: number; readonly target: number };

const ENTRY = { length: 8, sequence: 0, opcode: 4, target: 6 } as const;
const MOST_EVENTS = 8;

/** The oldest event makes room for a new one; who wants to be told of events will be. */
export function logEvent(firmware: Firmware, { opcode, target }: RaidRequest): void {
  if ((firmware.eventGroups & (1 << (opcode >>> 8))) === 0) return;
  firmware.events.push({ sequence: firmware.nextEvent, opcode, target });
  firmware.nextEvent += 1;
  for (const subscription of firmware.subscriptions.values()) subscription.untold += 1;
  if (firmware.events.length > MOST_EVENTS) firmware.events.shift();
}

export function readEvents({ events }: Firmware): Answer {
  const results = new Uint8Array(events.length * ENTRY.length);
  for (const [index, { sequence, opcode, target }] of events.entries()) {
    writeU32(results, index * ENTRY.length + ENTRY.sequence, sequence);
    writeU16(results, index * ENTRY.length + ENTRY.opcode, opcode);
    writeU16(results, index * ENTRY.length + ENTRY.target, target);
  }
  return done(results);
}

export function setEventGroups(firmware: Firmware, { payload }: RaidRequest): Answer {
  firmware.eventGroups = readU16(payload, 0);
  return done();
}
