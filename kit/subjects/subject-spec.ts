import { SHIPPED_MODELS, type ShippedModel } from '../model/model.js';
import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import { DEVICE_PROFILES, type DeviceProfile } from '../subject/device-setups.js';
import { VARIANT_KINDS, type VariantKind } from './variants.js';

/** What a guest of User Mode Linux is made of, as paths on this machine. */
export type GuestImage = { readonly kernel: string; readonly agent: string };

/** A program that speaks the adapter protocol. */
export type AdapterCommand = { readonly command: string; readonly args: readonly string[] };

/** Which implementation is to be judged; travels to the steps as a world parameter. */
export type SubjectSpec =
  | {
      readonly kind: 'reference';
      readonly devices?: readonly DeviceProfile[];
      readonly modelled?: ShippedModel;
      /** What it shall not declare, to see what the rules make of that. */
      readonly without?: Capability;
      /** By which name what is called of it is written down in this process; nothing is when absent. */
      readonly observation?: string;
    }
  /** A vendor's driver operations, in a module of its own. */
  | { readonly kind: 'driver'; readonly file: string }
  /** A child process that speaks the adapter protocol. */
  | ({ readonly kind: 'adapter' } & AdapterCommand)
  /** A device node of a real machine, and the type that its model gives the device. Without an agent of the user's it is this machine. */
  | { readonly kind: 'node'; readonly path: string; readonly deviceType: number; readonly agent: AdapterCommand | null }
  /** Real Linux in a guest, from a kernel that `linux build` has made. */
  | ({ readonly kind: 'linux'; readonly version: string; readonly devices: readonly DeviceProfile[] } & GuestImage)
  /** A subject that is open in this process, by the name under which it was lent. */
  | { readonly kind: 'lent'; readonly name: string }
  | { readonly kind: VariantKind; readonly name: string };

/** The spec as it arrives in a world parameter, which is JSON from a profile or from the command line. */
export function readSubjectSpec(value: unknown): SubjectSpec {
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    const { kind } = value;
    if (kind === 'reference') {
      return {
        kind,
        ...('devices' in value && Array.isArray(value.devices) && { devices: readProfiles(value.devices) }),
        ...('modelled' in value && { modelled: readModelled(value.modelled) }),
        ...('without' in value && { without: readCapability(value.without) }),
        ...('observation' in value && { observation: String(value.observation) }),
      };
    }
    if (kind === 'adapter') return { kind, ...readCommand(value) };
    if (kind === 'node' && 'path' in value && 'deviceType' in value && 'agent' in value)
      return {
        kind,
        path: String(value.path),
        deviceType: Number(value.deviceType),
        agent: value.agent === null ? null : readCommand(value.agent),
      };
    if (kind === 'linux' && 'kernel' in value && 'agent' in value && 'version' in value)
      return {
        kind,
        kernel: String(value.kernel),
        agent: String(value.agent),
        version: String(value.version),
        devices: 'devices' in value && Array.isArray(value.devices) ? readProfiles(value.devices) : [],
      };
    if (kind === 'lent' && 'name' in value) return { kind, name: String(value.name) };
    if (kind === 'driver' && 'file' in value && typeof value.file === 'string') return { kind, file: value.file };
    const variant = VARIANT_KINDS.find((candidate) => candidate === kind);
    if (variant !== undefined && 'name' in value && typeof value.name === 'string') return { kind: variant, name: value.name };
  }
  throw unreadable(value);
}

function readCommand(value: unknown): AdapterCommand {
  if (typeof value === 'object' && value !== null && 'command' in value && 'args' in value && Array.isArray(value.args))
    return { command: String(value.command), args: value.args.map(String) };
  throw unreadable(value);
}

function unreadable(value: unknown): Error {
  return new Error(
    `expected a world parameter "subject" such as { "kind": "reference" } or { "kind": "broken", "name": "..." }, but got ${JSON.stringify(value)}`,
  );
}

function readProfiles(names: readonly unknown[]): readonly DeviceProfile[] {
  return names.map((name) => {
    const profile = DEVICE_PROFILES.find((candidate) => candidate === name);
    if (profile === undefined) throw new Error(`expected one of ${DEVICE_PROFILES.join(', ')}, but got ${JSON.stringify(name)}`);
    return profile;
  });
}

function readCapability(name: unknown): Capability {
  const capability = CAPABILITIES.find((candidate) => candidate === name);
  if (capability === undefined) throw new Error(`expected one of ${CAPABILITIES.join(', ')}, but got ${JSON.stringify(name)}`);
  return capability;
}

function readModelled(name: unknown): ShippedModel {
  const model = SHIPPED_MODELS.find((candidate) => candidate === name);
  if (model === undefined) throw new Error(`expected one of ${SHIPPED_MODELS.join(', ')}, but got ${JSON.stringify(name)}`);
  return model;
}
