/** An operation's number: what it does, and which version of it. Source: include/linux/pds/pds_adminq.h, PDS_FWCTL_RPC_OPCODE. */
export function operationNumber(command: number, version: number): number {
  return (version << 16) | command;
}

export const commandOf = (operation: number): number => operation & 0xffff;
export const versionOf = (operation: number): number => (operation >>> 16) & 0xff;

/** What the firmware says of an operation. Source: include/linux/pds/pds_adminq.h, PDSFC_FW_CMD_ATTR. */
export const PDS_ATTRIBUTES = { read: 0x00, 'debug read': 0x02, write: 0x04, 'debug write': 0x08, sync: 0x10 } as const;
