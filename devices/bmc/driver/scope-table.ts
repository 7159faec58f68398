import type { IpmiCommandName } from '../../../kit/formats/ipmi/commands.js';

/**
 * The security model of the driver: commands by the least scope that admits them. Whatever is not listed is refused in
 * every scope. Send Message has no line, since what it carries decides.
 */
export const COMMANDS_BY_LEAST_SCOPE = {
  configuration: [
    'Get Chassis Status',
    'Set System Boot Options',
    'Get System Boot Options',
    'Set Sensor Thresholds',
    'Get Sensor Thresholds',
    'Get Sensor Reading',
    'Get Device ID',
    'Set User Name',
    'Get User Name',
    'Set User Password',
    'Set LAN Configuration Parameters',
    'Get LAN Configuration Parameters',
    'Stage Firmware',
  ],
  'debug read only': ['Read Trace'],
  'debug write': ['Set Trace Level'],
  'debug write full': ['Cold Reset', 'Chassis Control'],
} as const satisfies Record<string, readonly IpmiCommandName[]>;

/** Commands that only read, so that another host of the chassis takes no harm from them. */
export const READING_COMMANDS: readonly IpmiCommandName[] = [
  'Get Chassis Status',
  'Get System Boot Options',
  'Get Sensor Thresholds',
  'Get Sensor Reading',
  'Get Device ID',
  'Get User Name',
  'Get LAN Configuration Parameters',
  'Read Trace',
];
