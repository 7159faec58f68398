import { PDS_CAPABILITIES, PDS_INFO } from '../../../kit/formats/pds/rpc.js';

/** What the firmware can do: be queried and be sent commands. Source: include/uapi/fwctl/pds.h, struct fwctl_info_pds. */
export function deviceInfo(): Uint8Array {
  const data = new Uint8Array(PDS_INFO.length);
  data[PDS_INFO.capabilities] = PDS_CAPABILITIES.QUERY | PDS_CAPABILITIES.SEND;
  return data;
}
