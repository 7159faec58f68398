import { NVME_STATUSES, type NvmeStatusName } from '../../../kit/formats/nvme/statuses.js';

/** What a command comes to: dword 0 of its completion, its status, and the data for the host. */
export type Answer = { readonly status: number; readonly result: number; readonly data: Uint8Array };

const NOTHING = new Uint8Array(0);

export function done(data: Uint8Array = NOTHING, result = 0): Answer {
  return { status: NVME_STATUSES['Successful Completion'], result, data };
}

export function failed(status: Exclude<NvmeStatusName, 'Successful Completion'>): Answer {
  return { status: NVME_STATUSES[status], result: 0, data: NOTHING };
}
