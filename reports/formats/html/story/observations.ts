import type { RecordedCall, RecordedValue } from '../../../../kit/evidence.js';
import { TAINT_FWCTL_BIT } from '../../../../kit/uapi/ioctl.js';
import { bytesBlock, readBytes } from './bytes.js';
import { commandIn } from './ioctl.js';
import { fieldsBlock } from './layout.js';
import type { Messages } from './messages.js';
import type { Block, Fact } from './told.js';
import { counted, fieldOf, isBytes, itemsOf, plural, told } from './values.js';

/** What an observation saw, in a sentence and in full. */
export type Observation = { readonly saw: string; readonly blocks: readonly Block[] };

export function tellFirmware(outcome: RecordedCall['outcome'], messages: Messages | undefined): Observation {
  const received = itemsOf(fieldOf(outcome, 'messages'));
  const holds = [...listed('user context', fieldOf(outcome, 'contexts')), ...listed('object', fieldOf(outcome, 'objects'))];
  const names = received.flatMap((message) =>
    messages !== undefined && isBytes(message) ? commandIn(messages.firmware, messages.command, readBytes(message)) : [],
  );
  const got = received.length === 0 ? 'no message' : counted(countOf(fieldOf(outcome, 'messages')), 'message');
  return {
    saw: [names.length === 0 ? got : `${got}: ${names.join(', ')}`, ...holds.map(({ name, items }) => counted(items.length, name))].join(
      '; ',
    ),
    blocks: [
      ...received.flatMap((message, index) => messageBlocks(`message ${index + 1}`, message, messages)),
      ...holds.map(({ name, items }): Block => ({ kind: 'facts', title: plural(name), facts: items.map(numbered) })),
    ],
  };
}

function messageBlocks(title: string, message: RecordedValue, messages: Messages | undefined): readonly Block[] {
  if (!isBytes(message)) return [{ kind: 'facts', title, facts: [{ name: 'message', value: told(message) }] }];
  const bytes = readBytes(message);
  return [
    ...(messages === undefined ? [] : [fieldsBlock(messages.firmware, bytes)]),
    bytesBlock(`${title}, ${counted(message.length, 'byte')}`, message, bytes),
  ];
}

export function tellTaint(outcome: RecordedCall['outcome']): Observation {
  const mask = fieldOf(outcome, 'mask');
  if (typeof mask !== 'number') return { saw: told(outcome), blocks: [] };
  // A mask may have more than 32 bits.
  const isTainted = Math.floor(mask / 2 ** TAINT_FWCTL_BIT) % 2 === 1;
  return { saw: `${isTainted ? 'tainted by fwctl' : 'no taint by fwctl'} (mask ${mask})`, blocks: [] };
}

/** An observation that is a list of things, each told on a line. */
export function tellList(noun: string, items: RecordedValue | undefined): Observation {
  const list = itemsOf(items);
  const saw = list.length === 0 ? `no ${noun}` : counted(countOf(items), noun);
  return { saw, blocks: list.length === 0 ? [] : [{ kind: 'facts', title: plural(noun), facts: list.map(numbered) }] };
}

function listed(
  name: string,
  value: RecordedValue | undefined,
): readonly { readonly name: string; readonly items: readonly RecordedValue[] }[] {
  const items = itemsOf(value);
  return items.length === 0 ? [] : [{ name, items }];
}

function countOf(value: RecordedValue | undefined): number {
  const count = fieldOf(value, 'items');
  return typeof count === 'number' ? count : itemsOf(value).length;
}

function numbered(item: RecordedValue, index: number): Fact {
  return { name: String(index + 1), value: told(item) };
}
