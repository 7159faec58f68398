import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok } from '../../kit/result.js';
import { NO_CONTEXT } from '../driver-ops.js';
import { classEntry, deviceNode } from './class-tree.js';
import { createCore } from './core.js';
import { createDevice } from './device.js';
import { createModule } from './module.js';

const CORE = createCore();
const DEVICE = createDevice(
  { what: 'a device' },
  7,
  { deviceType: 1, ...NO_CONTEXT, fwRpc: () => ok(new Uint8Array(0)) },
  'platform/toy',
  createModule(),
);

describe('what user space finds of a device', () => {
  it('has the attributes of any device with a number and a parent, and none of its own', () => {
    expect(classEntry(CORE, DEVICE).attributes).to.have.members(['dev', 'device', 'power', 'subsystem', 'uevent']);
  });

  it('has a node that is of root and of its group', () => {
    const { owner, group } = deviceNode(CORE, DEVICE);
    expect([owner, group]).to.deep.equal(['root', 'root']);
  });
});
