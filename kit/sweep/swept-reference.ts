import type { CoreParts } from '../../reference-impl/core/parts.js';
import { CORE_PARTS } from '../../reference-impl/core/parts.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { refuse } from '../result.js';
import type { DeviceProfile, DeviceSetups } from '../subject/device-setups.js';
import type { FirmwareFault } from '../subject/operations.js';
import type { Errno } from '../uapi/errno.js';
import { KIT_VERSION } from '../version.js';
import type { Faults } from './faults.js';
import { type HeldContext, Ledger } from './ledger.js';

/** The core and the devices that are swept. */
export type Swept = { readonly core: Partial<CoreParts>; readonly devices: DeviceFactories };

/** Errnos that things fail with, in turn. */
const REFUSALS: readonly Errno[] = ['EIO', 'EBUSY', 'EAGAIN', 'ENODEV'];

/** A status that no firmware gives to a command that it has done, or begun to do. */
const REFUSED = 2;

/** A reference in which one thing fails, and that keeps the books of what is held. */
export function sweptReference({ core, devices }: Swept, faults: Faults): { readonly subject: ReferenceSubject; readonly ledger: Ledger } {
  const ledger = new Ledger();
  const identity = { kind: 'reference', name: 'swept', version: KIT_VERSION } as const;
  const subject = new ReferenceSubject(
    identity,
    watchedDevices(devices, faults, ledger),
    watchedCore({ ...CORE_PARTS, ...core }, faults, ledger),
  );
  return { subject, ledger };
}

function watchedCore(parts: CoreParts, faults: Faults, ledger: Ledger): CoreParts {
  return {
    ...parts,
    allocate: (core, what) => {
      const memory = faults.meets(`no memory for ${what}`) ? null : parts.allocate(core, what);
      if (memory !== null) ledger.memoryTaken(memory);
      return memory;
    },
    free: (core, memory) => {
      ledger.memoryGiven(memory);
      parts.free(core, memory);
    },
    allocateNumber: (core) => {
      const number = faults.meets('no number for a device') ? null : parts.allocateNumber(core);
      if (number !== null) ledger.numberTaken(number);
      return number;
    },
    freeNumber: (core, number) => {
      ledger.numberGiven(number);
      parts.freeNumber(core, number);
    },
  };
}

function watchedDevices(devices: DeviceFactories, faults: Faults, ledger: Ledger): DeviceFactories {
  const watched =
    <Profile extends DeviceProfile>(profile: Profile) =>
    async (setup: DeviceSetups[Profile], number: number): Promise<DeviceInstance> => {
      const create: DeviceFactories[Profile] = devices[profile];
      const instance = await create(setup, number);
      instance.firmware?.interfere((planned) => fateOf(planned, faults, ledger));
      ledger.deviceMade(instance);
      return { ...instance, ops: instance.ops && watchedOps(instance.ops, faults, ledger) };
    };
  return {
    plain: watched('plain'),
    mlx5: watched('mlx5'),
    cxl: watched('cxl'),
    'cxl-switch': watched('cxl-switch'),
    bnxt: watched('bnxt'),
    pds: watched('pds'),
    nvme: watched('nvme'),
    modelled: watched('modelled'),
  };
}

function fateOf(planned: FirmwareFault | null, faults: Faults, ledger: Ledger): FirmwareFault | null {
  // What the scenario plans is for a message of its own, and another one may be the next when something else has failed.
  const fault = faults.isSuspended ? null : (messageFault(faults) ?? (faults.met === null ? planned : null));
  if (fault !== null) ledger.messageEndedBadly();
  return fault;
}

function messageFault(faults: Faults): FirmwareFault | null {
  if (faults.meets('a message is lost')) return { kind: 'undelivered', errno: errnoOf(faults) };
  return faults.meets('a message is refused by the firmware') ? { kind: 'status', status: REFUSED, syndrome: 0 } : null;
}

/** What fails, fails before the driver has done anything: what a driver does about a failure of its own is tried by its messages. */
function watchedOps(driver: FwctlOps, faults: Faults, ledger: Ledger): FwctlOps {
  const { info, firmwareRelease } = driver;
  const held = new WeakSet<object>();
  const heldContext = (context: unknown): HeldContext | null => {
    const candidate: HeldContext = Object(context);
    return held.has(candidate) ? candidate : null;
  };
  return {
    deviceType: driver.deviceType,
    ...(firmwareRelease && { firmwareRelease: () => firmwareRelease.call(driver) }),
    openUctx: async () => {
      if (faults.meets('open_uctx is refused')) return refuse(errnoOf(faults));
      const opened = await driver.openUctx();
      if (!opened.ok) return opened;
      const context: HeldContext = { inner: opened.value, isOpen: true };
      held.add(context);
      ledger.contextOpened(context);
      return { ok: true, value: context };
    },
    closeUctx: async (given) => {
      const context = heldContext(given);
      if (ledger.isOpen('close_uctx', context)) await ledger.closeContext(context, () => driver.closeUctx(context.inner));
    },
    ...(info && {
      info: async (given) => {
        const context = heldContext(given);
        if (!ledger.isOpen('info', context)) return refuse('EIO');
        return faults.meets('info is refused') ? refuse(errnoOf(faults)) : info.call(driver, context.inner);
      },
    }),
    fwRpc: async (given, scope, request, outLength, memory) => {
      const context = heldContext(given);
      if (!ledger.isOpen('fw_rpc', context)) return refuse('EIO');
      return faults.meets('fw_rpc is refused') ? refuse(errnoOf(faults)) : driver.fwRpc(context.inner, scope, request, outLength, memory);
    },
  };
}

function errnoOf({ reached }: Faults): Errno {
  return REFUSALS[reached % REFUSALS.length] ?? 'EIO';
}
