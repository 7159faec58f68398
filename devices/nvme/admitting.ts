import type { NvmeCommand } from '../../kit/formats/nvme/command.js';
import { decodeGetLogPage, featureOf } from '../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../kit/formats/nvme/features.js';
import { LOG_PAGES } from '../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN, type NvmeAdminName } from '../../kit/formats/nvme/opcodes.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { leastScope } from './driver/command-scope.js';
import { nvmeWith } from './nvme-device.js';

/** Variants whose driver admits one thing from another scope on. */

export function nvmeFrom(scope: Scope, isMeant: (command: NvmeCommand) => boolean): ReturnType<typeof nvmeWith> {
  return nvmeWith({
    driver: { leastScope: (driver, logs, command) => (isMeant(command) ? scope : leastScope(driver, logs, command)) },
  });
}

export function nvmeAdmitting(name: NvmeAdminName, scope: Scope): ReturnType<typeof nvmeWith> {
  return nvmeFrom(scope, ({ opcode }) => opcode === NVME_ADMIN[name]);
}

/** With Retain Asynchronous Event, unless it is said otherwise. */
export function nvmeReading(page: keyof typeof LOG_PAGES, scope: Scope, retain = true): ReturnType<typeof nvmeWith> {
  return nvmeFrom(scope, (command) => {
    const asked = decodeGetLogPage(command);
    return command.opcode === NVME_ADMIN['Get Log Page'] && asked.page === LOG_PAGES[page] && asked.retain === retain;
  });
}

export function nvmeSetting(feature: keyof typeof FEATURES, scope: Scope): ReturnType<typeof nvmeWith> {
  return nvmeFrom(scope, (command) => command.opcode === NVME_ADMIN['Set Features'] && featureOf(command) === FEATURES[feature]);
}
