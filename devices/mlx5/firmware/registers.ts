import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { ACCESS_REGISTER, MLX5_REGISTERS, type Mlx5RegisterName } from '../../../kit/formats/mlx5/registers.js';
import { readU16, writeU16 } from '../../../kit/formats/mlx5/words.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';
import { SYNDROMES } from './syndromes.js';

const READ_ONLY: readonly number[] = [MLX5_REGISTERS.MGIR.id];

/** Every register holds its own number, repeated, until it is written. */
function initialContent(name: Mlx5RegisterName): [number, Uint8Array] {
  const { id, length } = MLX5_REGISTERS[name];
  const content = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += Uint16Array.BYTES_PER_ELEMENT) writeU16(content, offset, id);
  return [id, content];
}

export function createRegisters(): Map<number, Uint8Array> {
  return new Map([initialContent('PMLP'), initialContent('PAOS'), initialContent('NODE_DESC'), initialContent('MGIR')]);
}

export function accessRegister(firmware: Firmware, command: Command): Answer {
  const id = readU16(command.request, ACCESS_REGISTER.registerId);
  const content = firmware.registers.get(id);
  if (content === undefined) return failed('BAD_PARAM', SYNDROMES.UNKNOWN_REGISTER);
  switch (command.opMod) {
    case ACCESS_REGISTER.opMod.READ:
      return readRegister(content);
    case ACCESS_REGISTER.opMod.WRITE:
      return writeRegister(firmware, id, content, command.request.slice(ACCESS_REGISTER.data));
    default:
      return failed('BAD_PARAM', SYNDROMES.UNKNOWN_ACCESS);
  }
}

function readRegister(content: Uint8Array): Answer {
  const padding = ACCESS_REGISTER.data - MLX5_RESPONSE.results;
  const results = new Uint8Array(padding + content.length);
  results.set(content, padding);
  return done(results);
}

function writeRegister(firmware: Firmware, id: number, content: Uint8Array, data: Uint8Array): Answer {
  if (READ_ONLY.includes(id)) return failed('BAD_PARAM', SYNDROMES.READ_ONLY_REGISTER);
  if (data.length < content.length) return failed('BAD_INP_LEN', SYNDROMES.SHORT_INPUT);
  firmware.registers.set(id, data.slice(0, content.length));
  return done();
}
