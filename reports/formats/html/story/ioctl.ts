import type { RecordedBytes, RecordedCall, RecordedValue } from '../../../../kit/evidence.js';
import { nameOf } from '../../../../kit/formats/name-of.js';
import { DEVICE_TYPES } from '../../../../kit/uapi/device-type.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../../../../kit/uapi/ioctl.js';
import { scopeOfNumber } from '../../../../kit/uapi/scope.js';
import { bytesBlock, readBytes, withoutGuard } from './bytes.js';
import { type Field, fieldsBlock, type Layout, lengthOf, meaningOf } from './layout.js';
import type { Messages } from './messages.js';
import type { Block } from './told.js';
import { counted, fieldOf, isBytes, itemsOf, told } from './values.js';

/** A region of the caller's memory, before the call and after it. */
type Region = {
  readonly name: string;
  readonly address: number;
  readonly access: string;
  readonly recorded: RecordedBytes;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly isChanged: boolean;
  readonly isWhole: boolean;
};

type ToldIoctl = { readonly says: string; readonly changed: string; readonly blocks: readonly Block[] };

/** An ioctl in words: what was asked for, and every piece of memory with what the call did to it. */
export function tellIoctl(call: RecordedCall, messages: Messages | undefined): ToldIoctl {
  const regions = regionsOf(call);
  const number = fieldOf(call.takes, 'request');
  const structure = regions.find(({ address }) => address === fieldOf(call.takes, 'argument'));
  const layout = layoutOf(number, regions);
  const request = regions.find(({ name }) => name === 'request');
  return {
    says: [
      nameOfRequest(number),
      ...(layout === undefined || structure === undefined ? [] : inShort(layout, structure)),
      ...(request === undefined || messages === undefined ? [] : commandIn(messages.request, messages.command, request.before)),
    ].join(', '),
    changed: regions.flatMap(({ name, isChanged }) => (isChanged ? [name] : [])).join(', '),
    blocks: regions.flatMap((region) => blocksOf(region, region === structure ? layout : layoutOfPayload(region, messages))),
  };
}

function regionsOf({ takes, outcome }: RecordedCall): readonly Region[] {
  const written = itemsOf(fieldOf(outcome, 'written'));
  return itemsOf(fieldOf(takes, 'memory')).flatMap((value): readonly Region[] => {
    const [address, recorded] = [fieldOf(value, 'address'), fieldOf(value, 'bytes')];
    if (typeof address !== 'number' || !isBytes(recorded)) return [];
    const changed = fieldOf(
      written.find((other) => fieldOf(other, 'address') === address),
      'bytes',
    );
    const now = isBytes(changed) ? changed : recorded;
    const before = readBytes(recorded);
    const name = told(fieldOf(value, 'name'));
    const access = told(fieldOf(value, 'access'));
    const isWhole = recorded.sha256 === undefined && now.sha256 === undefined;
    return [{ name, address, access, recorded: now, before, after: readBytes(now), isChanged: isBytes(changed), isWhole }];
  });
}

const REQUEST_NAMES = { FWCTL_INFO, FWCTL_RPC };

function nameOfRequest(number: RecordedValue | undefined): string {
  if (typeof number !== 'number') return `ioctl ${told(number)}`;
  return nameOf(REQUEST_NAMES, number) ?? `ioctl 0x${number.toString(16)}`;
}

/** The structure of the ioctl; pointers are said by the region that they lead to. */
function layoutOf(number: RecordedValue | undefined, regions: readonly Region[]): Layout | undefined {
  const pointer = (address: number): string => {
    const region = regions.find((candidate) => candidate.address === address);
    if (region !== undefined) return `to ${region.name}`;
    return address === 0 ? 'null' : 'to nothing that is mapped';
  };
  if (number === FWCTL_INFO) return { title: 'struct fwctl_info', order: 'little endian', fields: infoFields(pointer) };
  if (number === FWCTL_RPC) return { title: 'struct fwctl_rpc', order: 'little endian', fields: rpcFields(pointer) };
  return undefined;
}

function infoFields(pointer: (address: number) => string): readonly Field[] {
  return [
    { name: 'size', at: INFO_STRUCT.size, length: 4 },
    { name: 'flags', at: INFO_STRUCT.flags, length: 4 },
    { name: 'out_device_type', at: INFO_STRUCT.outDeviceType, length: 4, say: (type) => nameOf(DEVICE_TYPES, type) },
    { name: 'device_data_len', at: INFO_STRUCT.deviceDataLen, length: 4 },
    { name: 'out_device_data', at: INFO_STRUCT.outDeviceData, length: 8, say: pointer },
  ];
}

function rpcFields(pointer: (address: number) => string): readonly Field[] {
  return [
    { name: 'size', at: RPC_STRUCT.size, length: 4 },
    { name: 'scope', at: RPC_STRUCT.scope, length: 4, say: (scope) => scopeOfNumber(scope) ?? 'no scope' },
    { name: 'in_len', at: RPC_STRUCT.inLen, length: 4 },
    { name: 'out_len', at: RPC_STRUCT.outLen, length: 4 },
    { name: 'in', at: RPC_STRUCT.in, length: 8, say: pointer },
    { name: 'out', at: RPC_STRUCT.out, length: 8, say: pointer },
  ];
}

function inShort(layout: Layout, { before }: Region): readonly string[] {
  const scope = meaningOf(layout, 'scope', before);
  return scope === undefined ? [] : [`scope ${scope}`];
}

/** What the message asks for, by its name. */
export function commandIn(layout: Layout, command: string, bytes: Uint8Array): readonly string[] {
  const meaning = meaningOf(layout, command, bytes);
  return meaning === undefined ? [] : [meaning];
}

function layoutOfPayload({ name }: Region, messages: Messages | undefined): Layout | undefined {
  if (name === 'request') return messages?.request;
  return name === 'response' ? messages?.response : undefined;
}

/** Of the guard behind a region only what became of it is told, unless it was overwritten. */
function blocksOf(region: Region, layout: Layout | undefined): readonly Block[] {
  const { before, after, isWhole, isChanged, access, recorded } = region;
  const { length, guard } = withoutGuard(before, after, isWhole);
  const told = guard === 'overwritten' ? before.length : length;
  const [then, now] = [before.subarray(0, told), after.subarray(0, told)];
  const remarks = [
    access === 'read-write' ? '' : access,
    isChanged ? '' : 'not written to',
    guard === 'overwritten' ? `written past its end, which is at ${length}` : '',
  ];
  const remark = remarks.filter((part) => part !== '').join('; ');
  const size = isWhole ? length : recorded.length;
  const title = `${region.name}, ${counted(size, 'byte')}`;
  // An answer says nothing before it was written.
  if (layout === undefined || (region.name === 'response' && !isChanged)) return [bytesBlock(title, recorded, now, then, remark)];
  const read = region.name === 'response' ? now : then;
  // Where the fields say every byte, the bytes need not be said again.
  if (isWhole && lengthOf(layout) === told) return [fieldsBlock({ ...layout, title: `${layout.title}: ${title}` }, read, now, remark)];
  return [fieldsBlock(layout, read, now), bytesBlock(title, recorded, now, then, remark)];
}
