import { readU32, writeU32 } from '../little-endian.js';

/**
 * Bits of an entry of the Commands Supported and Effects log page; of the Feature Identifiers one bit 1 stands for user
 * data, too. Source: NVM Express Base Specification 2.0, Commands Supported and Effects Data Structure.
 */
export const NVME_EFFECTS = {
  CSUPP: 1 << 0,
  LBCC: 1 << 1,
  NCC: 1 << 2,
  NIC: 1 << 3,
  CCC: 1 << 4,
} as const;

/** Command Submission and Execution: 0 when other commands may be under way. */
export const CSE_MASK = 7 << 16;
/** Command Scope: 0 when it is not told, otherwise what the command may have an effect on. */
export const CSP_MASK = 0xfff << 20;
export const CSP = { namespace: 1 << 20, controller: 1 << 21, 'NVM subsystem': 1 << 25 } as const;
/** Bits that mean nothing yet: of a command, and of a feature, which has no CSE. */
export const RESERVED_MASK = 0x1ff << 5;
export const FEATURE_RESERVED_MASK = 0x3fff << 5;
/** What an effect beyond these has is shared with others. */
export const OWN_SCOPE = CSP.namespace | CSP.controller;

const ENTRIES = 256;
const ENTRY = 4;
/** Admin commands first, I/O commands behind them, and as much again that is reserved. */
export const COMMANDS_LOG_LENGTH = 4096;
export const FEATURES_LOG_LENGTH = ENTRIES * ENTRY;

/** Effects by opcode, or by feature identifier. What is not there is not supported. */
export type EffectsLog = ReadonlyMap<number, number>;

/** The first 256 entries of such a log page. */
export function encodeEffects(effects: EffectsLog, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const [number, word] of effects) writeU32(bytes, number * ENTRY, word);
  return bytes;
}

export function decodeEffects(bytes: Uint8Array): EffectsLog {
  const words = Array.from({ length: ENTRIES }, (_, number) => [number, readU32(bytes, number * ENTRY)] as const);
  return new Map(words.filter(([, word]) => (word & NVME_EFFECTS.CSUPP) !== 0));
}
