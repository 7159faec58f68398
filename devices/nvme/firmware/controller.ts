import { CSE_MASK, NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import { encodeFirmwareImage } from '../../../kit/formats/nvme/firmware-image.js';
import type { Bus } from './bus.js';
import { createFeatures, type FeatureState, type VendorFeature } from './features.js';
import { createNamespaces, type Namespace } from './namespaces.js';
import type { NvmeFirmwareParts } from './parts.js';
import { IMAGES, type Release } from './releases.js';

export type VendorCommand = { readonly opcode: number; readonly effects: number };
export type ControllerSetup = { readonly commands: readonly VendorCommand[]; readonly features: readonly VendorFeature[] };

/** A queue that the host has made; its entries lie in the memory of the host. */
export type Queue = { readonly entries: number; readonly address: number };

/** All that one controller, and the subsystem that it belongs to, remembers. */
export type Controller = {
  readonly parts: NvmeFirmwareParts;
  readonly bus: Bus;
  readonly setup: ControllerSetup;
  readonly features: Map<number, FeatureState>;
  readonly namespaces: Map<number, Namespace>;
  readonly submissionQueues: Map<number, Queue>;
  readonly completionQueues: Map<number, Queue>;
  /** Commands of the host that wait for something to happen, by their identifier. */
  readonly waiting: Set<number>;
  /** Log pages with an event that the host has been told of and has not yet looked into. */
  readonly events: Set<number>;
  /** Firmware images by slot, from 1 on; an empty one for a slot that is free. */
  readonly slots: Map<number, Uint8Array>;
  /** What Firmware Image Download has brought so far. */
  downloaded: Uint8Array;
  /** The image that runs, and the slot that the next reset activates. */
  running: Uint8Array;
  slotAtReset: number | null;
  /** What a vendor-specific command has put into the memory that the firmware runs from. */
  patch: Uint8Array | null;
  traceLevel: number;
  /** How often telemetry has been taken. */
  captures: number;
  /** Whether a self-test is under way. */
  isTesting: boolean;
  /** Streams that Directive Receive has allocated. */
  streams: number;
  /** The controller that is handed to another host for its virtual machine. */
  isSecondaryOnline: boolean;
  /** The enclosure behind the management endpoint. */
  enclosureSettings: number;
  isLocked: boolean;
  /** Nothing comes back any more. */
  isStuck: boolean;
};

/** What each of these controllers has, whatever the setup says. */
export const VENDOR_COMMANDS = {
  'set the trace level': 0xc1,
  'read counters': 0xc2,
  'dump the memory': 0xc6,
  'stop the controller': 0xc8,
  'patch the firmware': 0xcd,
} as const;

export const VENDOR_EFFECTS: readonly (readonly [opcode: number, effects: number])[] = [
  [VENDOR_COMMANDS['set the trace level'], NVME_EFFECTS.CSUPP],
  [VENDOR_COMMANDS['read counters'], NVME_EFFECTS.CSUPP],
  [VENDOR_COMMANDS['dump the memory'], NVME_EFFECTS.CSUPP | (CSE_MASK & (1 << 16))],
  [VENDOR_COMMANDS['stop the controller'], NVME_EFFECTS.CSUPP | (CSE_MASK & (2 << 16))],
  [VENDOR_COMMANDS['patch the firmware'], NVME_EFFECTS.CSUPP | NVME_EFFECTS.CCC],
];

export const SLOTS = 3;
const FIRST_SLOT = 1;
const SECOND_IMAGE = encodeFirmwareImage({ revision: '2.0', effects: [] });
const NO_IMAGE = new Uint8Array(0);

export function createController(setup: ControllerSetup, parts: NvmeFirmwareParts, bus: Bus): Controller {
  return {
    parts,
    bus,
    setup,
    features: createFeatures(setup.features),
    namespaces: createNamespaces(),
    submissionQueues: new Map(),
    completionQueues: new Map(),
    waiting: new Set(),
    events: new Set(),
    slots: new Map([
      [FIRST_SLOT, IMAGES.usual],
      [2, SECOND_IMAGE],
      [3, NO_IMAGE],
    ]),
    downloaded: NO_IMAGE,
    running: IMAGES.usual,
    slotAtReset: null,
    patch: null,
    traceLevel: 0,
    captures: 0,
    isTesting: false,
    streams: 0,
    isSecondaryOnline: true,
    enclosureSettings: 0,
    isLocked: false,
    isStuck: false,
  };
}

/** Another release is put into the first slot in place of whatever waits, and the reset that follows makes it run. */
export function runRelease(controller: Controller, release: Release): void {
  controller.slots.set(FIRST_SLOT, IMAGES[release]);
  controller.slotAtReset = FIRST_SLOT;
  resetController(controller);
}

/** A controller level reset: queues and waiting commands are gone, what waited for it becomes live. */
export function resetController(controller: Controller): void {
  const { parts, features, slots, slotAtReset } = controller;
  controller.submissionQueues.clear();
  controller.completionQueues.clear();
  controller.waiting.clear();
  for (const feature of features.values()) feature.current = feature.saved;
  const staged = slotAtReset === null ? undefined : slots.get(slotAtReset);
  if (staged !== undefined && parts.isGenuine(staged)) controller.running = staged;
  controller.slotAtReset = null;
  controller.downloaded = NO_IMAGE;
  controller.patch = null;
  controller.isTesting = false;
  controller.isStuck = false;
}
