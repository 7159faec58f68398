import { nameOf } from '../name-of.js';

/**
 * Commands of a baseboard manager by their names in the IPMI specification: network function in the upper byte, command in
 * the lower one. Those of network function 0x30 are the vendor's own, and so are their numbers here.
 */
export const IPMI_COMMANDS = {
  'Get Chassis Status': 0x0001,
  'Chassis Control': 0x0002,
  'Set System Boot Options': 0x0008,
  'Get System Boot Options': 0x0009,
  'Set Sensor Thresholds': 0x0426,
  'Get Sensor Thresholds': 0x0427,
  'Get Sensor Reading': 0x042d,
  'Get Device ID': 0x0601,
  'Cold Reset': 0x0602,
  'Set Watchdog Timer': 0x0624,
  'Clear Message Flags': 0x0630,
  'Send Message': 0x0634,
  'Set User Name': 0x0645,
  'Get User Name': 0x0646,
  'Set User Password': 0x0647,
  'Master Write-Read': 0x0652,
  'Set LAN Configuration Parameters': 0x0c01,
  'Get LAN Configuration Parameters': 0x0c02,
  'Stage Firmware': 0x3001,
  'Map Host Window': 0x3002,
  'Send Packet': 0x3003,
  'Read Stored Passwords': 0x3004,
  'Read Trace': 0x3010,
  'Set Trace Level': 0x3011,
} as const;

export type IpmiCommandName = keyof typeof IPMI_COMMANDS;

export function ipmiCommandName(number: number): IpmiCommandName | undefined {
  return nameOf(IPMI_COMMANDS, number);
}

/** How a command ended. Source: the IPMI specification, completion codes; the signature's is from the range for single commands. */
export const COMPLETION_CODES = {
  Completed: 0x00,
  'Wrong Signature': 0x81,
  'Invalid Command': 0xc1,
  'Data Length Invalid': 0xc7,
  'Not Present': 0xcb,
  'Invalid Data Field': 0xcc,
} as const;

export type CompletionCodeName = keyof typeof COMPLETION_CODES;
