import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Parameter selector of the address. Source: the IPMI specification, LAN configuration parameters. */
const ADDRESS = 3;

export function getLanParameters({ address }: Firmware, [, parameter = 0]: Uint8Array): Answer {
  return parameter === ADDRESS ? done(1, ...address) : failed('Not Present');
}

export function setLanParameters(firmware: Firmware, [, parameter = 0, ...address]: Uint8Array): Answer {
  if (parameter !== ADDRESS) return failed('Not Present');
  firmware.parts.keepAddress(firmware, address);
  return done();
}

/** Whoever is logged in over the network keeps the connection until the manager is reset. */
export function keepAddress(firmware: Firmware, address: readonly number[]): void {
  firmware.stagedAddress = address;
}
