import { describe, it } from 'node:test';
import { expect } from 'chai';
import { mlx5With } from '../../devices/mlx5/mlx5-device.js';
import { MLX5_SETUP } from '../subject/device-setups.js';
import { Observation, OUTSIDE, observationNamed, openObservation } from './observation.js';

const TABLE = {
  twice: (value: number) => 2 * value,
  half: (value: number) => value / 2,
  limit: 7,
  nested: { once: (value: number) => value },
};

function calledFor(observation: Observation, rule: string): readonly string[] {
  return [...(observation.called.get(rule) ?? [])];
}

describe('Observation', () => {
  it('writes down what is called, for which rule, and gives what is asked for', () => {
    const observation = new Observation();
    const table = observation.lookAt(TABLE, 'core');
    expect(table.half(4)).to.equal(2);
    observation.turnTo('a-rule');
    expect([table.twice(3), table.limit, table.nested.once(5)]).to.deep.equal([6, 7, 5]);
    observation.turnTo('b-rule');
    expect(calledFor(observation, OUTSIDE)).to.deep.equal(['core.half']);
    expect(calledFor(observation, 'a-rule')).to.deep.equal(['core.twice', 'core.nested.once']);
    expect(calledFor(observation, 'b-rule')).to.deep.equal([]);
  });

  it('does not lose sight of what is spread into another table, or kept', () => {
    const observation = new Observation();
    const { twice, nested } = { ...observation.lookAt(TABLE, 'core') };
    observation.turnTo('a-rule');
    twice(1);
    const { once } = { ...nested };
    once(1);
    expect(calledFor(observation, 'a-rule')).to.deep.equal(['core.twice', 'core.nested.once']);
  });

  it('looks into the devices that a factory makes', async () => {
    const observation = new Observation();
    const { mlx5 } = observation.lookAt({ ...mlx5With({}) }, 'devices');
    const { ops } = await mlx5(MLX5_SETUP, 1);
    expect(calledFor(observation, OUTSIDE)).to.include.members(['devices.mlx5', 'devices.mlx5.driver.isFwctlSupported']);
    expect(calledFor(observation, OUTSIDE)).not.to.include('devices.mlx5.driver.openUctx');
    observation.turnTo('a-rule');
    await ops?.openUctx();
    expect(calledFor(observation, 'a-rule')).to.include.members(['devices.mlx5.driver.openUctx', 'devices.mlx5.firmware.takeUid']);
  });

  it('is known by a name while it is open', () => {
    const { name, observation, close } = openObservation();
    expect(observationNamed(name)).to.equal(observation);
    close();
    expect(() => observationNamed(name)).to.throw(name);
  });
});
