/** Commands of the firmware of an accelerator. */
export const ACCELERATOR_COMMANDS = {
  IDENTIFY: 0x01,
  GET_CLOCK_LIMIT: 0x02,
  SET_CLOCK_LIMIT: 0x03,
  READ_UTILISATION: 0x04,
  SUBMIT_COMMAND_BUFFER: 0x10,
  READ_RESULT: 0x11,
} as const;

/** The steps of a command buffer: two places are added or multiplied into a third. */
const STEPS = { add: 1, multiply: 2 } as const;
const STEP_LENGTH = 4;
const MEMORY_LENGTH = 16;

/** An engine that runs what a command buffer says, over a memory of its own. */
export function createAcceleratorFirmware(): (command: number, operands: readonly number[]) => readonly number[] {
  const memory = Uint8Array.from({ length: MEMORY_LENGTH }, (_, place) => place);
  let clockLimit = 100;
  let buffers = 0;
  return (command, operands) => {
    switch (command) {
      case ACCELERATOR_COMMANDS.GET_CLOCK_LIMIT:
        return [clockLimit];
      case ACCELERATOR_COMMANDS.SET_CLOCK_LIMIT:
        clockLimit = operands[0] ?? clockLimit;
        return [];
      case ACCELERATOR_COMMANDS.READ_UTILISATION:
        return [buffers];
      case ACCELERATOR_COMMANDS.SUBMIT_COMMAND_BUFFER:
        for (let at = 0; at < operands.length; at += STEP_LENGTH) runStep(memory, operands.slice(at, at + STEP_LENGTH));
        buffers += 1;
        return [buffers];
      case ACCELERATOR_COMMANDS.READ_RESULT:
        return [memory[operands[0] ?? 0] ?? 0];
      default:
        return [1];
    }
  };
}

function runStep(memory: Uint8Array, [step, first = 0, second = 0, into = 0]: readonly number[]): void {
  const [a = 0, b = 0] = [memory[first], memory[second]];
  memory[into] = step === STEPS.add ? a + b : a * b;
}
