/** Log pages. Source: NVM Express Base Specification 2.0, Get Log Page, log page identifiers. */
export const LOG_PAGES = {
  'Supported Log Pages': 0x00,
  'Error Information': 0x01,
  'SMART / Health Information': 0x02,
  'Firmware Slot Information': 0x03,
  'Changed Namespace List': 0x04,
  'Commands Supported and Effects': 0x05,
  'Device Self-test': 0x06,
  'Telemetry Host-Initiated': 0x07,
  'Telemetry Controller-Initiated': 0x08,
  'Feature Identifiers Supported and Effects': 0x12,
} as const;

/** All log pages from here to 0xFF belong to vendors. */
export const FIRST_VENDOR_LOG_PAGE = 0xc0;

/** The Log Specific Field of Telemetry Host-Initiated: take the data anew. */
export const CREATE_TELEMETRY = 1;
