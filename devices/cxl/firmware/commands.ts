import type { CxlEffectName } from '../../../kit/formats/cxl/effects.js';
import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import { GET_SUPPORTED_FEATURES_IN } from '../../../kit/formats/cxl/get-supported-features.js';
import { GET_LOG_IN } from '../../../kit/formats/cxl/logs.js';
import { CXL_COMMAND_NAMES, CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import type { Answer, Command } from './command.js';
import type { Firmware } from './firmware.js';
import { getFeature } from './get-feature.js';
import { getSupportedFeatures } from './get-supported-features.js';
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
};

/** All that the firmware can do, by opcode. */
export const COMMANDS: ReadonlyMap<number, CommandEntry> = new Map(
  CXL_COMMAND_NAMES.flatMap((name): [number, CommandEntry][] => {
    const entry = NAMED[name];
    return entry === undefined ? [] : [[CXL_OPCODES[name], entry]];
  }),
);
