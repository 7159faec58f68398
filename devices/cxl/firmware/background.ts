import { encodeBackgroundStatus } from '../../../kit/formats/cxl/background-operation.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** The one operation that runs in the background. There is no clock: each question for its status finds half of it more done. */
export type BackgroundOperation = {
  readonly opcode: number;
  readonly canBeAborted: boolean;
  readonly complete: () => void;
  percent: number;
  returnCode: number;
};

const STEP = 50;
const WHOLE = 100;

export function startInBackground(
  firmware: Firmware,
  operation: Pick<BackgroundOperation, 'opcode' | 'canBeAborted' | 'complete'>,
): Answer {
  if (isUnderWay(firmware.background)) return failed('Busy');
  firmware.background = { ...operation, percent: 0, returnCode: CXL_RETURN_CODES.Success };
  return failed('Background Command Started');
}

export function backgroundOperationStatus(firmware: Firmware): Answer {
  const operation = firmware.background;
  if (operation === null) return done(encodeBackgroundStatus({ isUnderWay: false, percent: 0, opcode: 0, returnCode: 0 }));
  if (isUnderWay(operation)) {
    operation.percent += STEP;
    if (operation.percent === WHOLE) operation.complete();
  }
  return done(encodeBackgroundStatus({ ...operation, isUnderWay: isUnderWay(operation) }));
}

/** An operation that was aborted leaves everything as it was. */
export function requestAbortBackgroundOperation({ background }: Firmware): Answer {
  if (!isUnderWay(background)) return done();
  if (!background.canBeAborted) return failed('Unsupported');
  background.returnCode = CXL_RETURN_CODES.Aborted;
  return done();
}

function isUnderWay(operation: BackgroundOperation | null): operation is BackgroundOperation {
  return operation !== null && operation.percent < WHOLE && operation.returnCode === CXL_RETURN_CODES.Success;
}
