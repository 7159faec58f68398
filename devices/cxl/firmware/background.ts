import type { CxlReturnCodeName } from '../../../kit/formats/cxl/return-codes.js';
import { type Answer, failed, started } from './command.js';

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

/** Where there is room for one operation. */
export type BackgroundSlot = {
  /** What runs in the background, or ran there last since the reset. */
  background: BackgroundOperation | null;
};

/** How far an operation gets at a time, in percent. */
const STEP = 50;

export function startInBackground(firmware: BackgroundSlot, command: BackgroundCommand): Answer {
  if (firmware.background?.outcome === null) return failed('Busy');
  firmware.background = { ...command, percentage: 0, outcome: null };
  return started();
}

/** Lets what runs go on by one step; at 100 percent it is complete. Time stands still in between. */
export function advanceBackground(firmware: BackgroundSlot): void {
  const operation = firmware.background;
  if (operation?.outcome !== null) return;
  operation.percentage += STEP;
  if (operation.percentage >= 100) operation.outcome = operation.complete();
}
