import { writeU32 } from '../../../kit/formats/little-endian.js';
import { type Answer, done } from './answer.js';
import type { Command } from './command.js';
import { type Controller, VENDOR_COMMANDS } from './controller.js';
import { memoryImage } from './memory-image.js';

const ANSWER_LENGTH = 64;

/** What a command of the vendor does; those that only a setup names do nothing. */
export function runVendorCommand(controller: Controller, { command, data }: Command): Answer {
  switch (command.opcode) {
    case VENDOR_COMMANDS['set the trace level']:
      controller.traceLevel = data[0] ?? 0;
      return done();
    case VENDOR_COMMANDS['read counters']:
      return done(controller.parts.readCounters(controller));
    case VENDOR_COMMANDS['dump the memory']:
      return done(memoryImage(controller));
    case VENDOR_COMMANDS['stop the controller']:
      controller.isStuck = true;
      return done();
    case VENDOR_COMMANDS['patch the firmware']:
      controller.patch = data;
      return done();
    default:
      return done(new Uint8Array(ANSWER_LENGTH));
  }
}

/** What the vendor counts: here only the level at which it traces. */
export function readCounters({ traceLevel }: Controller): Uint8Array {
  const counters = new Uint8Array(ANSWER_LENGTH);
  writeU32(counters, 0, traceLevel);
  return counters;
}
