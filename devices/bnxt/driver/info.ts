import { BNXT_CAPABILITIES, BNXT_INFO, type BnxtRelease } from '../../../kit/formats/bnxt/arguments.js';

/** Which kinds of commands the driver takes: all of them. Source: drivers/fwctl/bnxt/main.c, bnxtctl_open_uctx and bnxtctl_info. */
export function deviceInfo(linux: BnxtRelease): Uint8Array {
  const data = new Uint8Array(BNXT_INFO.length);
  const { INLINE_COMMANDS, QUERY_COMMANDS, SEND_COMMANDS, DMA_COMMANDS } = BNXT_CAPABILITIES;
  data[BNXT_INFO.capabilities] = INLINE_COMMANDS | QUERY_COMMANDS | SEND_COMMANDS | (linux === '7.3' ? DMA_COMMANDS : 0);
  return data;
}
