import { test } from 'node:test';
import { expect } from 'chai';
import { ACCESS_REGISTER, MLX5_REGISTERS } from '../../../kit/formats/mlx5/registers.js';
import { resetFirmware } from './firmware.js';
import { SYNDROMES } from './syndromes.js';
import { argumentsOf, FirmwareBench } from './test-bench.js';

const { READ, WRITE } = ACCESS_REGISTER.opMod;
const { PAOS, MGIR } = MLX5_REGISTERS;
const register = (id: number): Uint8Array => argumentsOf({ [ACCESS_REGISTER.registerId]: id });
const content = new Uint8Array(PAOS.length).fill(0x77);

test('what is written to a register is read from it, until a reset', () => {
  const bench = new FirmwareBench();
  const read = () => bench.send('ACCESS_REG', { opMod: READ, arguments: register(PAOS.id) }).bytes.slice(ACCESS_REGISTER.data);
  const before = read();
  expect(bench.send('ACCESS_REG', { opMod: WRITE, arguments: register(PAOS.id), body: content }).status).to.equal('OK');
  expect(read()).to.deep.equal(content);
  resetFirmware(bench.firmware);
  expect(read()).to.deep.equal(before).and.not.to.deep.equal(content);
});

test('a register that does not exist is BAD_PARAM', () => {
  expect(new FirmwareBench().send('ACCESS_REG', { arguments: register(0x1) }).syndrome).to.equal(SYNDROMES.UNKNOWN_REGISTER);
});

test('the general information register is only read', () => {
  const write = { opMod: WRITE, arguments: register(MGIR.id), body: new Uint8Array(MGIR.length) };
  expect(new FirmwareBench().send('ACCESS_REGISTER_USER', write).syndrome).to.equal(SYNDROMES.READ_ONLY_REGISTER);
});

test('a write that is shorter than the register is BAD_INP_LEN', () => {
  const write = { opMod: WRITE, arguments: register(PAOS.id), body: content.slice(1) };
  expect(new FirmwareBench().send('ACCESS_REG', write).status).to.equal('BAD_INP_LEN');
});

test('an access is a read or a write', () => {
  const access = { opMod: 2, arguments: register(PAOS.id) };
  expect(new FirmwareBench().send('ACCESS_REG', access)).to.include({ status: 'BAD_PARAM', syndrome: SYNDROMES.UNKNOWN_ACCESS });
});
