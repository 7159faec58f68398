import { type Draft, draftOf, infoDraft, rpcDraft } from '../../steps/support/call-draft.js';
import type { Mapping } from '../../steps/support/layout.js';
import { sampleRequest } from '../../steps/support/sample-request.js';

type AnyCall = {
  readonly ioctl?: number;
  /** What the size field says, when it is not as long as the structure. */
  readonly size?: number;
  /** The structure is so many bytes longer; byte `dirty` of them, counted from 1, is not zero. */
  readonly longer?: { readonly by: number; readonly dirty?: number };
  readonly structure?: Mapping;
  readonly room?: number;
};

/** A call by what is not usual about it; a call of which nothing else is said is well formed. */
export type Call =
  | (AnyCall & { readonly name: 'FWCTL_INFO'; readonly flags?: number; readonly deviceType?: number; readonly data?: Mapping })
  | (AnyCall & {
      readonly name: 'FWCTL_RPC';
      readonly scope?: number;
      readonly length?: number;
      /** What the request length says, when the request is not as long. */
      readonly says?: number;
      readonly request?: Mapping;
      readonly response?: Mapping;
      readonly inPlace?: true;
    });

/** The call as a scenario would build it up. */
export function draftOfCall(call: Call): Draft {
  const plain = draftOf(call.name);
  const tail = new Uint8Array(call.longer?.by ?? 0);
  if (call.longer?.dirty !== undefined) tail[call.longer.dirty - 1] = 1;
  const structure = {
    ioctl: call.ioctl ?? plain.ioctl,
    size: call.size ?? plain.size + tail.length,
    tail,
    structure: call.structure ?? plain.structure,
  };
  if (call.name === 'FWCTL_INFO') {
    const { flags, deviceType, room, data } = infoDraft();
    return infoDraft({
      ...structure,
      flags: call.flags ?? flags,
      deviceType: call.deviceType ?? deviceType,
      room: call.room ?? room,
      data: call.data ?? data,
    });
  }
  const usual = rpcDraft();
  const request = call.length === undefined ? usual.request : sampleRequest(call.length);
  return rpcDraft({
    ...structure,
    scope: call.scope ?? usual.scope,
    request,
    requestLength: call.says ?? request.length,
    requestMemory: call.request ?? usual.requestMemory,
    room: call.room ?? (call.inPlace ? usual.request.length : (call.length ?? usual.room)),
    responseMemory: call.response ?? usual.responseMemory,
    inPlace: call.inPlace ?? false,
  });
}
