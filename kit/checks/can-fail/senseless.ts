import { setImmediate } from 'node:timers/promises';
import { DISALLOWED, hexBytes, type Model, namedItems } from '../../model/model.js';
import type { Region } from '../../subject/memory.js';
import type { CallOutcome, CommandOutcome, Operation, OperationName, Outcome } from '../../subject/operations.js';
import type { Errno } from '../../uapi/errno.js';

/** What becomes of an operation; `perform` has it done as it should be. */
export type Distortion<Name extends OperationName> = (
  operation: Operation<Name>,
  perform: (operation: Operation<Name>) => Promise<Outcome<Name>>,
) => Promise<Outcome<Name>>;

/** How a subject goes wrong: what it does otherwise, and from which of these operations in a scenario on, from the first when absent. */
export type Senseless = {
  readonly name: string;
  readonly from?: number;
  readonly distort: { readonly [Name in OperationName]?: Distortion<Name> };
};

/** No rule asks for them. */
const [ODD, OTHER] = ['ENOLINK', 'EBADR'] as const satisfies readonly Errno[];
const REFUSED = { ok: false, errno: ODD } as const;
const SUCCESS = { ok: true } as const;

const opposite = ({ ok }: CallOutcome): CallOutcome => (ok ? REFUSED : SUCCESS);
const otherwise = (outcome: CallOutcome): CallOutcome => (outcome.ok ? outcome : { ok: false, errno: outcome.errno === ODD ? OTHER : ODD });

/** What is made of what came. */
function then<Name extends OperationName>(change: (outcome: Outcome<Name>, operation: Operation<Name>) => Outcome<Name>): Distortion<Name> {
  return async (operation, perform) => change(await perform(operation), operation);
}

/** What is done to the memory of a call when it has come back, beside what it held before. */
function inMemory(change: (region: Region, before: Uint8Array) => void): Distortion<'ioctl'> {
  return async (operation, perform) => {
    const before = operation.memory.map(({ bytes }) => bytes.slice());
    const outcome = await perform(operation);
    for (const [index, region] of operation.memory.entries()) change(region, before[index] ?? region.bytes);
    return outcome;
  };
}

function flip(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte ^ 0xff);
}

/** What comes back when those who wait have given up. */
function late<Name extends OperationName>(): Distortion<Name> {
  return async (operation, perform) => {
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    return perform(operation);
  };
}

function garblesBehind(length: number): Senseless {
  const distort = inMemory(({ bytes }, before) => {
    for (const [at, byte] of bytes.entries()) if (at >= length && byte !== before[at]) bytes[at] = byte ^ 0xff;
  });
  return { name: `garbles what it writes behind ${length} bytes`, distort: { ioctl: distort } };
}

function garblesAt(at: number): Senseless {
  const distort = inMemory(({ name, bytes }) => {
    if (name === 'response' && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  });
  return { name: `garbles byte ${at} of the response`, distort: { ioctl: distort } };
}

/** Whatever is asked, the answer is that to the first call of the scenario. */
function repeatsItsFirstAnswer(): Senseless {
  let first: Uint8Array | null = null;
  const ioctl = inMemory(({ name, bytes }) => {
    if (name !== 'response') return;
    first ??= bytes.slice();
    bytes.set(first.subarray(0, bytes.length));
  });
  const boot: Distortion<'boot'> = (operation, perform) => {
    first = null;
    return perform(operation);
  };
  return { name: 'answers everything as it did the first call', distort: { boot, ioctl } };
}

/** Ways to go wrong in a call. */
const CALLS: readonly Senseless[] = [
  { name: 'refuses every call', distort: { ioctl: async () => REFUSED } },
  { name: 'does nothing and says that it succeeded', distort: { ioctl: async () => SUCCESS } },
  { name: 'says the opposite of what came', distort: { ioctl: then(opposite) } },
  { name: 'refuses for another reason', distort: { ioctl: then(otherwise) } },
  {
    name: 'says that it succeeded, with zeros wherever it may write',
    distort: {
      ioctl: async ({ memory }) => {
        for (const { access, bytes } of memory) if (access === 'read-write') bytes.fill(0);
        return SUCCESS;
      },
    },
  },
  ...[0, 8, 16, 40].map(garblesBehind),
  ...[0, 4, 10].map(garblesAt),
  { name: 'writes everywhere', distort: { ioctl: inMemory(({ bytes }) => bytes.set(flip(bytes))) } },
  { name: 'writes nothing', distort: { ioctl: inMemory(({ bytes }, before) => bytes.set(before)) } },
  {
    name: 'does everything twice',
    distort: {
      ioctl: async (operation, perform) => {
        await perform({ ...operation, memory: operation.memory.map((region) => ({ ...region, bytes: region.bytes.slice() })) });
        return perform(operation);
      },
    },
  },
  repeatsItsFirstAnswer(),
  { name: 'comes back late', distort: { ioctl: late() } },
];

function logs(what: string, change: (text: string) => string): Senseless {
  const distort = then<'observe-log'>(({ lines }) => ({ lines: lines.map(({ level, text }) => ({ level, text: change(text) })) }));
  return { name: `logs ${what}`, distort: { 'observe-log': distort } };
}

/** Some scenarios look only at what comes later, in calls or beside them; one compares two answers that come very late. */
const LATER = { calls: [2, 3, 4, 5, 7, 8, 10, 16], around: [2, 3], answers: Array.from({ length: 20 }, (_, index) => index + 24) };

/** Ways to go wrong beside calls. */
const AROUND: readonly Senseless[] = [
  { name: 'opens what it must not, and nothing else', distort: { open: then(opposite) } },
  { name: 'refuses to open for another reason', distort: { open: then(otherwise) } },
  { name: 'says the opposite of a close', distort: { close: then(opposite), 'remove-module': then(opposite) } },
  { name: 'has other nodes', distort: { register: then(({ node }) => ({ node: node === null ? '/dev/fwctl/fwctl9' : null })) } },
  { name: 'has nodes with other numbers', distort: { register: then(() => ({ node: '/dev/fwctl/fwctl77' })) } },
  {
    name: 'has firmware that got more, and holds more',
    distort: {
      'observe-firmware': then(({ messages, contexts, objects, received }) => ({
        messages: [...messages, ...messages, new Uint8Array(8)],
        contexts: [...contexts, { id: 9999, capabilities: 1 }],
        objects: [...objects, { id: 9999, kind: 'thing', owner: 9999 }],
        received: 2 * received + 1,
      })),
    },
  },
  {
    name: 'has firmware that got nothing, and holds nothing',
    distort: { 'observe-firmware': async () => ({ messages: [], contexts: [], objects: [], received: 0 }) },
  },
  {
    name: 'has firmware that got something else',
    distort: {
      'observe-firmware': then(({ messages, contexts, ...state }) => ({
        ...state,
        messages: messages.map(flip),
        contexts: contexts.map(({ id, capabilities }) => ({ id: id ^ 0xff, capabilities: capabilities ^ 0xff })),
      })),
    },
  },
  {
    name: 'has a driver that is asked for more',
    distort: {
      'observe-driver': then(({ calls }) => ({
        calls: [
          ...calls,
          ...calls,
          { operation: 'info', context: 77 },
          { operation: 'fw_rpc', context: 78, scope: 'configuration', request: new Uint8Array(4) },
          { operation: 'close_uctx', context: 79 },
        ],
      })),
    },
  },
  { name: 'has a driver that is asked for nothing', distort: { 'observe-driver': async () => ({ calls: [] }) } },
  { name: 'is tainted otherwise', distort: { 'observe-taint': then(({ mask }) => ({ mask: mask ^ 0xffffff })) } },
  {
    name: 'logs more',
    distort: { 'observe-log': then(({ lines }) => ({ lines: [...lines, ...lines, { level: 'warning', text: 'something' }] })) },
  },
  logs('something else', () => 'something'),
  logs('other processes', (text) => text.replace(/caller-\d+/, 'somebody')),
  logs('lines that are cut off', (text) => text.slice(0, -6)),
  {
    name: 'keeps no log and is never tainted',
    distort: { 'observe-taint': async () => ({ mask: 0 }), 'observe-log': async () => ({ lines: [] }) },
  },
  { name: 'has no class entry', distort: { 'observe-class': async () => ({ entries: [] }) } },
  { name: 'has no node', distort: { 'observe-nodes': async () => ({ nodes: [] }) } },
  {
    name: 'has class entries that there are not',
    distort: {
      'observe-class': then(({ entries }) => ({
        entries: [...entries, ...entries, { name: 'fwctl99', attributes: [], parent: '', deviceNumber: '1:1' }],
      })),
    },
  },
  {
    name: 'has nodes that there are not',
    distort: {
      'observe-nodes': then(({ nodes }) => ({
        nodes: [...nodes, ...nodes, { path: '/dev/fwctl/fwctl98', mode: 0o666, owner: 'nobody', group: 'nogroup', deviceNumber: '1:1' }],
      })),
    },
  },
  {
    name: 'has one number, one parent and one device for all',
    distort: {
      'observe-class': then(({ entries }) => ({ entries: entries.map((entry) => ({ ...entry, parent: 'one', deviceNumber: '1:1' })) })),
      'observe-nodes': then(({ nodes }) => ({ nodes: nodes.map((node) => ({ ...node, deviceNumber: '1:1' })) })),
    },
  },
  {
    name: 'has nodes of other devices',
    distort: { 'observe-nodes': then(({ nodes }) => ({ nodes: nodes.map((node) => ({ ...node, deviceNumber: '2:2' })) })) },
  },
  {
    name: 'gets in the way of everybody',
    distort: {
      'observe-host': then(({ notices }) => ({ notices: [...notices, ...DISALLOWED.map((kind) => ({ kind, what: 'something' }))] })),
    },
  },
  { name: 'gets in the way of nobody', distort: { 'observe-host': async () => ({ notices: [] }) } },
  {
    name: 'says the opposite to the kernel',
    distort: {
      'kernel-command': then(({ ok }): CommandOutcome => (ok ? REFUSED : { ok: true, bytes: new Uint8Array(64) })),
    },
  },
  {
    name: 'answers the kernel otherwise',
    distort: { 'kernel-command': then((outcome) => (outcome.ok ? { ok: true, bytes: flip(outcome.bytes) } : outcome)) },
  },
];

/** What a subject is asked to do and can leave undone. */
const UNDONE: readonly Senseless[] = [
  { name: 'never lets a device go', distort: { unregister: async () => undefined } },
  { name: 'lets a device go late', distort: { unregister: late() } },
  { name: 'never resets', distort: { reset: async () => undefined } },
  { name: 'never runs other firmware', distort: { 'run-firmware': async () => undefined } },
  { name: 'never has faulty firmware', distort: { 'firmware-fault': async () => undefined } },
  { name: 'is never locked down', distort: { lockdown: async () => undefined } },
  { name: 'blocks nothing', distort: { block: async () => undefined } },
  { name: 'amends nothing', distort: { amend: async () => undefined } },
  { name: 'lets the kernel claim nothing', distort: { 'kernel-claim': async () => undefined } },
  { name: 'gives no right', distort: { 'set-capabilities': async () => undefined } },
  { name: 'never runs out of memory', distort: { 'memory-pressure': async () => undefined } },
  { name: 'lets no process end', distort: { exit: async () => undefined } },
  { name: 'shares no file', distort: { share: async () => undefined } },
  { name: 'holds nothing', distort: { hold: async () => undefined, 'await-held': async () => undefined, release: async () => undefined } },
];

/** Subjects that make no sense, those that fail most first; one of them knows what the model says of secrets. */
export function senselessSubjects({ secrets }: Pick<Model, 'secrets'>): readonly Senseless[] {
  const bytes = Buffer.concat(namedItems(secrets).map((secret) => hexBytes(secret.bytes)));
  const telling = inMemory((region) => region.name === 'response' && region.bytes.set(bytes.subarray(0, region.bytes.length)));
  return [
    ...CALLS,
    ...AROUND,
    { name: 'tells secrets', distort: { ioctl: telling } },
    ...UNDONE,
    ...LATER.around.flatMap((from) => fromThereOn(AROUND, from)),
    ...LATER.calls.flatMap((from) => fromThereOn(CALLS, from)),
    ...LATER.answers.flatMap((from) => fromThereOn([garblesBehind(4)], from)),
  ];
}

function fromThereOn(subjects: readonly Senseless[], from: number): readonly Senseless[] {
  return subjects.map((one) => ({ ...one, name: `${one.name}, from the ${from}. on`, from }));
}
