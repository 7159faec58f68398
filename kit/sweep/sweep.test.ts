import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DEVICES } from '../../devices/catalogue.js';
import { commandDo } from '../../devices/mlx5/driver/command-interface.js';
import type { Mlx5DriverParts } from '../../devices/mlx5/driver/parts.js';
import { openUctx as openMlx5 } from '../../devices/mlx5/driver/user-context.js';
import { createMlx5Device } from '../../devices/mlx5/mlx5-device.js';
import { deliver } from '../../devices/nvme/driver/rpc.js';
import { createNvmeDevice } from '../../devices/nvme/nvme-device.js';
import { admit } from '../../devices/pds/driver/admission.js';
import { createPdsDevice } from '../../devices/pds/pds-device.js';
import { fopsOpen, openUctx } from '../../reference-impl/core/open-file.js';
import type { CoreParts } from '../../reference-impl/core/parts.js';
import { register } from '../../reference-impl/core/registration.js';
import { exchange } from '../../reference-impl/core/rpc.js';
import { buildRequest } from '../formats/mlx5/mailbox.js';
import { refuse } from '../result.js';
import { FAULTS } from './faults.js';
import { recordSelected, referenceWith, sweep } from './sweep.js';
import type { Swept } from './swept-reference.js';
import { emptiness, tellSweep } from './tell.js';

const SEED = 1;
/** Scenarios in which nothing fails unless it is made to. */
const RULES = [
  'lifetime-context-per-open',
  'lifetime-unregister-waits-for-calls',
  'discovery-info-type',
  'mlx5-uctx-per-open',
  'mlx5-kernel-gets-through',
  'nvme-events-stay',
  'pds-retval',
];
const EXTENT = { seed: SEED, budget: 2_000 };
const recorded = await recordSelected({ rules: RULES, model: 'nvme' }, SEED);

/** Those of some features. */
const scenariosOf = (features: RegExp) => recorded.filter(({ location }) => features.test(location));

const withCore = (core: Partial<CoreParts>): Swept => ({ core, devices: DEVICES });
const withMlx5 = (driver: Partial<Mlx5DriverParts>): Swept => ({
  core: {},
  devices: { ...DEVICES, mlx5: (setup, instance) => createMlx5Device(setup, instance, { driver }) },
});

/** Cores and drivers that do well as long as nothing fails, and what the sweep says of each. */
const PLANTED: { readonly [what: string]: readonly [RegExp, Swept, RegExp] } = {
  'a core that keeps a copy of a request which was not delivered': [
    /lifetime|discovery/,
    withCore({
      exchange: async (core, ...rest) => {
        const copy = core.parts.allocate(core, 'a request');
        const errno = await exchange(core, ...rest);
        if (errno === null && copy !== null) core.parts.free(core, copy);
        return errno;
      },
    }),
    /memory for a request is never freed/,
  ],
  'a core that frees the memory of a refused open twice': [
    /lifetime|discovery/,
    withCore({
      openUctx: async (core, device, origin) => {
        const opened = await openUctx(core, device, origin);
        const mine = core.parts.allocate(core, 'a user context');
        if (mine !== null) core.parts.free(core, mine);
        if (mine !== null && !opened.ok) core.parts.free(core, mine);
        return opened;
      },
    }),
    /memory for a user context is freed that is not held/,
  ],
  'a core that closes a user context which the driver did not open': [
    /lifetime|discovery/,
    withCore({
      openUctx: async (core, device, origin) => {
        const opened = await openUctx(core, device, origin);
        if (!opened.ok) await device.ops?.closeUctx({ context: 1, inner: null });
        return opened;
      },
    }),
    /close_uctx of what is no user context/,
  ],
  'a core that leaves the lock of a device when there is no memory': [
    /lifetime|discovery/,
    withCore({
      fopsOpen: async (core, device, origin) => {
        const opened = await fopsOpen(core, device, origin);
        if (!opened.ok && opened.errno === 'ENOMEM') await device.registration.readLock();
        return opened;
      },
    }),
    /unregister does not come back/,
  ],
  'a core that loses the number of a device for which there is no memory': [
    /lifetime|discovery/,
    withCore({
      register: (core, ...rest) => {
        const registered = register(core, ...rest);
        if (!registered.ok) core.parts.allocateNumber(core);
        return registered;
      },
    }),
    /the number 0 is never freed/,
  ],
  'a core that opens nothing any more after a refusal': [
    /lifetime|discovery/,
    withCore({
      openUctx: async (core, device, origin) => {
        const opened = await openUctx(core, device, origin);
        if (!opened.ok) core.parts.removeFromClass(core, device);
        return opened;
      },
    }),
    /the next open of the device is ENOENT and not success/,
  ],
  'a driver that leaves a user context in the firmware when what comes next fails': [
    /mlx5/,
    withMlx5({
      openUctx: async (driver) => {
        const opened = await openMlx5(driver);
        const query = buildRequest('QUERY_ISSI', { length: 16 });
        const errno = opened.ok ? await driver.parts.commandExec(driver, query, new Uint8Array(112)) : null;
        return errno === null ? opened : refuse(errno);
      },
    }),
    /the firmware holds 1 user contexts that are gone/,
  ],
  'a driver that leaves the slot of a lost command taken': [
    /mlx5/,
    withMlx5({
      commandDo: async (driver, request, response) => {
        const errno = await commandDo(driver, request, response);
        if (errno !== null && errno !== 'EREMOTEIO') for (let taken = 0; taken < 32; taken += 1) driver.slots.take(0);
        return errno;
      },
    }),
    /does not come back/,
  ],
  'a driver that leaves the device its buffer when a command is lost': [
    /nvme/,
    {
      core: {},
      devices: {
        ...DEVICES,
        nvme: (setup, instance) =>
          createNvmeDevice(setup, instance, {
            driver: {
              deliver: async (driver, rpc) => {
                const buffer = driver.link.map(16);
                const delivered = await deliver(driver, rpc);
                if (delivered.ok) driver.link.unmap(buffer);
                return delivered;
              },
            },
          }),
      },
    },
    /1 more buffers of the host than before/,
  ],
  'a driver that remembers a refusal as an answer': [
    /pds/,
    {
      core: {},
      devices: {
        ...DEVICES,
        pds: (setup, instance) =>
          createPdsDevice(setup, instance, {
            admit: async (driver, rpc, scope) => {
              const errno = await admit(driver, rpc, scope);
              if (errno === 'ENOMEM') driver.operations.set(rpc.endpoint, []);
              return errno;
            },
          }),
      },
    },
    /the next call on the device is EINVAL and not success/,
  ],
};

describe('the fault sweep', () => {
  it('finds nothing in the reference, having let everything fail', async () => {
    const result = await sweep(referenceWith('nvme'), recorded, EXTENT);
    expect(tellSweep('reference', result)).to.match(/ 0 findings\n$/);
    expect(emptiness(result)).to.deep.equal([]);
    expect(result.scenarios).to.equal(recorded.length);
    expect(result.sampled).to.equal(0);
  });

  for (const [what, [features, swept, said]] of Object.entries(PLANTED))
    it(`finds ${what}`, async () => {
      const { scenarios, findings } = await sweep(swept, scenariosOf(features), EXTENT);
      expect(scenarios).to.be.greaterThan(0);
      expect(findings.filter(({ fault }) => fault === null)).to.deep.equal([]);
      expect(findings.flatMap(({ wrongs }) => wrongs).join('\n')).to.match(said);
    });

  it('lets fewer things fail where all of them would cost too much, and says so', async () => {
    const result = await sweep(referenceWith('nvme'), recorded, { seed: SEED, budget: 30 });
    expect(result.sampled).to.be.within(1, recorded.length);
    expect(tellSweep('reference', result)).to.match(/a sample of what may fail/);
  });

  it('does not pass when nothing failed', async () => {
    const result = await sweep(referenceWith('nvme'), [], EXTENT);
    expect(emptiness(result)).to.have.length(FAULTS.length + 1);
  });

  it('refuses scenarios that fail by themselves', async () => {
    const [first] = recorded;
    if (first === undefined) throw new Error('nothing was recorded');
    const other = first.steps.map((step) => (step.operation.op === 'open' ? { ...step, outcome: { ok: false, errno: 'EIO' } } : step));
    const { findings } = await sweep(referenceWith('nvme'), [{ ...first, steps: other }], EXTENT);
    expect(findings.find(({ fault }) => fault === null)?.wrongs.join()).to.match(/open, does not come to what it did in the scenario/);
  });
});
