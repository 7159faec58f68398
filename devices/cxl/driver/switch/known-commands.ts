import { CXL_OPCODES, type CxlCommandName } from '../../../../kit/formats/cxl/opcodes.js';

const opcodes = (names: readonly CxlCommandName[]): ReadonlySet<number> => new Set(names.map((name) => CXL_OPCODES[name]));

/** They read, whatever else they do. */
export const READING = opcodes([
  'Identify',
  'Get Event Records',
  'Get FW Info',
  'Get Timestamp',
  'Get Supported Logs',
  'Get Log',
  'Get Supported Features',
  'Get Feature',
  'Identify Memory Device',
  'Get Health Info',
  'Get Alert Configuration',
  'Identify Switch Device',
  'Get Physical Port State',
  'Get Virtual CXL Switch Info',
  'Get LD Info',
  'Get LD Allocations',
]);

/** They write nothing but settings, so that the effects say all that there is to say of them. */
export const SETTING = opcodes(['Set Response Message Limit', 'Set Timestamp', 'Clear Log', 'Populate Log', 'Set Alert Configuration']);

/** They take memory away from the hosts that use it. */
export const DESTRUCTIVE = opcodes([
  'Physical Port Control',
  'Bind vPPB',
  'Unbind vPPB',
  'Set LD Allocations',
  'Initiate Dynamic Capacity Release',
]);

/** The kernel has to coordinate them, wherever they are carried out. */
export const COORDINATED = opcodes([
  'Background Operation Status',
  'Request Abort Background Operation',
  'Clear Event Records',
  'Set Event Interrupt Policy',
  'Transfer FW',
  'Activate FW',
  'Perform Maintenance',
  'Set Partition Info',
  'Set LSA',
  'Set Shutdown State',
  'Inject Poison',
  'Clear Poison',
  'Scan Media',
  'Sanitize',
  'Secure Erase',
  'Set Passphrase',
  'Disable Passphrase',
  'Unlock',
  'Freeze Security State',
  'Passphrase Secure Erase',
]);
