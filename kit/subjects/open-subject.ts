import { DEVICES, MODELLED_DEVICES, UNSHARED_DEVICES } from '../../devices/catalogue.js';
import { CORE_PARTS } from '../../reference-impl/core/parts.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { USUAL_MODEL } from '../model/model.js';
import { OF_SHARED_FIRMWARE } from '../subject/capabilities.js';
import type { Subject } from '../subject/port.js';
import { KIT_VERSION } from '../version.js';
import { borrowSubject } from './lend-subject.js';
import { observationNamed } from './observation.js';
import type { SubjectSpec } from './subject-spec.js';
import { findVariants, loadVariant } from './variants.js';

/** The joint: the one place that knows which implementations there are. */
export async function openSubject(spec: SubjectSpec): Promise<Subject> {
  if (spec.kind === 'reference') {
    const { modelled = USUAL_MODEL } = spec;
    const devices = { ...DEVICES, modelled: MODELLED_DEVICES[modelled] };
    const isUnshared = UNSHARED_DEVICES.includes(modelled) && spec.devices?.every((profile) => profile === 'modelled');
    const without = [...(spec.without === undefined ? [] : [spec.without]), ...(isUnshared ? OF_SHARED_FIRMWARE : [])];
    const identity = { kind: 'reference', name: 'reference', version: KIT_VERSION } as const;
    if (spec.observation === undefined) return new ReferenceSubject(identity, devices, {}, spec.devices, without);
    const { lookAt } = observationNamed(spec.observation);
    return new ReferenceSubject(identity, lookAt(devices, 'devices'), lookAt(CORE_PARTS, 'core'), spec.devices, without);
  }
  if (spec.kind === 'driver') {
    const { openDriver } = await import('../plugin/driver-subject.js');
    return openDriver(spec.file);
  }
  if (spec.kind === 'adapter') {
    const { openAdapter } = await import('../adapter/open-adapter.js');
    return openAdapter(spec);
  }
  if (spec.kind === 'linux') {
    const { LinuxSubject } = await import('../linux/subject/linux-subject.js');
    return LinuxSubject.open(spec);
  }
  if (spec.kind === 'node') {
    const { NodeSubject } = await import('../node/node-subject.js');
    return NodeSubject.open(spec);
  }
  if (spec.kind === 'lent') return borrowSubject(spec.name);
  const file = findVariants(spec.kind).find(({ name }) => name === spec.name);
  if (file === undefined) throw new Error(`there is no ${spec.kind} subject named "${spec.name}"`);
  const { variant } = await loadVariant(file);
  const kind = spec.kind === 'odd' ? 'reference' : 'broken';
  return new ReferenceSubject({ kind, name: spec.name, version: KIT_VERSION }, { ...DEVICES, ...variant.devices }, variant.core);
}
