import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { CommandEffects } from '../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { COMMANDS } from './commands.js';
import type { MemoryDeviceSetup } from './firmware.js';

/** Every command of the device by its opcode, with what it announces; an opcode of the setup that it has no command for is not there. */
export function commandEffectsLog({ commands, setFeatureEffects }: MemoryDeviceSetup): readonly CommandEffects[] {
  return [...COMMANDS]
    .filter(([opcode, { presence }]) => presence === 'always' || commands.includes(opcode))
    .map(([opcode, { effects }]) => ({
      opcode,
      effects: opcode === CXL_OPCODES['Set Feature'] ? setFeatureEffects : effectsWord(effects),
    }));
}
