/** What a device says of a command. Source: the CXL specification's command return codes; drivers/cxl/cxlmem.h, CMD_CMD_RC_TABLE. */
export const CXL_RETURN_CODES = {
  Success: 0x00,
  'Background Command Started': 0x01,
  'Invalid Input': 0x02,
  Unsupported: 0x03,
  'Internal Error': 0x04,
  'Retry Required': 0x05,
  Busy: 0x06,
  'Media Disabled': 0x07,
  'FW Transfer in Progress': 0x08,
  'FW Transfer Out of Order': 0x09,
  'FW Authentication Failed': 0x0a,
  'Invalid Slot': 0x0b,
  'Activation Failed, FW Rolled Back': 0x0c,
  'Activation Failed, Cold Reset Required': 0x0d,
  'Invalid Handle': 0x0e,
  'Invalid Physical Address': 0x0f,
  'Inject Poison Limit Reached': 0x10,
  'Permanent Media Failure': 0x11,
  Aborted: 0x12,
  'Invalid Security State': 0x13,
  'Incorrect Passphrase': 0x14,
  'Unsupported Mailbox': 0x15,
  'Invalid Payload Length': 0x16,
  'Invalid Log': 0x17,
  Interrupted: 0x18,
  'Unsupported Feature Version': 0x19,
  'Unsupported Feature Selection Value': 0x1a,
  'Feature Transfer in Progress': 0x1b,
  'Feature Transfer Out of Order': 0x1c,
  'Resources Exhausted': 0x1d,
  'Invalid Extent List': 0x1e,
  'Transfer Out of Order': 0x1f,
  'Request Abort Not Supported by Background Operation': 0x20,
} as const;

export type CxlReturnCodeName = keyof typeof CXL_RETURN_CODES;

export const CXL_RETURN_CODE_NAMES = Object.keys(CXL_RETURN_CODES) as readonly CxlReturnCodeName[];

export function returnCodeName(code: number): CxlReturnCodeName | undefined {
  return CXL_RETURN_CODE_NAMES.find((name) => CXL_RETURN_CODES[name] === code);
}
