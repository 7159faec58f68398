import { type BackgroundStatus, decodeBackgroundStatus } from '../../../kit/formats/cxl/background-operation.js';
import { decodeCciMessage, encodeCciRequest } from '../../../kit/formats/cxl/cci-message.js';
import { type CxlEffectName, effectsWord } from '../../../kit/formats/cxl/effects.js';
import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { encodeFwRevision } from '../../../kit/formats/cxl/fw-revision.js';
import {
  decodeFwInfo,
  encodeActivateFw,
  encodeTransferFw,
  FW_ACTIVATIONS,
  FW_TRANSFERS,
  type FwInfo,
  type FwTransferAction,
} from '../../../kit/formats/cxl/fw-update.js';
import { encodeGetFeature, FEATURE_SELECTIONS, type FeatureSelection } from '../../../kit/formats/cxl/get-feature.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { type CxlReturnCodeName, returnCodeName } from '../../../kit/formats/cxl/return-codes.js';
import {
  encodeSetFeature,
  SET_FEATURE_FLAGS,
  SET_FEATURE_TRANSFERS,
  type SetFeatureTransfer,
} from '../../../kit/formats/cxl/set-feature.js';
import { execute } from './execute.js';
import type { FeatureSetup } from './features.js';
import { createFirmware, type Firmware, type MemoryDeviceSetup, resetFirmware } from './firmware.js';
import type { CxlFirmwareParts } from './parts.js';
import type { CxlReset } from './resets.js';

export type Reply = { readonly code: CxlReturnCodeName | undefined; readonly payload: Uint8Array };

export const FIRST = '11111111-2222-3333-4444-555555555501';
export const SECOND = '11111111-2222-3333-4444-555555555502';
export const OLD = Uint8Array.of(1, 2, 3, 4);
export const NEW = Uint8Array.of(0xf1, 0xf2, 0xf3, 0xf4);

const ALL_FLAGS = FEATURE_FLAGS.changeable | FEATURE_FLAGS.defaultSelectable | FEATURE_FLAGS.savedSelectable;

/** A feature of four bytes that changes at once, unless told otherwise. */
export function featureSetup(
  changes: Partial<FeatureSetup> = {},
  effects: readonly CxlEffectName[] = ['immediate configuration change'],
): FeatureSetup {
  const entry = { uuid: FIRST, getSize: 4, setSize: 4, flags: ALL_FLAGS, getVersion: 1, setVersion: 2, effects: effectsWord(effects) };
  return { ...entry, value: OLD, ...changes };
}

/** A firmware package of so many bytes. */
export function fwPackage(revision: string, length: number): Uint8Array {
  const data = new Uint8Array(length);
  data.set(encodeFwRevision(revision));
  return data;
}

type Setting = { readonly uuid?: string; readonly offset?: number; readonly version?: number; readonly flags?: number };

/** A firmware on the bench of the unit tests, with nothing in front of it. */
export class FirmwareBench {
  readonly firmware: Firmware;

  constructor(setup: Partial<MemoryDeviceSetup> = {}, changed: Partial<CxlFirmwareParts> = {}) {
    const usual = { commands: [0x0500, 0x0501, 0x0502], setFeatureEffects: 0, features: [featureSetup()], payloadSize: 512 };
    this.firmware = createFirmware({ ...usual, ...setup }, changed);
  }

  send(command: CxlCommandName | number, payload: Uint8Array = new Uint8Array(0)): Reply {
    const opcode = typeof command === 'number' ? command : CXL_OPCODES[command];
    const response = decodeCciMessage(execute(this.firmware, encodeCciRequest({ opcode, payload })));
    return { code: returnCodeName(response.returnCode), payload: response.payload };
  }

  /** The value of the feature, as far as the mailbox carries it. */
  read(selection: FeatureSelection = 'current', uuid = FIRST): Reply {
    const payload = encodeGetFeature({ uuid, offset: 0, count: this.firmware.payloadSize, selection: FEATURE_SELECTIONS[selection] });
    return this.send('Get Feature', payload);
  }

  /** A Set Feature command, and what the device says of it; not to be saved unless the flags say so. */
  set(transfer: SetFeatureTransfer, data: Uint8Array, { uuid = FIRST, offset = 0, version = 2, flags = 0 }: Setting = {}): Reply['code'] {
    const fields = { uuid, flags: SET_FEATURE_TRANSFERS[transfer] | flags, offset, version, data };
    return this.send('Set Feature', encodeSetFeature(fields)).code;
  }

  /** Sets the value for good. */
  save(data: Uint8Array): Reply['code'] {
    return this.set('full', data, { flags: SET_FEATURE_FLAGS.savedAcrossReset });
  }

  /** What Background Operation Status says; each question lets the operation go on. */
  backgroundStatus(): BackgroundStatus {
    return decodeBackgroundStatus(this.send('Background Operation Status').payload);
  }

  /** A Transfer FW command, and what the device says of it. */
  transferFw(action: FwTransferAction, data: Uint8Array, { slot = 2, offset = 0 } = {}): Reply['code'] {
    return this.send('Transfer FW', encodeTransferFw({ action: FW_TRANSFERS[action], slot, offset, data })).code;
  }

  activateFw(action: keyof typeof FW_ACTIVATIONS, slot: number): Reply['code'] {
    return this.send('Activate FW', encodeActivateFw({ action: FW_ACTIVATIONS[action], slot })).code;
  }

  fwInfo(): FwInfo {
    return decodeFwInfo(this.send('Get FW Info').payload);
  }

  reset(reset: CxlReset): void {
    resetFirmware(this.firmware, reset);
  }
}
