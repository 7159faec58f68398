import { resolve } from 'node:path';
import type { KitError } from '../errors.js';
import { type Model, SHIPPED_MODELS, USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { DEVICE_PROFILES, type DeviceProfile } from '../subject/device-setups.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { findVariants, modelOfVariant } from '../subjects/variants.js';
import { BROKEN_SUBJECT, badValue, DEVICE, requireKnown } from './usage-errors.js';

export type SubjectOptions = {
  readonly device: readonly string[];
  readonly broken?: string;
  readonly driver?: string;
  readonly model?: string;
  readonly linux?: boolean;
  readonly node?: string;
  /** A program that speaks the adapter protocol, and its arguments; empty when there is none. */
  readonly command: readonly string[];
};

export type Choice = { readonly subject: SubjectSpec; readonly model: Model };

/** What the options of `run` say is to be judged, and the model of the modelled device. */
export async function chooseSubject(options: SubjectOptions, cwd: string): Promise<Choice> {
  const { device, broken, driver, model, node, command } = options;
  const [program, ...args] = command;
  const devices = [...new Set(device.map((name) => requireKnown(DEVICE, name, DEVICE_PROFILES)))];
  if (broken !== undefined) {
    const names = findVariants('broken').map(({ name }) => name);
    const name = requireKnown(BROKEN_SUBJECT, broken, names);
    refuseBeside('--broken', {
      '--device': devices.join(', '),
      '--driver': driver,
      '--model': model,
      '--node': node,
      '--': program,
    });
    return { subject: { kind: 'broken', name }, model: shippedModel(await modelOfVariant('broken', name)) };
  }
  if (options.linux === true) {
    refuseBeside('--linux', { '--driver': driver, '--model': model, '--node': node, '--': program });
    const { kernel, agent, version } = (await import('../linux/build/cache.js')).lastImage();
    return { subject: { kind: 'linux', kernel, agent, version, devices }, model: shippedModel(USUAL_MODEL) };
  }
  if (node !== undefined) {
    refuseBeside('--node', { '--device': devices.join(', '), '--driver': driver });
    if (model === undefined) throw withoutModel('--node', node);
    const read = await readModel(cwd, model);
    const agent = program === undefined ? null : { command: program, args };
    return { subject: { kind: 'node', path: node, deviceType: read.device.type, agent }, model: read };
  }
  if (driver !== undefined) {
    refuseBeside('--driver', { '--device': devices.join(', '), '--': program });
    if (model === undefined) throw withoutModel('--driver', driver);
    return { subject: { kind: 'driver', file: resolve(cwd, driver) }, model: await readModel(cwd, model) };
  }
  if (program !== undefined) {
    refuseBeside('--', { '--device': devices.join(', ') });
    const subject = { kind: 'adapter', command: program, args } as const;
    return { subject, model: model === undefined ? shippedModel(USUAL_MODEL) : await readModel(cwd, model) };
  }
  if (model === undefined) return { subject: reference(devices), model: shippedModel(USUAL_MODEL) };
  const [named] = SHIPPED_MODELS.filter((name) => devices.includes(name));
  if (named === undefined)
    throw badValue('--model', 'a device to judge by it: --driver FILE, --device mlx5 or --device cxl', model, `--device ${USUAL_MODEL}`);
  return { subject: { ...reference([...devices, 'modelled']), modelled: named }, model: await readModel(cwd, model) };
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
