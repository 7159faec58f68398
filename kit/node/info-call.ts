import type { Region } from '../subject/memory.js';
import type { CallerId, CallOutcome, FileId } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { FWCTL_INFO, INFO_STRUCT } from '../uapi/ioctl.js';

/** Where no scenario has anything mapped. */
const ADDRESS = 0x3000_0000_0000;

export type Info = { readonly outcome: CallOutcome; readonly deviceType: number };

/** FWCTL_INFO without room for device data, which every fwctl device answers and which changes nothing. */
export async function askInfo(agent: Subject, caller: CallerId, file: FileId): Promise<Info> {
  const bytes = new Uint8Array(INFO_STRUCT.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(INFO_STRUCT.size, INFO_STRUCT.length, true);
  const structure: Region = { name: 'structure', address: ADDRESS, access: 'read-write', bytes };
  const outcome = await agent.perform({ op: 'ioctl', caller, file, request: FWCTL_INFO, argument: ADDRESS, memory: [structure] });
  return { outcome, deviceType: view.getUint32(INFO_STRUCT.outDeviceType, true) };
}
