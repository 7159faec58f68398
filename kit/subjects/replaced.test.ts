import { describe, it } from 'node:test';
import { expect } from 'chai';
import { bnxtWith } from '../../devices/bnxt/bnxt-device.js';
import { DEVICES } from '../../devices/catalogue.js';
import { cxlWith } from '../../devices/cxl/cxl-device.js';
import { CXL_DRIVER_PARTS } from '../../devices/cxl/driver/parts.js';
import { createMlx5Device, mlx5With } from '../../devices/mlx5/mlx5-device.js';
import { modelledNvmeWith } from '../../devices/nvme/nvme-device.js';
import { CORE_PARTS } from '../../reference-impl/core/parts.js';
import type { Variant } from '../../reference-impl/variant.js';
import { replacedEntries } from './replaced.js';

const summary = 'Some variant.';

function namesOf(variant: Omit<Variant, 'summary'>): readonly string[] | null {
  const replaced = replacedEntries({ summary, ...variant });
  return replaced && [...replaced];
}

describe('replacedEntries', () => {
  it('names entries of the core', () => {
    expect(namesOf({ core: { respond: () => null, taint: () => {} } })).to.deep.equal(['core.respond', 'core.taint']);
  });

  it('names entries of the tables of a device', () => {
    expect(namesOf({ devices: mlx5With({ driver: { reaches: () => true }, firmware: { hasCommand: () => true } }) })).to.deep.equal([
      'devices.mlx5.driver.reaches',
      'devices.mlx5.firmware.hasCommand',
    ]);
    const { runCommand } = CXL_DRIVER_PARTS;
    const driver = { runCommand: { ...runCommand, 'Get Feature': runCommand['Set Feature'] } };
    expect(namesOf({ devices: cxlWith({ driver }) })).to.deep.equal(['devices.cxl.driver.runCommand.Get Feature']);
    expect(namesOf({ devices: modelledNvmeWith({ driver: { reaches: () => true } }) })).to.deep.equal(['devices.modelled.driver.reaches']);
  });

  it('does not name what stays as it is', () => {
    const { respond } = CORE_PARTS;
    expect(namesOf({ core: { respond, taint: () => {} }, devices: { mlx5: DEVICES.mlx5 } })).to.deep.equal(['core.taint']);
  });

  it('names a device of which the tables are not all that differs', () => {
    expect(namesOf({ devices: { mlx5: (setup, instance) => createMlx5Device(setup, instance) } })).to.deep.equal(['devices.mlx5']);
    expect(namesOf({ devices: { bnxt: DEVICES.pds } as never })).to.deep.equal(['devices.bnxt']);
  });

  it('names a device when something that nobody calls is replaced', () => {
    expect(namesOf({ devices: bnxtWith({ deviceType: 7 }) })).to.deep.equal(['devices.bnxt']);
    expect(namesOf({ devices: cxlWith({ driver: { info: () => new Uint8Array(4) } }) })).to.deep.equal(['devices.cxl']);
  });

  it('cannot tell what there is beside tables, nor what is different when no entry is', () => {
    expect(namesOf({})).to.equal(null);
    expect(namesOf({ devices: mlx5With({}) })).to.equal(null);
    const clock = { core: { respond: () => null }, clock: 'other' };
    expect(namesOf(clock)).to.equal(null);
  });
});
