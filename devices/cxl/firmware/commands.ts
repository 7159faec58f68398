import { ACTIVATE_FW_IN, TRANSFER_FW_IN } from '../../../kit/formats/cxl/firmware-update.js';
import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import { GET_SUPPORTED_FEATURES_IN } from '../../../kit/formats/cxl/get-supported-features.js';
import { GET_LOG_IN } from '../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import type { Answer } from './answer.js';
import { backgroundOperationStatus, requestAbortBackgroundOperation } from './background.js';
import { getFeature, getSupportedFeatures } from './features.js';
import type { Firmware } from './firmware.js';
import { activateFirmware, getFirmwareInfo, transferFirmware } from './firmware-slots.js';
import { getLog, getSupportedLogs } from './logs.js';
import { runSetFeature } from './set-feature.js';

type CommandEntry = {
  /** How long the payload must be, in bytes, and whether it may be longer. */
  readonly input: number;
  readonly mayBeLonger?: boolean;
  readonly run: (firmware: Firmware, payload: Uint8Array) => Answer;
};

/** The commands that the model carries out. */
const COMMANDS = {
  'Background Operation Status': { input: 0, run: backgroundOperationStatus },
  'Request Abort Background Operation': { input: 0, run: requestAbortBackgroundOperation },
  'Get FW Info': { input: 0, run: getFirmwareInfo },
  'Transfer FW': { input: TRANSFER_FW_IN.headerLength, mayBeLonger: true, run: transferFirmware },
  'Activate FW': { input: ACTIVATE_FW_IN.length, run: activateFirmware },
  'Get Supported Logs': { input: 0, run: getSupportedLogs },
  'Get Log': { input: GET_LOG_IN.length, run: getLog },
  'Get Supported Features': { input: GET_SUPPORTED_FEATURES_IN.length, run: getSupportedFeatures },
  'Get Feature': { input: GET_FEATURE_IN.length, run: getFeature },
  'Set Feature': { input: SET_FEATURE_IN.length, mayBeLonger: true, run: runSetFeature },
} as const satisfies Partial<Record<CxlCommandName, CommandEntry>>;

const BY_OPCODE: ReadonlyMap<number, CommandEntry> = new Map(
  Object.entries(CXL_OPCODES).flatMap(([name, opcode]) => {
    const entry = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
    return entry === undefined ? [] : [[opcode, entry]];
  }),
);

/** What the firmware does at a command, and what it asks of it first; null where it does nothing. */
export function commandEntry(opcode: number): CommandEntry | null {
  return BY_OPCODE.get(opcode) ?? null;
}

export function isRightLength({ input, mayBeLonger = false }: CommandEntry, length: number): boolean {
  return mayBeLonger ? length >= input : length === input;
}
