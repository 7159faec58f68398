import { resolve } from 'node:path';
import type { KitError } from '../errors.js';
import { type Model, SHIPPED_MODELS, type ShippedModel, USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { DEVICE_PROFILES, type DeviceProfile } from '../subject/device-setups.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { FAILING_KINDS, findVariants, modelOfVariant } from '../subjects/variants.js';
import { BROKEN_SUBJECT, badValue, DEVICE, requireKnown } from './usage-errors.js';

export type SubjectOptions = {
  readonly device: readonly string[];
  readonly broken?: string;
  readonly driver?: string;
  readonly model?: string;
  readonly linux?: boolean;
  /** A real device, as a path on the machine that the agent is on. */
  readonly node?: string;
  /** A program that speaks the adapter protocol, and its arguments; empty when there is none. */
  readonly command: readonly string[];
};

/** `devices` are those that were named. */
export type Choice = { readonly subject: SubjectSpec; readonly model: Model; readonly devices: readonly DeviceName[] };

/** A device of the reference by its profile, or one that is known by its model file only. */
type DeviceName = DeviceProfile | ShippedModel;

const DEVICE_NAMES: readonly DeviceName[] = [...new Set([...DEVICE_PROFILES, ...SHIPPED_MODELS])];

/** What the options of `run` say is to be judged, and the model of the modelled device. */
export async function chooseSubject(options: SubjectOptions, cwd: string): Promise<Choice> {
  const { broken, driver, node, command } = options;
  const known = options.linux === true ? DEVICE_PROFILES : DEVICE_NAMES;
  const devices = [...new Set(options.device.map((name) => requireKnown<DeviceName>(DEVICE, name, known)))];
  if (broken !== undefined) return chooseBroken(broken, options, devices);
  if (options.linux === true) return chooseLinux(options, devices);
  if (node !== undefined) return chooseNode(node, options, devices, cwd);
  if (driver !== undefined) return chooseDriver(driver, options, devices, cwd);
  const [program, ...args] = command;
  if (program !== undefined) return chooseAdapter({ command: program, args }, options, devices, cwd);
  return chooseReference(options, devices, cwd);
}

async function chooseBroken(broken: string, { driver, model, node, command }: SubjectOptions, devices: Choice['devices']): Promise<Choice> {
  const failing = FAILING_KINDS.map((kind) => ({ kind, names: findVariants(kind).map(({ name }) => name) }));
  const name = requireKnown(
    BROKEN_SUBJECT,
    broken,
    failing.flatMap(({ names }) => names),
  );
  const kind = failing.find(({ names }) => names.includes(name))?.kind ?? 'broken';
  refuseBeside('--broken', {
    '--device': devices.join(', '),
    '--driver': driver,
    '--model': model,
    '--node': node,
    '--': command[0],
  });
  return { subject: { kind, name }, model: shippedModel(await modelOfVariant(kind, name)), devices };
}

async function chooseLinux({ driver, model, node, command }: SubjectOptions, devices: Choice['devices']): Promise<Choice> {
  refuseBeside('--linux', { '--driver': driver, '--model': model, '--node': node, '--': command[0] });
  const image = (await import('../linux/build/cache.js')).lastImage();
  const { kernel, agent, version } = image;
  return {
    subject: { kind: 'linux', kernel, agent, version, devices: image.devices.filter((name) => named(devices, name)) },
    model: shippedModel(USUAL_MODEL),
    devices,
  };
}

async function chooseNode(
  path: string,
  { driver, model, command }: SubjectOptions,
  devices: Choice['devices'],
  cwd: string,
): Promise<Choice> {
  refuseBeside('--node', { '--device': devices.join(', '), '--driver': driver });
  if (model === undefined) throw withoutModel('--node', path);
  const read = await readModel(cwd, model);
  const [program, ...args] = command;
  const agent = program === undefined ? null : { command: program, args };
  return { subject: { kind: 'node', path, deviceType: read.device.type, agent }, model: read, devices };
}

async function chooseDriver(driver: string, { model, command }: SubjectOptions, devices: Choice['devices'], cwd: string): Promise<Choice> {
  refuseBeside('--driver', { '--device': devices.join(', '), '--': command[0] });
  if (model === undefined) throw withoutModel('--driver', driver);
  return { subject: { kind: 'driver', file: resolve(cwd, driver) }, model: await readModel(cwd, model), devices };
}

async function chooseAdapter(
  program: { readonly command: string; readonly args: readonly string[] },
  { model }: SubjectOptions,
  devices: Choice['devices'],
  cwd: string,
): Promise<Choice> {
  refuseBeside('--', { '--device': devices.join(', ') });
  return {
    subject: { kind: 'adapter', ...program },
    model: model === undefined ? shippedModel(USUAL_MODEL) : await readModel(cwd, model),
    devices,
  };
}

async function chooseReference({ model }: SubjectOptions, devices: Choice['devices'], cwd: string): Promise<Choice> {
  const modelled = modelledDevice(devices, model);
  if (modelled === undefined) return { subject: reference(devices.filter(isProfile)), model: shippedModel(USUAL_MODEL), devices };
  const profiles = [...new Set([...devices.filter(isProfile), 'modelled' as const])];
  return {
    subject: { ...reference(profiles), modelled },
    model: model === undefined ? shippedModel(modelled) : await readModel(cwd, model),
    devices,
  };
}

/** The one of the devices that is judged by a model: always one that has no profile, and with --model any that has a model file. */
function modelledDevice(devices: readonly DeviceName[], model: string | undefined): ShippedModel | undefined {
  const [only, another] = SHIPPED_MODELS.filter((name) => devices.includes(name) && !isProfile(name));
  if (another !== undefined)
    throw badValue('--device', 'one device at a time of those known by a model file only', devices.join(', '), `--device ${another}`);
  if (only !== undefined || model === undefined) return only;
  const named = SHIPPED_MODELS.find((name) => devices.includes(name));
  if (named !== undefined) return named;
  const expected = `a device to judge by it: --driver FILE, -- COMMAND, --node PATH, or --device with one of ${SHIPPED_MODELS.join(', ')}`;
  throw badValue('--model', expected, model, devices.length === 0 ? '--driver driver.ts beside it' : `--device ${USUAL_MODEL}`);
}

/** All are meant where none is named. */
function named(devices: readonly DeviceName[], name: DeviceProfile): boolean {
  return devices.length === 0 || devices.includes(name);
}

function isProfile(name: DeviceName): name is DeviceProfile {
  return DEVICE_PROFILES.some((profile) => profile === name);
}

function reference(devices: readonly DeviceProfile[]) {
  return { kind: 'reference', ...(devices.length > 0 && { devices }) } as const;
}

/** YAML and schema take their time to be loaded, and most runs need neither. */
async function readModel(cwd: string, file: string): Promise<Model> {
  const { loadModel } = await import('../model/load.js');
  return loadModel(resolve(cwd, file));
}

function withoutModel(option: string, value: string): KitError {
  return badValue(option, '--model beside it: what the vendor says of the device', value, '--model fwctl-model.yaml');
}

function refuseBeside(option: string, others: Readonly<Record<string, string | undefined>>): void {
  const [other] = Object.entries(others).filter(([, value]) => value !== undefined && value !== '');
  if (other === undefined) return;
  const [name, value = ''] = other;
  throw badValue(name, `no ${name} beside ${option}, which brings what it needs`, value, `${option} alone`);
}
