/** Features. Source: NVM Express Base Specification 2.0, Set Features, feature identifiers. */
export const FEATURES = {
  Arbitration: 0x01,
  'Power Management': 0x02,
  'Temperature Threshold': 0x04,
  'Volatile Write Cache': 0x06,
  'Number of Queues': 0x07,
  'Asynchronous Event Configuration': 0x0b,
  'Autonomous Power State Transition': 0x0c,
  'Host Memory Buffer': 0x0d,
  Timestamp: 0x0e,
  'Host Controlled Thermal Management': 0x10,
} as const;

/** All features from here to 0xFF belong to vendors. */
export const FIRST_VENDOR_FEATURE = 0xc0;
