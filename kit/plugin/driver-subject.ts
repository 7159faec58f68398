import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DEVICES } from '../../devices/catalogue.js';
import type { DeviceInstance } from '../../reference-impl/device-instance.js';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { KitError, messageOf } from '../errors.js';
import { ok, type Result, refuse } from '../result.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { type Errno, isErrno } from '../uapi/errno.js';
import { DriverProcess } from './driver-process.js';

/** The reference core with a vendor's driver behind it, in a process of its own. */
class DriverSubject implements Subject {
  readonly identity;
  readonly capabilities;
  readonly #core: ReferenceSubject;
  readonly #driver: DriverProcess;

  constructor(file: string, driver: DriverProcess) {
    const version = `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)}`;
    const identity = { kind: 'driver', name: basename(file), version } as const;
    const modelled = (_setup: unknown, instance: number) => createDevice(driver, instance);
    this.#core = new ReferenceSubject(identity, { ...DEVICES, modelled }, {}, ['modelled']);
    this.#driver = driver;
    this.identity = identity;
    this.capabilities = this.#core.capabilities;
  }

  perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    return this.#core.perform(operation);
  }

  async stop(): Promise<void> {
    this.#driver.stop();
  }
}

/**
 * Loads the driver once, to see that it is one.
 * @throws KitError input/bad-driver
 */
export async function openDriver(file: string): Promise<Subject> {
  const driver = new DriverProcess(file);
  try {
    const subject = new DriverSubject(file, driver);
    await createDevice(driver, 0);
    return subject;
  } catch (cause) {
    driver.stop();
    throw new KitError(
      'input/bad-driver',
      {
        summary: `the driver cannot be used: ${file}`,
        expected: 'a module whose default export makes an object with deviceType, openUctx, closeUctx, fwRpc and perhaps info',
        received: messageOf(cause),
        attempt: 'docs/driver-plugin.md shows a whole one',
      },
      cause,
    );
  }
}

let contexts = 0;

async function createDevice(driver: DriverProcess, device: number): Promise<DeviceInstance> {
  const description = Object(await driver.ask({ op: 'create', device }));
  const { deviceType } = description;
  if (!Number.isInteger(deviceType)) throw new Error(`the driver's deviceType is no whole number: ${String(deviceType)}`);
  const ops: FwctlOps<number> = {
    deviceType,
    openUctx: async () => {
      contexts += 1;
      const context = contexts;
      const opened = resultOf('open_uctx', await driver.ask({ op: 'open_uctx', device, context }));
      return opened.ok ? ok(context) : opened;
    },
    closeUctx: async (context) => {
      await driver.ask({ op: 'close_uctx', device, context });
    },
    fwRpc: async (context, scope, request, outLength) =>
      bytesOf('fw_rpc', await driver.ask({ op: 'fw_rpc', device, context, scope, request, outLength })),
    ...(description.hasInfo === true && {
      info: async (context: number) => bytesOf('info', await driver.ask({ op: 'info', device, context })),
    }),
  };
  return { ops, parent: `platform/${basename('driver')}.${device}` };
}

/** A driver may give back anything; what is no result is named. */
function resultOf(op: string, given: unknown): Result<unknown, Errno> {
  const { ok: isOk, value, errno } = Object(given);
  if (isOk === true) return ok(value);
  if (isOk === false && typeof errno === 'string' && isErrno(errno)) return refuse(errno);
  throw new Error(`the driver gave back no result from ${op}: ${describe(given)}`);
}

function bytesOf(op: string, given: unknown): Result<Uint8Array, Errno> {
  const result = resultOf(op, given);
  if (!result.ok) return result;
  if (!(result.value instanceof Uint8Array)) throw new Error(`the driver gave back no bytes from ${op}: ${describe(result.value)}`);
  return ok(result.value);
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
