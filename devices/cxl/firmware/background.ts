import type { CxlReturnCodeName } from '../../../kit/formats/cxl/return-codes.js';
import { type Answer, failed, started } from './command.js';
import type { Firmware } from './firmware.js';

/** A command that goes on after it was answered. */
type BackgroundCommand = {
  readonly opcode: number;
  readonly canAbort: boolean;
  /** Does what the command is for, and tells what came of it. */
  readonly complete: () => CxlReturnCodeName;
};

export type BackgroundOperation = BackgroundCommand & {
  percentage: number;
  /** null while it runs. */
  outcome: CxlReturnCodeName | null;
};

/** How far an operation gets at a time, in percent. */
const STEP = 50;

/** There is room for one. */
export function startInBackground(firmware: Firmware, command: BackgroundCommand): Answer {
  if (firmware.background?.outcome === null) return failed('Busy');
  firmware.background = { ...command, percentage: 0, outcome: null };
  return started();
}

/** Lets what runs go on by one step; at 100 percent it is complete. Time stands still in between. */
export function advanceBackground(firmware: Firmware): void {
  const operation = firmware.background;
  if (operation?.outcome !== null) return;
  operation.percentage += STEP;
  if (operation.percentage >= 100) operation.outcome = operation.complete();
}
