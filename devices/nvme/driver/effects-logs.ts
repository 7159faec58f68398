import { ADMIN_QUEUE, encodeCommand, nvmeCommand } from '../../../kit/formats/nvme/command.js';
import { getLogPage } from '../../../kit/formats/nvme/dwords.js';
import { COMMANDS_LOG_LENGTH, decodeEffects, type EffectsLog, FEATURES_LOG_LENGTH } from '../../../kit/formats/nvme/effects.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { NvmeLink } from '../link.js';
import type { EffectsLogs, NvmeDriver } from './parts.js';

/** What the controller says of its commands and features; null when it does not say it. */
export async function readEffectsLogs(link: NvmeLink): Promise<EffectsLogs | null> {
  const commands = await readLog(link, LOG_PAGES['Commands Supported and Effects'], COMMANDS_LOG_LENGTH);
  const features = await readLog(link, LOG_PAGES['Feature Identifiers Supported and Effects'], FEATURES_LOG_LENGTH);
  return commands && features && { commands, features };
}

async function readLog(link: NvmeLink, page: number, length: number): Promise<EffectsLog | null> {
  const buffer = link.map(length);
  const dwords = getLogPage({ page, dwords: length / 4 });
  const command = nvmeCommand({ opcode: NVME_ADMIN['Get Log Page'], prp1: buffer.address, ...dwords });
  const completed = await link.submit(encodeCommand(command), ADMIN_QUEUE);
  link.unmap(buffer);
  return completed.ok && completed.value.status === 0 ? decodeEffects(buffer.bytes) : null;
}

/** Those of the firmware that runs: they are read when they are needed and there are none. */
export async function currentLogs(driver: NvmeDriver): Promise<EffectsLogs | null> {
  driver.known.logs ??= await readEffectsLogs(driver.link);
  return driver.known.logs;
}

/** Other firmware may run from now on, of which nothing is known. */
export function forgetLogs({ known }: NvmeDriver): void {
  known.logs = null;
}
