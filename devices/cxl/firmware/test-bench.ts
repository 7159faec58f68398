import { decodeCciMessage, encodeCciRequest } from '../../../kit/formats/cxl/cci-message.js';
import { type CxlEffectName, effectsWord } from '../../../kit/formats/cxl/effects.js';
import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
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
import { createFirmware, type Firmware, resetFirmware } from './firmware.js';
import type { Reset } from './resets.js';

export const FEATURE = '11111111-2222-3333-4444-555555555555';
export const OTHER_FEATURE = 'aaaaaaaa-2222-3333-4444-555555555555';

export type Reply = { readonly code: CxlReturnCodeName | undefined; readonly payload: Uint8Array };

export type Part = {
  readonly uuid?: string;
  readonly transfer?: SetFeatureTransfer;
  readonly offset?: number;
  readonly version?: number;
  readonly isSaved?: boolean;
  readonly flags?: number;
};

export function featureOf(effects: readonly CxlEffectName[], changes: Partial<FeatureSetup> = {}): FeatureSetup {
  return {
    uuid: FEATURE,
    getSize: 4,
    setSize: 4,
    flags: FEATURE_FLAGS.changeable | FEATURE_FLAGS.defaultSelectable | FEATURE_FLAGS.savedSelectable,
    getVersion: 1,
    setVersion: 1,
    effects: effectsWord(effects),
    value: Uint8Array.of(1, 2, 3, 4),
    ...changes,
  };
}

/** A firmware on the bench of the unit tests, with nothing in front of it. */
export class FirmwareBench {
  readonly firmware: Firmware;

  constructor(features: readonly FeatureSetup[] = [featureOf(['immediate configuration change'])], payloadSize = 256) {
    const commands = (['Get Supported Features', 'Get Feature', 'Set Feature'] as const).map((name) => CXL_OPCODES[name]);
    this.firmware = createFirmware({ commands, setFeatureEffects: 0x3, features, payloadSize });
  }

  send(command: CxlCommandName, payload: Uint8Array = new Uint8Array(0)): Reply {
    const { returnCode, payload: answer } = decodeCciMessage(
      execute(this.firmware, encodeCciRequest({ opcode: CXL_OPCODES[command], payload })),
    );
    return { code: returnCodeName(returnCode), payload: answer };
  }

  get(selection: FeatureSelection | number = 'current', { uuid = FEATURE, offset = 0, count = 4 } = {}): Reply {
    const number = typeof selection === 'number' ? selection : FEATURE_SELECTIONS[selection];
    return this.send('Get Feature', encodeGetFeature({ uuid, offset, count, selection: number }));
  }

  reset(reset: Reset): void {
    resetFirmware(this.firmware, reset);
  }

  /** The value as a list of bytes. */
  value(selection: FeatureSelection = 'current'): readonly number[] {
    return [...this.get(selection).payload];
  }

  set(data: readonly number[], { uuid = FEATURE, transfer = 'full', offset = 0, version = 1, isSaved = true, flags }: Part = {}) {
    const word = flags ?? SET_FEATURE_TRANSFERS[transfer] | (isSaved ? SET_FEATURE_FLAGS.savedAcrossReset : 0);
    return this.send('Set Feature', encodeSetFeature({ uuid, flags: word, offset, version, data: Uint8Array.from(data) })).code;
  }
}
