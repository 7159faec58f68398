import { decodeBackgroundStatus } from '../../../../kit/formats/cxl/background-operation.js';
import { ok, type Result } from '../../../../kit/result.js';
import type { Errno } from '../../../../kit/uapi/errno.js';
import type { CxlSwitchLink } from '../../link.js';
import { sendCommand } from '../mailbox.js';
import type { SwitchDriver } from './parts.js';

const NOTHING = new Uint8Array(0);

/** Waits for what runs in the background, and ends it when the slot is wanted; gives the return code that it comes to. */
export async function awaitBackground({ link, parts }: SwitchDriver): Promise<Result<number, Errno>> {
  for (;;) {
    if (parts.givesWay(link)) {
      const ended = await sendCommand(link, 'Request Abort Background Operation', NOTHING);
      if (!ended.ok) return ended;
    }
    const status = await sendCommand(link, 'Background Operation Status', NOTHING);
    if (!status.ok) return status;
    const { isRunning, returnCode } = decodeBackgroundStatus(status.value.payload);
    if (!isRunning) return ok(returnCode);
  }
}

/** A background command of a caller is ended for one of the kernel. */
export function givesWay({ kernelWaits }: CxlSwitchLink): boolean {
  return kernelWaits;
}
