import type { IpmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import { type Answer, done } from './answer.js';
import { getBootOptions, setBootOptions } from './boot-options.js';
import type { Firmware } from './firmware.js';
import { chassisControl, getChassisStatus } from './host.js';
import { getDeviceId, stageFirmware } from './image.js';
import { getLanParameters, setLanParameters } from './lan.js';
import { getSensorReading, getSensorThresholds, setSensorThresholds } from './sensors.js';
import { readTrace, setTraceLevel } from './trace.js';
import { getUserName, readStoredPasswords, setUserName, setUserPassword } from './users.js';

type CommandEntry = {
  /** How long the data may be, in bytes. */
  readonly data: { readonly exactly: number } | { readonly least: number };
  /** Whether the trace tells of it. */
  readonly isTraced: boolean;
  readonly run: (firmware: Firmware, data: Uint8Array) => Answer;
};

function reads(exactly: number, run: CommandEntry['run']): CommandEntry {
  return { data: { exactly }, isTraced: false, run };
}

function changes(exactly: number, run: CommandEntry['run']): CommandEntry {
  return { data: { exactly }, isTraced: true, run };
}

const COMMANDS: Partial<Record<IpmiCommandName, CommandEntry>> = {
  'Get Chassis Status': reads(0, getChassisStatus),
  'Chassis Control': changes(1, chassisControl),
  'Set System Boot Options': changes(2, setBootOptions),
  'Get System Boot Options': reads(3, getBootOptions),
  'Set Sensor Thresholds': changes(2, setSensorThresholds),
  'Get Sensor Thresholds': reads(1, getSensorThresholds),
  'Get Sensor Reading': reads(1, getSensorReading),
  'Get Device ID': reads(0, getDeviceId),
  'Set User Name': changes(17, setUserName),
  'Get User Name': reads(1, getUserName),
  'Set User Password': changes(18, setUserPassword),
  'Set LAN Configuration Parameters': changes(6, setLanParameters),
  'Get LAN Configuration Parameters': reads(4, getLanParameters),
  'Stage Firmware': { data: { least: 8 }, isTraced: true, run: stageFirmware },
  'Read Stored Passwords': reads(0, readStoredPasswords),
  'Read Trace': reads(0, readTrace),
  'Set Trace Level': reads(1, setTraceLevel),
};

/** What the other commands do is seen by the host and its drivers, and not in what the model keeps. */
const WITHOUT_STATE: CommandEntry = { data: { least: 0 }, isTraced: true, run: () => done() };

export function commandEntry(name: IpmiCommandName): CommandEntry {
  return COMMANDS[name] ?? WITHOUT_STATE;
}
