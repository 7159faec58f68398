import type { CxlEffectName } from '../../../kit/formats/cxl/effects.js';
import { ACTIVATE_FW_IN, TRANSFER_FW_IN } from '../../../kit/formats/cxl/fw-update.js';
import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import { GET_SUPPORTED_FEATURES_IN } from '../../../kit/formats/cxl/get-supported-features.js';
import { GET_LOG_IN } from '../../../kit/formats/cxl/logs.js';
import { CXL_COMMAND_NAMES, CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import { backgroundOperationStatus, requestAbort } from './background-commands.js';
import type { Answer, Command } from './command.js';
import type { Firmware } from './firmware.js';
import { activateFw, getFwInfo } from './fw-slots.js';
import { transferFw } from './fw-transfer.js';
import { getFeature } from './get-feature.js';
import { getSupportedFeatures } from './get-supported-features.js';
import { identifyMemoryDevice } from './identify.js';
import { getLog, getSupportedLogs } from './logs.js';
import { setFeature } from './set-feature.js';

export type CommandEntry = {
  /** Whether every device has the command, or only one whose setup names it. */
  readonly presence: 'always' | 'by setup';
  /** The length of the payload in bytes: this one, or the least. */
  readonly payload: { readonly exactly: number } | { readonly least: number };
  /** What the command announces in the Command Effects Log; the setup says it for Set Feature. */
  readonly effects: readonly CxlEffectName[];
  readonly run: (firmware: Firmware, command: Command) => Answer;
};

const NAMED: Partial<Record<CxlCommandName, CommandEntry>> = {
  'Background Operation Status': { presence: 'always', payload: { exactly: 0 }, effects: [], run: backgroundOperationStatus },
  'Request Abort Background Operation': { presence: 'always', payload: { exactly: 0 }, effects: [], run: requestAbort },
  'Get FW Info': { presence: 'always', payload: { exactly: 0 }, effects: [], run: getFwInfo },
  'Transfer FW': { presence: 'always', payload: { least: TRANSFER_FW_IN.length }, effects: ['background operation'], run: transferFw },
  'Activate FW': {
    presence: 'always',
    payload: { exactly: ACTIVATE_FW_IN.length },
    effects: ['configuration change after cold reset'],
    run: activateFw,
  },
  'Get Supported Logs': { presence: 'always', payload: { exactly: 0 }, effects: [], run: getSupportedLogs },
  'Get Log': { presence: 'always', payload: { exactly: GET_LOG_IN.length }, effects: [], run: getLog },
  'Get Supported Features': {
    presence: 'by setup',
    payload: { exactly: GET_SUPPORTED_FEATURES_IN.length },
    effects: [],
    run: getSupportedFeatures,
  },
  'Get Feature': { presence: 'by setup', payload: { exactly: GET_FEATURE_IN.length }, effects: [], run: getFeature },
  'Set Feature': { presence: 'by setup', payload: { least: SET_FEATURE_IN.length }, effects: [], run: setFeature },
  'Identify Memory Device': { presence: 'always', payload: { exactly: 0 }, effects: [], run: identifyMemoryDevice },
};

/** All that the firmware can do, by opcode. */
export const COMMANDS: ReadonlyMap<number, CommandEntry> = new Map(
  CXL_COMMAND_NAMES.flatMap((name): [number, CommandEntry][] => {
    const entry = NAMED[name];
    return entry === undefined ? [] : [[CXL_OPCODES[name], entry]];
  }),
);
