import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { DeviceInstance } from './device-instance.js';
import { deviceKind, originOf } from './device-kind.js';

const TABLES = { driver: { parent: () => 'platform/toy' } };

function toyInstance({ parent }: typeof TABLES.driver): DeviceInstance {
  return { ops: null, parent: parent() };
}

const toyWith = deviceKind(TABLES, (_setup: null, _instance, { driver }: { readonly driver?: Partial<typeof TABLES.driver> }) =>
  toyInstance({ ...TABLES.driver, ...driver }),
);

describe('a kind of device', () => {
  it('makes devices that differ in what is replaced', async () => {
    expect(await toyWith(() => ({}))(null, 1)).to.deep.include({ parent: 'platform/toy' });
    expect(await toyWith(() => ({ driver: { parent: () => 'platform/other' } }))(null, 1)).to.deep.include({ parent: 'platform/other' });
  });

  it('is told from its factories, and so is what each replaces', () => {
    const change = { driver: { parent: () => 'platform/other' } };
    const [usual, changed] = [originOf(toyWith(() => ({}))), originOf(toyWith(() => change))];
    expect(usual?.tables).to.equal(TABLES);
    expect(changed?.tables).to.equal(TABLES);
    expect(changed?.change()).to.equal(change);
  });

  it('is not known of what was made in another way', () => {
    expect(originOf(() => toyInstance(TABLES.driver))).to.equal(null);
  });

  it('lends its tables to whoever looks at them, in place of a change', async () => {
    const looked: object[] = [];
    const factory: unknown = originOf(toyWith(() => ({ driver: { parent: () => 'platform/other' } })))?.lookedAt((value) => {
      looked.push(value);
      return value;
    });
    if (typeof factory !== 'function') throw new Error('it is a factory');
    expect(await factory(null, 1)).to.deep.include({ parent: 'platform/toy' });
    expect(looked).to.deep.equal([TABLES]);
  });
});
