import { encodeBackgroundStatus } from '../../../kit/formats/cxl/background-operation.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import { advanceBackground, type BackgroundSlot } from './background.js';
import { type Answer, done, failed } from './command.js';

/** Each time someone asks, the operation has got one step further: the second answer tells of its end. */
export function backgroundOperationStatus(firmware: BackgroundSlot): Answer {
  advanceBackground(firmware);
  const { outcome = 'Success', percentage = 0, opcode = 0 } = firmware.background ?? {};
  const returnCode = CXL_RETURN_CODES[outcome ?? 'Success'];
  return done(encodeBackgroundStatus({ isRunning: outcome === null, percentage, opcode, returnCode }));
}

/** Whoever asks when nothing runs has come too late, which is no failure. */
export function requestAbort(firmware: BackgroundSlot): Answer {
  const operation = firmware.background;
  if (operation?.outcome !== null) return done();
  if (!operation.canAbort) return failed('Request Abort Not Supported by Background Operation');
  operation.outcome = 'Aborted';
  return done();
}
