import { nameOf } from '../name-of.js';

/** Opcodes of the Admin Command Set. Source: NVM Express Base Specification 2.0, Admin Command Set, opcodes for admin commands. */
export const NVME_ADMIN = {
  'Delete I/O Submission Queue': 0x00,
  'Create I/O Submission Queue': 0x01,
  'Get Log Page': 0x02,
  'Delete I/O Completion Queue': 0x04,
  'Create I/O Completion Queue': 0x05,
  Identify: 0x06,
  Abort: 0x08,
  'Set Features': 0x09,
  'Get Features': 0x0a,
  'Asynchronous Event Request': 0x0c,
  'Namespace Management': 0x0d,
  'Firmware Commit': 0x10,
  'Firmware Image Download': 0x11,
  'Device Self-test': 0x14,
  'Namespace Attachment': 0x15,
  'Directive Send': 0x19,
  'Directive Receive': 0x1a,
  'Virtualization Management': 0x1c,
  'NVMe-MI Send': 0x1d,
  'Doorbell Buffer Config': 0x7c,
  'Format NVM': 0x80,
  'Security Send': 0x81,
  'Security Receive': 0x82,
  Sanitize: 0x84,
} as const;

export type NvmeAdminName = keyof typeof NVME_ADMIN;

export const NVME_ADMIN_NAMES = Object.keys(NVME_ADMIN) as readonly NvmeAdminName[];

/** Commands of an I/O queue. Source: NVM Command Set Specification, opcodes for NVM commands. */
export const NVME_IO = { Flush: 0x00, Write: 0x01, Read: 0x02, 'Write Zeroes': 0x08 } as const;

/** All admin opcodes from here to 0xFF belong to vendors. */
export const FIRST_VENDOR_OPCODE = 0xc0;

export function adminName(opcode: number): NvmeAdminName | undefined {
  return nameOf(NVME_ADMIN, opcode);
}

/** What the two lowest bits of an opcode say: where the data of the command go. */
export function dataDirection(opcode: number): 'none' | 'to the controller' | 'to the host' | 'both' {
  return (['none', 'to the controller', 'to the host', 'both'] as const)[opcode & 3] ?? 'none';
}
