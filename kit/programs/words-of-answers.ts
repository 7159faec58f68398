import type { Draft, InfoDraft, RpcDraft } from '../../steps/support/call-draft.js';
import { isWhole, type Mapping } from '../../steps/support/layout.js';
import { countedBytes } from '../../steps/support/sent.js';
import { INFO_STRUCT, RPC_STRUCT } from '../uapi/ioctl.js';
import type { Prediction } from './oracle/prediction.js';
import { bytes } from './words-of-calls.js';

/** The steps that judge what the memory of the caller holds when the call has come back; `wasPoked` when another thread wrote to it, too. */
export function wordsOfAnswer(draft: Draft, prediction: Prediction, wasPoked: boolean): readonly string[] {
  if (prediction.outcome !== 'success') return wasPoked ? [] : wordsOfFailure(prediction);
  return draft.name === 'FWCTL_INFO' ? wordsOfInfo(draft, prediction) : wordsOfRpc(draft, prediction, wasPoked);
}

function wordsOfFailure({ memory }: Prediction): readonly string[] {
  return [memory.length === 0 ? "no byte of the caller's memory was written" : 'the structure is unchanged from byte 0 on'];
}

function wordsOfInfo({ room, data, structure }: InfoDraft, prediction: Prediction): readonly string[] {
  const length = word(prediction, INFO_STRUCT.deviceDataLen);
  const copied = Math.min(length, room);
  return [
    `the reported device type is ${word(prediction, INFO_STRUCT.outDeviceType)}`,
    ...(room === 0 ? [] : [`the reported length is ${bytes(length)}`]),
    ...(isCounted(prediction, 'device data', copied) ? [`the caller has the first ${bytes(copied)} of what the driver tells`] : []),
    ...(room > copied ? [`the device data is zero from byte ${copied} on`] : []),
    ...behind('device data', data),
    `only bytes ${INFO_STRUCT.outDeviceType} to ${INFO_STRUCT.outDeviceData - 1} of the structure have changed`,
    ...behind('structure', structure),
  ];
}

function wordsOfRpc(draft: RpcDraft, prediction: Prediction, wasPoked: boolean): readonly string[] {
  const length = word(prediction, RPC_STRUCT.outLen);
  const copied = Math.min(length, draft.room);
  const hasAll = !draft.inPlace || copied <= draft.request.length;
  const isRequestKnown = !draft.inPlace && !wasPoked && draft.requestMemory.kind !== 'cut';
  const buffer = draft.inPlace ? 'request' : 'response';
  return [
    `the reported length is ${bytes(length)}`,
    ...(hasAll && isCounted(prediction, buffer, copied) ? [`the caller has the first ${bytes(copied)} of the answer`] : []),
    ...wordsOfRequestAnswered(draft, contentOf(prediction, buffer).subarray(0, copied)),
    ...(draft.inPlace
      ? []
      : [`the response buffer is untouched behind its first ${bytes(copied)}`, ...behind('response', draft.responseMemory)]),
    ...(isRequestKnown ? ["the caller's request is as it was"] : []),
    `only bytes ${RPC_STRUCT.outLen} to ${RPC_STRUCT.in - 1} of the structure have changed`,
    ...behind('structure', draft.structure),
  ];
}

/** Where nothing is mapped behind a piece of memory, nothing can be seen there. */
function behind(region: string, mapping: Mapping): readonly string[] {
  return isWhole(mapping) ? [`nothing was written behind the ${region}`] : [];
}

function wordsOfRequestAnswered({ request }: RpcDraft, answer: Uint8Array): readonly string[] {
  if (request.length === 0 || answer.length < request.length) return [];
  if (request.every((byte, index) => byte === answer[index])) return ['the response is the request as it was sent'];
  return request.every((byte, index) => byte + (answer[index] ?? 0) === 0xff) ? ['the response is the request, each byte inverted'] : [];
}

function contentOf({ memory }: Prediction, region: string): Uint8Array {
  return memory.find(({ name }) => name === region)?.after ?? new Uint8Array(0);
}

/** What the script of a scenario makes the driver say is counted. */
function isCounted(prediction: Prediction, region: string, length: number): boolean {
  return length > 0 && Buffer.compare(contentOf(prediction, region).subarray(0, length), countedBytes(length)) === 0;
}

function word(prediction: Prediction, offset: number): number {
  const structure = contentOf(prediction, 'structure');
  return new DataView(structure.buffer, structure.byteOffset).getUint32(offset, true);
}
