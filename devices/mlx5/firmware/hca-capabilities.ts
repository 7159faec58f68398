import { HCA_CAP, HCA_CAP_PAGES, HCA_CAP_READINGS, OTHER_HCA_CAP } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { readU16 } from '../../../kit/formats/mlx5/words.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';
import { concernsOtherFunction, findFunction, findOther, type HcaFunction } from './functions.js';
import { SYNDROMES } from './syndromes.js';
import { KERNEL_UID } from './user-contexts.js';

function pageResults(page: Uint8Array, offset: number): Uint8Array {
  const results = new Uint8Array(offset - MLX5_RESPONSE.results + page.length);
  results.set(page, offset - MLX5_RESPONSE.results);
  return results;
}

/** Pages other than the general one are known and empty. */
function readPage(hcaFunction: HcaFunction, opMod: number): Uint8Array {
  if (opMod >>> 1 !== HCA_CAP_PAGES.GENERAL) return new Uint8Array(HCA_CAP.pageLength);
  return (opMod & 1) === HCA_CAP_READINGS.CURRENT ? hcaFunction.current : hcaFunction.maximum;
}

export function queryHcaCap(firmware: Firmware, command: Command): Answer {
  if (concernsOtherFunction(command) && firmware.parts.lacksTools(firmware, command.uid)) return failed('BAD_PARAM', SYNDROMES.TOOLS_ONLY);
  const hcaFunction = findFunction(firmware, command);
  if (hcaFunction === undefined) return failed('BAD_PARAM', SYNDROMES.UNKNOWN_FUNCTION);
  return done(pageResults(readPage(hcaFunction, command.opMod), HCA_CAP.page));
}

export function queryOtherHcaCap(firmware: Firmware, command: Command): Answer {
  const hcaFunction = findOther(firmware, readU16(command.request, OTHER_HCA_CAP.functionId));
  if (hcaFunction === undefined) return failed('BAD_PARAM', SYNDROMES.UNKNOWN_FUNCTION);
  return done(pageResults(hcaFunction.current.slice(0, OTHER_HCA_CAP.pageLength), OTHER_HCA_CAP.page));
}

/** User space may prepare other functions, never change the one it stands on. */
export function maySetCapabilities(_firmware: Firmware, command: Command): boolean {
  return command.uid === KERNEL_UID || concernsOtherFunction(command);
}

/** The new capabilities wait for the reset of the function. None can be set that the function's maximum lacks. */
export function setHcaCap(firmware: Firmware, command: Command): Answer {
  if (!firmware.parts.maySetCapabilities(firmware, command)) return failed('BAD_PARAM', SYNDROMES.OWN_FUNCTION);
  const hcaFunction = findFunction(firmware, command);
  if (hcaFunction === undefined) return failed('BAD_PARAM', SYNDROMES.UNKNOWN_FUNCTION);
  const wanted = command.request.slice(HCA_CAP.page, HCA_CAP.page + HCA_CAP.pageLength);
  const maximum = readPage(hcaFunction, command.opMod & ~1);
  if (wanted.some((byte, index) => (byte & ~(maximum[index] ?? 0)) !== 0)) return failed('BAD_PARAM', SYNDROMES.BEYOND_MAXIMUM);
  if (command.opMod >>> 1 === HCA_CAP_PAGES.GENERAL) firmware.parts.applyCapabilities(hcaFunction, wanted);
  return done();
}

export function applyCapabilities(hcaFunction: HcaFunction, wanted: Uint8Array): void {
  hcaFunction.atReset = wanted;
}
