import type { NvmeCommand } from './command.js';

/** What the dwords of single commands hold. Source: NVM Express Base Specification 2.0, the sections of the commands. */

/** Get Log Page: bits of dword 10. */
const RETAIN_EVENT = 1 << 15;

export type LogPageRequest = {
  readonly page: number;
  /** In dwords of four bytes. */
  readonly dwords: number;
  /** Log Specific Field. */
  readonly specific?: number;
  /** Retain Asynchronous Event: what the log page belongs to stays to be seen by who waits for it. */
  readonly retain?: boolean;
};

export function getLogPage({ page, dwords, specific = 0, retain = true }: LogPageRequest): Pick<NvmeCommand, 'cdw10' | 'cdw11'> {
  const count = dwords - 1;
  return {
    cdw10: page | (specific << 8) | (retain ? RETAIN_EVENT : 0) | ((count & 0xffff) << 16),
    cdw11: count >>> 16,
  };
}

export function decodeGetLogPage({ cdw10, cdw11 }: NvmeCommand): Required<LogPageRequest> {
  return {
    page: cdw10 & 0xff,
    specific: (cdw10 >>> 8) & 0x7f,
    retain: (cdw10 & RETAIN_EVENT) !== 0,
    dwords: (cdw10 >>> 16) + (cdw11 & 0xffff) * 0x1_0000 + 1,
  };
}

/** Set Features: bit 31 of dword 10 saves the value. */
export function setFeatures(feature: number, value: number, save = true): Pick<NvmeCommand, 'cdw10' | 'cdw11'> {
  return { cdw10: feature | (save ? 0x8000_0000 : 0), cdw11: value };
}

export const isSaved = ({ cdw10 }: NvmeCommand): boolean => cdw10 >>> 31 === 1;

/** Which of its values Get Features asks for. */
export const SELECTIONS = { current: 0, default: 1, saved: 2 } as const;
export type Selection = keyof typeof SELECTIONS;

export function getFeatures(feature: number, selection: Selection = 'current'): Pick<NvmeCommand, 'cdw10'> {
  return { cdw10: feature | (SELECTIONS[selection] << 8) };
}

export const featureOf = ({ cdw10 }: NvmeCommand): number => cdw10 & 0xff;
export const selectionOf = ({ cdw10 }: NvmeCommand): number => (cdw10 >>> 8) & 7;

/** Firmware Commit. */
export const COMMIT_ACTIONS = {
  'store only': 0,
  'store and activate at the next reset': 1,
  'activate at the next reset': 2,
  'activate now': 3,
  'replace the boot partition': 6,
  'activate the boot partition': 7,
} as const;

export function firmwareCommit(slot: number, action: number): Pick<NvmeCommand, 'cdw10'> {
  return { cdw10: slot | (action << 3) };
}

export const slotOf = ({ cdw10 }: NvmeCommand): number => cdw10 & 7;
export const commitActionOf = ({ cdw10 }: NvmeCommand): number => (cdw10 >>> 3) & 7;

/** Firmware Image Download: both in bytes. */
export function firmwareImageDownload(offset: number, length: number): Pick<NvmeCommand, 'cdw10' | 'cdw11'> {
  return { cdw10: length / 4 - 1, cdw11: offset / 4 };
}

/** Directive Receive and Send: what is to be done, and with which directive. */
export const DIRECTIVE_RECEIVE = { 'return parameters': 1, 'get status': 2, 'allocate resources': 3 } as const;
export const directiveOperationOf = ({ cdw11 }: NvmeCommand): number => cdw11 & 0xff;

/** Security Send and Receive: the Security Protocol; 0 tells which there are. */
export const securityProtocolOf = ({ cdw10 }: NvmeCommand): number => cdw10 >>> 24;
