import { decodeFeatureEntry, FEATURE_ENTRY, type FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';
import {
  decodeSupportedFeatures,
  encodeGetSupportedFeatures,
  GET_SUPPORTED_FEATURES_OUT,
} from '../../../kit/formats/cxl/get-supported-features.js';
import { COMMAND_EFFECTS_LOG, decodeCommandEffectsLog, decodeSupportedLogs, encodeGetLog } from '../../../kit/formats/cxl/logs.js';
import type { CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import type { CxlLink } from '../link.js';
import type { CxlDriver } from './driver.js';
import { isSuccess, sendCommand } from './mailbox.js';
import { CXL_DRIVER_PARTS, type CxlDriverParts } from './parts.js';

/** What the driver learns when it is bound. Source: drivers/cxl/core/features.c, devm_cxl_setup_features. */
export async function bindDriver(link: CxlLink, changed: Partial<CxlDriverParts> = {}): Promise<CxlDriver> {
  const parts = { ...CXL_DRIVER_PARTS, ...changed };
  const commands = await readCommands(link);
  const support = parts.featureSupport(commands);
  const features = support === 'none' ? [] : await readFeatureList(link);
  return { parts, link, commands, support, features, claimed: new Set(), lastTransfer: { over: Promise.resolve() } };
}

/** The Command Effects Log, in pieces that the mailbox carries; empty when a piece is missing. */
async function readCommands(link: CxlLink): Promise<ReadonlyMap<number, number>> {
  const logs = await payloadOf(link, 'Get Supported Logs', new Uint8Array(0));
  const size = decodeSupportedLogs(logs ?? new Uint8Array(0)).find(({ uuid }) => uuid === COMMAND_EFFECTS_LOG)?.size ?? 0;
  const log = new Uint8Array(size);
  for (let offset = 0; offset < size; offset += link.payloadSize) {
    const count = Math.min(size - offset, link.payloadSize);
    const piece = await payloadOf(link, 'Get Log', encodeGetLog({ uuid: COMMAND_EFFECTS_LOG, offset, count }));
    if (piece === null || piece.length > count) return new Map();
    log.set(piece, offset);
  }
  return new Map(decodeCommandEffectsLog(log).map(({ opcode, effects }) => [opcode, effects]));
}

/** The whole list, in pieces that the mailbox carries. A list that is malformed is none. Source: drivers/cxl/core/features.c, get_supported_features. */
async function readFeatureList(link: CxlLink): Promise<readonly FeatureEntry[]> {
  const header = await payloadOf(
    link,
    'Get Supported Features',
    encodeGetSupportedFeatures({ count: GET_SUPPORTED_FEATURES_OUT.length, startIndex: 0 }),
  );
  const total = decodeSupportedFeatures(header ?? new Uint8Array(0)).supportedFeatures;
  const entries: FeatureEntry[] = [];
  while (entries.length < total) {
    const count = Math.min(link.payloadSize, GET_SUPPORTED_FEATURES_OUT.length + (total - entries.length) * FEATURE_ENTRY.length);
    const piece = await payloadOf(link, 'Get Supported Features', encodeGetSupportedFeatures({ count, startIndex: entries.length }));
    const read = piece === null ? null : entriesOf(piece);
    if (read === null) return [];
    entries.push(...read);
  }
  return entries;
}

/** The entries of a piece, or null when it has none, part of one, or another number of them than it says. */
function entriesOf(piece: Uint8Array): readonly FeatureEntry[] | null {
  const { numEntries } = decodeSupportedFeatures(piece);
  const length = piece.length - GET_SUPPORTED_FEATURES_OUT.length;
  if (numEntries === 0 || length !== numEntries * FEATURE_ENTRY.length) return null;
  return Array.from({ length: numEntries }, (_, index) =>
    decodeFeatureEntry(piece, GET_SUPPORTED_FEATURES_OUT.entries + index * FEATURE_ENTRY.length),
  );
}

async function payloadOf(link: CxlLink, command: CxlCommandName, payload: Uint8Array): Promise<Uint8Array | null> {
  const reply = await sendCommand(link, command, payload);
  return reply.ok && isSuccess(reply.value) ? reply.value.payload : null;
}
