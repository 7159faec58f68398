import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DEVICES } from '../../devices/catalogue.js';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { KitError, messageOf } from '../errors.js';
import { type InputKind, readInput } from '../input-file.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { bindDriver, outOfReach } from './bind-driver.js';
import { DriverProcess } from './driver-process.js';

const DRIVER_FILE: InputKind = {
  code: 'input/bad-driver',
  noun: 'the driver',
  attempt: 'docs/driver-plugin.md says what each of them gives; init writes a driver that runs',
};

/** The reference core with a vendor's driver behind it, in a process of its own. */
class DriverSubject implements Subject {
  readonly identity;
  readonly capabilities;
  readonly #core: ReferenceSubject;
  readonly #driver: DriverProcess;

  constructor(file: { readonly name: string; readonly version: string }, driver: DriverProcess, hasReset: boolean) {
    const identity = { kind: 'driver', ...file } as const;
    const modelled = async (_setup: unknown, instance: number) => ({
      ops: await bindDriver(driver, instance),
      parent: `platform/driver.${instance}`,
    });
    this.#core = new ReferenceSubject(identity, { ...DEVICES, modelled }, {}, ['modelled'], outOfReach(hasReset));
    this.#driver = driver;
    this.identity = identity;
    this.capabilities = this.#core.capabilities;
  }

  perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    return this.#core.perform(operation);
  }

  async stop(): Promise<void> {
    await this.#driver.stop();
  }
}

function versionOf(file: string): string {
  return `sha256:${createHash('sha256').update(readInput(file, DRIVER_FILE)).digest('hex').slice(0, 12)}`;
}

/** What the driver has. No rule closes a file of every model, so one that cannot do that would not be found out. */
async function tryOnce(driver: DriverProcess): Promise<FwctlOps | null> {
  const ops = await bindDriver(driver, 0);
  const opened = await ops?.openUctx();
  if (opened?.ok) await ops?.closeUctx(opened.value);
  return ops;
}

/**
 * Loads the driver, and opens and closes a user context, to see that it is one.
 * @throws KitError input/bad-driver
 */
export async function openDriver(file: string): Promise<Subject> {
  const driver = new DriverProcess(file);
  try {
    const version = versionOf(file);
    const ops = await tryOnce(driver);
    return new DriverSubject({ name: basename(file), version }, driver, ops?.reset !== undefined);
  } catch (cause) {
    await driver.stop();
    if (cause instanceof KitError) throw cause;
    const { code, noun, attempt } = DRIVER_FILE;
    throw new KitError(
      code,
      {
        summary: `${noun} cannot be used: ${file}`,
        expected: 'a module whose default export makes an object with deviceType, openUctx, closeUctx, fwRpc and perhaps info and reset',
        received: messageOf(cause),
        attempt,
      },
      cause,
    );
  }
}
