import { writeU32 } from '../../../kit/formats/little-endian.js';
import { decodeFirmwareImage } from '../../../kit/formats/nvme/firmware-image.js';
import { encodeIdentifyController, IDENTIFY, IDENTIFY_LENGTH } from '../../../kit/formats/nvme/identify.js';
import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';
import { BLOCK_LENGTH } from './namespaces.js';

export function identify({ running, namespaces }: Controller, { command: { cdw10, nsid } }: Command): Answer {
  const data = new Uint8Array(IDENTIFY_LENGTH);
  switch (cdw10 & 0xff) {
    case IDENTIFY.controller:
      return done(encodeIdentifyController(decodeFirmwareImage(running).revision));
    case IDENTIFY.namespace:
      writeU32(data, 0, (namespaces.get(nsid)?.blocks.length ?? 0) / BLOCK_LENGTH);
      return done(data);
    case IDENTIFY['active namespaces']:
      for (const [index, id] of [...namespaces.keys()].entries()) writeU32(data, index * 4, id);
      return done(data);
    default:
      return failed('Invalid Field in Command');
  }
}
