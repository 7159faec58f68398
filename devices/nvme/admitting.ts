import type { NvmeCommand } from '../../kit/formats/nvme/command.js';
import { decodeGetLogPage, featureOf } from '../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../kit/formats/nvme/features.js';
import { LOG_PAGES } from '../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN, type NvmeAdminName } from '../../kit/formats/nvme/opcodes.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { leastScope } from './driver/command-scope.js';
import { nvmeWith } from './nvme-device.js';

/** Variants whose driver admits one thing from another scope on. */

function from(scope: Scope, isMeant: (command: NvmeCommand) => boolean): ReturnType<typeof nvmeWith> {
  return nvmeWith({
    driver: { leastScope: (driver, logs, command) => (isMeant(command) ? scope : leastScope(driver, logs, command)) },
  });
}

export function nvmeAdmitting(name: NvmeAdminName, scope: Scope): ReturnType<typeof nvmeWith> {
  return from(scope, ({ opcode }) => opcode === NVME_ADMIN[name]);
}

export function nvmeReading(page: keyof typeof LOG_PAGES, scope: Scope): ReturnType<typeof nvmeWith> {
  return from(scope, (command) => command.opcode === NVME_ADMIN['Get Log Page'] && decodeGetLogPage(command).page === LOG_PAGES[page]);
}

export function nvmeSetting(feature: keyof typeof FEATURES, scope: Scope): ReturnType<typeof nvmeWith> {
  return from(scope, (command) => command.opcode === NVME_ADMIN['Set Features'] && featureOf(command) === FEATURES[feature]);
}
