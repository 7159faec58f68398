import { FUNCTIONS, mayChangeDevice, reaches } from './functions.js';
import { describeBandwidth, type Release } from './releases.js';

/** How far whoever sends a command is trusted, as the driver has labelled it. */
export const TRUST = { CONFIGURES: 0, LOOKS: 1, WRITES: 2, DOES_ANYTHING: 3 } as const;

/** The second byte of a request is the function that it is about, the third a value. */
export const PARTITION_COMMANDS = {
  GET_BANDWIDTH: 0x01,
  SET_BANDWIDTH: 0x02,
  READ_COUNTER: 0x03,
  GET_MODE: 0x04,
  SET_MODE: 0x05,
  CLEAR_COUNTER: 0x06,
} as const;

/** The first byte of an answer. */
export const PARTITION_STATUSES = { OK: 0, REFUSED: 1, UNKNOWN_COMMAND: 2, NO_SUCH_FUNCTION: 3 } as const;

/** What the firmware decides about functions, by name. A broken subject is this table with one entry replaced. */
export const PARTITION_PARTS = { describeBandwidth, mayChangeDevice, mayClear, reaches };
export type PartitionParts = typeof PARTITION_PARTS;

/** Who clears a counter takes something from whoever debugs, so that it takes more than to look. */
function mayClear(trust: number): boolean {
  return trust >= TRUST.WRITES;
}

type PartitionFirmware = {
  readonly execute: (command: number, operands: readonly number[], trust: number) => readonly number[];
  /** Another release is put on the device; what its functions were set to is kept. */
  readonly runFirmware: (release: Release) => void;
};

/** The firmware of a device whose functions share it, as it is seen through one of them. */
export function createPartitionFirmware(own: number, parts: PartitionParts): PartitionFirmware {
  const bandwidths = new Map(FUNCTIONS.map((id) => [id, 50]));
  const counters = new Map(FUNCTIONS.map((id) => [id, id]));
  let mode = 0;
  let release: Release = 'usual';
  const execute: PartitionFirmware['execute'] = (command, [target = own, value = 0], trust) => {
    const { OK, REFUSED, UNKNOWN_COMMAND, NO_SUCH_FUNCTION } = PARTITION_STATUSES;
    if (!FUNCTIONS.includes(target)) return [NO_SUCH_FUNCTION];
    const isReached = parts.reaches(own, target);
    switch (command) {
      case PARTITION_COMMANDS.GET_BANDWIDTH:
        return isReached ? [OK, ...parts.describeBandwidth(bandwidths.get(target) ?? 0, release)] : [REFUSED];
      case PARTITION_COMMANDS.SET_BANDWIDTH:
        if (isReached) bandwidths.set(target, value);
        return [isReached ? OK : REFUSED];
      case PARTITION_COMMANDS.READ_COUNTER:
        return isReached ? [OK, counters.get(target) ?? 0] : [REFUSED];
      case PARTITION_COMMANDS.CLEAR_COUNTER:
        if (!isReached || !parts.mayClear(trust)) return [REFUSED];
        counters.set(target, 0);
        return [OK];
      case PARTITION_COMMANDS.GET_MODE:
        return [OK, mode];
      case PARTITION_COMMANDS.SET_MODE:
        if (!parts.mayChangeDevice(own)) return [REFUSED];
        mode = value;
        return [OK];
      default:
        return [UNKNOWN_COMMAND];
    }
  };
  return {
    execute,
    runFirmware: (next) => {
      release = next;
    },
  };
}
