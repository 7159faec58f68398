import { COMMIT_ACTIONS, commitActionOf, slotOf } from '../../../kit/formats/nvme/dwords.js';
import { isVendorSigned } from '../../../kit/formats/nvme/firmware-image.js';
import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import { type Controller, SLOTS } from './controller.js';

/** The longest image that a slot holds, in bytes. */
const LONGEST_IMAGE = 0x1_0000;

/** Whether the vendor has made the image. */
export function isGenuine(image: Uint8Array): boolean {
  return isVendorSigned(image);
}

export function downloadImage(controller: Controller, { command, data }: Command): Answer {
  const offset = command.cdw11 * 4;
  if (offset + data.length > LONGEST_IMAGE) return failed('Invalid Field in Command');
  const image = new Uint8Array(Math.max(controller.downloaded.length, offset + data.length));
  image.set(controller.downloaded);
  image.set(data, offset);
  controller.downloaded = image;
  return done();
}

const STORING: readonly number[] = [
  COMMIT_ACTIONS['store only'],
  COMMIT_ACTIONS['store and activate at the next reset'],
  COMMIT_ACTIONS['activate now'],
];
const AT_RESET: readonly number[] = [COMMIT_ACTIONS['store and activate at the next reset'], COMMIT_ACTIONS['activate at the next reset']];

/** No image gets into a slot, and none runs, that is not genuine. */
export function commitFirmware(controller: Controller, { command }: Command): Answer {
  const action = commitActionOf(command);
  const slot = slotOf(command);
  if (action > COMMIT_ACTIONS['activate now']) return failed('Invalid Field in Command');
  if (slot < 1 || slot > SLOTS) return failed('Invalid Firmware Slot');
  const isNew = STORING.includes(action) && controller.downloaded.length > 0;
  const image = isNew ? controller.downloaded : (controller.slots.get(slot) ?? new Uint8Array(0));
  if (!controller.parts.isGenuine(image)) return failed('Invalid Firmware Image');
  controller.slots.set(slot, image);
  if (isNew) controller.downloaded = new Uint8Array(0);
  if (AT_RESET.includes(action)) controller.parts.stage(controller, slot);
  if (action === COMMIT_ACTIONS['activate now']) controller.running = image;
  return done();
}

/** What is to run after the next reset. */
export function stage(controller: Controller, slot: number): void {
  controller.slotAtReset = slot;
}
