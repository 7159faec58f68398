import { FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import { isVendorSigned } from '../../../kit/formats/nvme/firmware-image.js';
import type { Disallowed } from '../../../kit/model/model.js';
import type { Controller } from '../firmware/controller.js';

/** Something that has to stay as it is, and how it is, in words that only have to differ when it does. */
export type Watched = { readonly kind: Disallowed; readonly change: string; readonly state: string };

const OWNERS = { 'this host': 'data plane', 'another host': 'other hosts' } as const;

/** All that others rely on in a controller. */
export function watched(controller: Controller): readonly Watched[] {
  return [
    ...queues(controller),
    ...kernelSettings(controller),
    ...namespaces(controller),
    ...subsystem(controller),
    { kind: 'hang', change: 'the controller no longer answers', state: String(controller.isStuck) },
    { kind: 'untrusted code', change: 'code runs that the vendor has not signed', state: String(runsGenuineCode(controller)) },
  ];
}

function queues({ submissionQueues, completionQueues, waiting }: Controller): readonly Watched[] {
  const ids = (queuesOfOneKind: Controller['submissionQueues']): string =>
    [...queuesOfOneKind].map(([id, { entries, address }]) => [id, entries, address].join(':')).join();
  return [
    { kind: 'kernel objects', change: 'the submission queues are others', state: ids(submissionQueues) },
    { kind: 'kernel objects', change: 'the completion queues are others', state: ids(completionQueues) },
    { kind: 'kernel objects', change: 'other commands wait for an event', state: [...waiting].join() },
  ];
}

function kernelSettings({ features, events, isLocked }: Controller): readonly Watched[] {
  const standard = [...features].filter(([id]) => id < FIRST_VENDOR_FEATURE);
  return [
    ...standard.map(
      ([id, { current }]): Watched => ({ kind: 'kernel drivers', change: `feature ${id} has another value`, state: String(current) }),
    ),
    { kind: 'kernel drivers', change: 'an event has gone that nobody had looked into', state: [...events].join() },
    { kind: 'kernel drivers', change: 'the blocks are locked', state: String(isLocked) },
  ];
}

function namespaces(controller: Controller): readonly Watched[] {
  return [...controller.namespaces].flatMap(([id, { usedBy, blocks, moved }]): Watched[] => [
    { kind: OWNERS[usedBy], change: `the blocks of namespace ${id} have changed`, state: letters(blocks) },
    { kind: OWNERS[usedBy], change: `blocks of namespace ${id} have been moved`, state: String(moved) },
  ]);
}

function subsystem({ namespaces: all, isSecondaryOnline, enclosureSettings, streams }: Controller): readonly Watched[] {
  const attached = [...all].map(([id, { isAttached }]) => `${id}:${isAttached}`).join();
  return [
    { kind: 'other hosts', change: 'there are other namespaces', state: attached },
    { kind: 'other hosts', change: 'the secondary controller is another', state: String(isSecondaryOnline) },
    { kind: 'other devices', change: 'the enclosure is set otherwise', state: String(enclosureSettings) },
    { kind: 'kernel objects', change: 'streams have been taken', state: String(streams) },
  ];
}

/** The same for the same bytes only. */
function letters({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1');
}

/** Whether an image is genuine; no image is ever changed in place. */
const genuine = new WeakMap<Uint8Array, boolean>();

function runsGenuineCode({ running, patch }: Controller): boolean {
  const isGenuine = genuine.get(running) ?? isVendorSigned(running);
  genuine.set(running, isGenuine);
  return isGenuine && patch === null;
}
