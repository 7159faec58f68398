/** Registers that are read and written, and nothing that would know what they are for. */
const COMMANDS = { READ: 0x01, WRITE: 0x02 } as const;

export function createRegisterFirmware(): (command: number, operands: readonly number[]) => readonly number[] {
  const registers = new Map<number, number>();
  return (command, [register = 0, value = 0]) => {
    if (command === COMMANDS.WRITE) registers.set(register, value);
    return [registers.get(register) ?? 0];
  };
}
