import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { COMMANDS_LOG_LENGTH, encodeEffects, FEATURES_LOG_LENGTH } from '../../../kit/formats/nvme/effects.js';
import { decodeFirmwareImage, encodeRevision, REVISION_LENGTH } from '../../../kit/formats/nvme/firmware-image.js';
import { CREATE_TELEMETRY, FIRST_VENDOR_LOG_PAGE, LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';
import { effectsLog } from './effects-log.js';
import { memoryImage } from './memory-image.js';

const PAGE_LENGTH = 512;
const NAMED_PAGES: readonly number[] = Object.values(LOG_PAGES);

/** What a log page holds, as long as it is, and zeros behind that. Who does not ask for its event to be retained has seen it. */
export function getLogPage(controller: Controller, { command }: Command): Answer {
  const { page, specific, retain } = decodeGetLogPage(command);
  if (!NAMED_PAGES.includes(page) && page < FIRST_VENDOR_LOG_PAGE) return failed('Invalid Log Page');
  if (!retain) controller.events.delete(page);
  if (page === LOG_PAGES['Telemetry Host-Initiated'] && (specific & CREATE_TELEMETRY) !== 0) controller.captures += 1;
  return done(content(controller, page));
}

function content(controller: Controller, page: number): Uint8Array {
  switch (page) {
    case LOG_PAGES['Firmware Slot Information']:
      return firmwareSlots(controller);
    case LOG_PAGES['Commands Supported and Effects']:
      return encodeEffects(effectsLog(controller), COMMANDS_LOG_LENGTH);
    case LOG_PAGES['Feature Identifiers Supported and Effects']:
      return encodeEffects(new Map([...controller.features].map(([id, { effects }]) => [id, effects])), FEATURES_LOG_LENGTH);
    case LOG_PAGES['Telemetry Host-Initiated']:
    case LOG_PAGES['Telemetry Controller-Initiated']:
      return controller.parts.withoutSecrets(memoryImage(controller));
    default:
      return new Uint8Array(PAGE_LENGTH).fill(page, 0, 4);
  }
}

/** Active Firmware Info, and the revision of each slot from byte 8 on. Source: NVM Express Base Specification 2.0, Firmware Slot Information. */
function firmwareSlots({ slots, running, slotAtReset }: Controller): Uint8Array {
  const page = new Uint8Array(PAGE_LENGTH);
  const active = [...slots].find(([, image]) => image === running)?.[0] ?? 0;
  page[0] = active | ((slotAtReset ?? 0) << 4);
  for (const [slot, image] of slots) {
    if (image.length > 0) page.set(encodeRevision(decodeFirmwareImage(image).revision), slot * REVISION_LENGTH);
  }
  return page;
}
