import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';

/** A submission queue entry, in bytes. Source: NVM Express Base Specification 2.0, Common Command Format. */
export const SQE = { length: 64, flags: 1, commandId: 2, nsid: 4, cdw2: 8, cdw3: 12, mptr: 16, prp1: 24, prp2: 32, cdw10: 40 } as const;

/** The admin queue; every other number is a queue for I/O. */
export const ADMIN_QUEUE = 0;

/** PSDT in the flags of a command: its data pointer is a PRP, or it is an SGL. */
export const PSDT_SGL = 1 << 6;

/** Addresses are those that the device uses. */
export type NvmeCommand = {
  readonly opcode: number;
  /** FUSE in bits 0 and 1, PSDT in bits 6 and 7. */
  readonly flags: number;
  readonly commandId: number;
  readonly nsid: number;
  readonly mptr: number;
  readonly prp1: number;
  readonly prp2: number;
  readonly cdw10: number;
  readonly cdw11: number;
  readonly cdw12: number;
  readonly cdw13: number;
  readonly cdw14: number;
};

const NO_COMMAND: NvmeCommand = {
  opcode: 0,
  flags: 0,
  commandId: 0,
  nsid: 0,
  mptr: 0,
  prp1: 0,
  prp2: 0,
  cdw10: 0,
  cdw11: 0,
  cdw12: 0,
  cdw13: 0,
  cdw14: 0,
};

export function nvmeCommand(fields: Partial<NvmeCommand>): NvmeCommand {
  return { ...NO_COMMAND, ...fields };
}

function readAddress(bytes: Uint8Array, offset: number): number {
  return readU32(bytes, offset) + readU32(bytes, offset + 4) * 0x1_0000_0000;
}

function writeAddress(bytes: Uint8Array, offset: number, address: number): void {
  writeU32(bytes, offset, address);
  writeU32(bytes, offset + 4, Math.floor(address / 0x1_0000_0000));
}

export function decodeCommand(bytes: Uint8Array): NvmeCommand {
  const dword = (index: number): number => readU32(bytes, SQE.cdw10 + 4 * index);
  return {
    opcode: bytes[0] ?? 0,
    flags: bytes[SQE.flags] ?? 0,
    commandId: readU16(bytes, SQE.commandId),
    nsid: readU32(bytes, SQE.nsid),
    mptr: readAddress(bytes, SQE.mptr),
    prp1: readAddress(bytes, SQE.prp1),
    prp2: readAddress(bytes, SQE.prp2),
    cdw10: dword(0),
    cdw11: dword(1),
    cdw12: dword(2),
    cdw13: dword(3),
    cdw14: dword(4),
  };
}

export function encodeCommand(command: NvmeCommand): Uint8Array {
  const bytes = new Uint8Array(SQE.length);
  bytes[0] = command.opcode;
  bytes[SQE.flags] = command.flags;
  writeU16(bytes, SQE.commandId, command.commandId);
  writeU32(bytes, SQE.nsid, command.nsid);
  writeAddress(bytes, SQE.mptr, command.mptr);
  writeAddress(bytes, SQE.prp1, command.prp1);
  writeAddress(bytes, SQE.prp2, command.prp2);
  const dwords = [command.cdw10, command.cdw11, command.cdw12, command.cdw13, command.cdw14];
  for (const [index, dword] of dwords.entries()) writeU32(bytes, SQE.cdw10 + 4 * index, dword);
  return bytes;
}

/** What completes a command: dword 0 of the completion queue entry, and the status without its phase. */
export type NvmeCompletion = { readonly status: number; readonly result: number };
