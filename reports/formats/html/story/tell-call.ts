import type { RecordedCall, RecordedValue } from '../../../../kit/evidence.js';
import type { CAPABILITY_OF_OPERATION } from '../../../../kit/subject/capabilities.js';
import { tellIoctl } from './ioctl.js';
import { type Observation, tellFirmware, tellList, tellTaint } from './observations.js';
import { nameAsWords, rightsOf, type Scene } from './scene.js';
import type { Block, ToldCall } from './told.js';
import { asWords, fieldOf, fieldsOf, told } from './values.js';

type Sentence = Pick<ToldCall, 'who' | 'says' | 'changed'> & { readonly blocks?: readonly Block[] };
type Teller = (call: RecordedCall, scene: Scene) => Sentence;

const KERNEL = 'the kernel';
const FIRMWARE = 'the firmware';
const KIT = 'the kit';

const field = ({ takes }: RecordedCall, name: string): string => told(fieldOf(takes, name));

/** By the operation of the Subject port; each says what happens in one sentence. */
const OF_OPERATION: Readonly<Record<keyof typeof CAPABILITY_OF_OPERATION, Teller>> = {
  boot: () => ({ who: KIT, says: 'boots a fresh machine' }),
  'boot-next-kernel': () => ({ who: KIT, says: 'boots a fresh machine, with the next release of the kernel' }),
  spawn: (call) => ({ who: field(call, 'name'), says: `starts, with ${rightsOf(call.takes)}` }),
  'set-capabilities': (call, scene) => ({ who: scene.caller(call.takes), says: `now has ${rightsOf(call.takes)}` }),
  exit: (call, scene) => ({ who: scene.caller(call.takes), says: fieldOf(call.takes, 'how') === 'kill' ? 'is killed' : 'exits' }),
  open: (call, scene) => ({ who: scene.caller(call.takes), says: `opens ${field(call, 'path')}, ${field(call, 'mode')}` }),
  close: (call, scene) => ({ who: scene.caller(call.takes), says: `closes ${scene.file(call.takes)}` }),
  share: (call, scene) => ({
    who: scene.caller(call.takes, 'from'),
    says: `shares ${scene.file(call.takes)} with ${scene.caller(call.takes, 'to')}`,
  }),
  poke: (call, scene) => ({ who: scene.caller(call.takes), says: 'writes to memory of a call under way', blocks: given(call) }),
  ioctl: (call, scene) => {
    const { says, changed, blocks } = tellIoctl(call, scene.messagesOfFile(call.takes));
    return { who: scene.caller(call.takes), says: `calls ${says}`, blocks, ...(changed !== '' && { changed }) };
  },
  register: (call) => ({ who: KERNEL, says: `registers ${field(call, 'device')}, ${field(call, 'profile')}`, blocks: setup(call) }),
  unregister: (call) => ({ who: KERNEL, says: `lets go of ${field(call, 'device')}` }),
  'script-driver': (call) => ({ who: KIT, says: `has the driver of ${field(call, 'device')} behave otherwise`, blocks: setup(call) }),
  hold: (call) => ({ who: KIT, says: `stops the next ${field(call, 'operation')} of ${field(call, 'device')} before it begins` }),
  'await-held': (call) => ({ who: KIT, says: `waits until ${field(call, 'count')} of ${field(call, 'device')} are stopped` }),
  release: (call) => ({ who: KIT, says: `lets what was stopped of ${field(call, 'device')} go on` }),
  'firmware-fault': (call) => ({ who: FIRMWARE, says: faultOf(fieldOf(call.takes, 'fault')) }),
  reset: (call) => ({ who: KIT, says: `resets ${field(call, 'device')}: ${field(call, 'reset')}` }),
  'memory-pressure': (call) => ({ who: KERNEL, says: fieldOf(call.takes, 'on') === true ? 'runs out of memory' : 'has memory again' }),
  lockdown: (call) => ({ who: KERNEL, says: `is locked down for ${field(call, 'level')}` }),
  'kernel-command': (call) => ({
    who: KERNEL,
    says: `gives the firmware of ${field(call, 'device')} a command of its own`,
    blocks: given(call),
  }),
  'kernel-claim': (call) => ({
    who: KERNEL,
    says: `takes over what such requests to ${field(call, 'device')} are for`,
    blocks: given(call),
  }),
  block: (call) => ({ who: KERNEL, says: 'blocks something from now on', blocks: entry(call) }),
  amend: (call) => ({ who: KERNEL, says: 'amends some requests from now on', blocks: entry(call) }),
  'run-firmware': (call) => ({ who: FIRMWARE, says: `of ${field(call, 'device')} is replaced by its ${field(call, 'release')} release` }),
  'remove-module': (call) => ({ who: KIT, says: `removes the module of the driver of ${field(call, 'device')}` }),
  'observe-taint': (call) => observed(KERNEL, 'has', tellTaint(call.outcome)),
  'observe-log': (call) => observed(KERNEL, 'has logged', tellList('line', fieldOf(call.outcome, 'lines'))),
  'observe-class': (call) => observed(KERNEL, 'shows below /sys/class/fwctl', tellList('entry', fieldOf(call.outcome, 'entries'))),
  'observe-nodes': (call) => observed(KERNEL, 'shows below /dev/fwctl', tellList('node', fieldOf(call.outcome, 'nodes'))),
  'observe-driver': (call) => observed('the driver', 'was called', tellList('time', fieldOf(call.outcome, 'calls'))),
  'observe-firmware': (call, scene) => observed(FIRMWARE, 'has got', tellFirmware(call.outcome, scene.messagesOfDevice(call.takes))),
  'observe-host': (call) => observed('the rest of the host', 'has noticed', tellList('thing', fieldOf(call.outcome, 'notices'))),
};

const TELLERS: ReadonlyMap<string, Teller> = new Map(Object.entries(OF_OPERATION));

/** What an observation saw is in its sentence; of all others it is told beside it how they came back. */
const OBSERVES = /^observe-/;

export function tellCall(call: RecordedCall, scene: Scene): ToldCall {
  const { blocks = [], ...sentence } = (TELLERS.get(call.op) ?? otherwise)(call, scene);
  const outcome = OBSERVES.test(call.op) ? undefined : outcomeOf(call);
  scene.follow(call);
  return { ...sentence, ...(outcome && { outcome }), blocks };
}

function otherwise(call: RecordedCall): Sentence {
  return { who: KIT, says: nameAsWords(call.op), blocks: given(call) };
}

function observed(who: string, verb: string, { saw, blocks }: Observation): Sentence {
  return { who, says: `${verb} ${saw}`, blocks };
}

function outcomeOf({ outcome }: RecordedCall): ToldCall['outcome'] {
  if (outcome === null) return undefined;
  if (outcome === undefined) return { text: 'has not come back', kind: 'refused' };
  const ok = fieldOf(outcome, 'ok');
  if (ok === true) return { text: 'success', kind: 'success' };
  if (ok === false) return { text: told(fieldOf(outcome, 'errno')), kind: 'refused' };
  return { text: told(fieldOf(outcome, 'node') ?? outcome), kind: 'plain' };
}

function faultOf(fault: RecordedValue | undefined): string {
  const [errno, status] = [fieldOf(fault, 'errno'), fieldOf(fault, 'status')];
  if (errno !== undefined) return `will not get the next message: ${told(errno)} on the way`;
  return `will answer the next message with status ${told(status)}, syndrome ${told(fieldOf(fault, 'syndrome'))}`;
}

function given({ takes }: RecordedCall): readonly Block[] {
  return facts('given', takes);
}

function setup({ takes }: RecordedCall): readonly Block[] {
  return facts('set up', fieldOf(takes, 'setup'));
}

function entry({ takes }: RecordedCall): readonly Block[] {
  return facts('entry', fieldOf(takes, 'entry'));
}

function facts(title: string, value: RecordedValue | undefined): readonly Block[] {
  const entries = Object.entries(fieldsOf(value));
  if (entries.length === 0) return [];
  return [{ kind: 'facts', title, facts: entries.map(([name, inner]) => ({ name: told(asWords(name)), value: told(inner) })) }];
}
