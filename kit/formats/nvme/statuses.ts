/** Status codes with their type in bits 8 to 10, and Do Not Retry in bit 14. Source: NVM Express Base Specification 2.0, Status Field. */
export const NVME_STATUSES = {
  'Successful Completion': 0x000,
  'Invalid Command Opcode': 0x001,
  'Invalid Field in Command': 0x002,
  'Invalid Field in Command, Do Not Retry': 0x4002,
  'Invalid Namespace or Format': 0x00b,
  'LBA Out of Range': 0x080,
  'Invalid Queue Identifier': 0x101,
  'Invalid Firmware Slot': 0x106,
  'Invalid Firmware Image': 0x107,
  'Invalid Log Page': 0x109,
  'Feature Identifier Not Saveable': 0x10d,
} as const;

export type NvmeStatusName = keyof typeof NVME_STATUSES;
