import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok, refuse } from '../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../driver-ops.js';
import { createCore } from './core.js';
import { createModule } from './module.js';
import { TAKEN } from './numbering.js';
import { register } from './registration.js';

const OPS: FwctlOps<null> = { deviceType: 1, ...NO_CONTEXT, fwRpc: () => ok(new Uint8Array(0)) };

describe('registering a device', () => {
  it('takes no number where there is no memory', () => {
    const core = createCore({ allocate: () => null });
    const module = createModule();
    expect(register(core, OPS, 'platform/toy', module)).to.deep.equal(refuse('ENOMEM'));
    expect(core.numbers.includes(TAKEN)).to.equal(false);
    expect([...core.registered, ...module.devices]).to.deep.equal([]);
  });

  it('says that there is no memory where there is no number', () => {
    const core = createCore();
    core.numbers.fill(TAKEN);
    expect(register(core, OPS, 'platform/toy', createModule())).to.deep.equal(refuse('ENOMEM'));
  });
});
