import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Evidence, RecordedCall } from '../../../../kit/evidence.js';
import { tellScenario } from './tell-scenario.js';
import type { Block, ToldCall, ToldScenario } from './told.js';

const NOTHING: Evidence = { expectations: [], used: [], calls: [] };

function tell(evidence: Partial<Evidence>, changes: { readonly reason?: string; readonly step?: string } = {}): ToldScenario {
  const scenario = { name: 'a scenario', location: 'features/a.feature:1', verdict: 'failed', ...changes } as const;
  return tellScenario({ ...scenario, evidence: { ...NOTHING, ...evidence } }, [
    { keyword: 'Given', text: 'a kettle' },
    { keyword: 'When', text: 'it boils' },
    { keyword: 'Then', text: 'tea is hot' },
  ]);
}

const SET_UP: readonly RecordedCall[] = [
  { op: 'spawn', takes: { caller: 1, name: 'the tool', capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'child' }, outcome: null },
  { op: 'register', takes: { device: 'the device', profile: 'mlx5', setup: {} }, outcome: { node: '/dev/fwctl/fwctl3' } },
  { op: 'open', takes: { caller: 1, path: '/dev/fwctl/fwctl3', mode: 'read-write', file: 9 }, outcome: { ok: true } },
];

const GUARD = 'c5*64';
const STRUCTURE = `2000000001000000100000002000000000200000000000000030000000000000`;

/** FWCTL_RPC of 16 bytes with room for 32; the pointers lead to 0x2000 and 0x3000. */
function rpc(written: readonly { readonly address: number; readonly length: number; readonly hex: string }[]): RecordedCall {
  const region = (name: string, address: number, length: number, hex: string) => ({
    name,
    address,
    access: 'read-write',
    bytes: { length: length + 64, hex: `${hex} ${GUARD}` },
  });
  const memory = [
    region('structure', 0x1000, 32, STRUCTURE),
    region('request', 0x2000, 16, '0732 00*14'),
    region('response', 0x3000, 32, '5a*32'),
  ];
  const outcome = { ok: true, written: written.map(({ address, length, hex }) => region('response', address, length, hex)) };
  return { op: 'ioctl', takes: { caller: 1, file: 9, request: 0x9a01, argument: 0x1000, memory }, outcome };
}

function callsOf({ calls }: ToldScenario): readonly ToldCall[] {
  return calls.flatMap((ofStep) => ofStep.calls);
}

function lastCall(...calls: readonly RecordedCall[]): ToldCall {
  const last = callsOf(tell({ calls: [...SET_UP, ...calls] })).at(-1);
  expect(last).not.to.equal(undefined);
  return last ?? { who: '', says: '', blocks: [] };
}

function only<Kind extends Block['kind']>(kind: Kind, blocks: readonly Block[]): readonly Extract<Block, { kind: Kind }>[] {
  return blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

describe('a call as it is told', () => {
  it('says who, what, and how it came back', () => {
    const [spawned, registered, opened] = callsOf(tell({ calls: SET_UP }));
    expect(spawned).to.deep.include({ who: 'the tool', says: 'starts, with CAP_SYS_RAWIO in a child user namespace' });
    expect(registered?.outcome).to.deep.equal({ text: '/dev/fwctl/fwctl3', kind: 'plain' });
    expect(opened).to.deep.include({ who: 'the tool', outcome: { text: 'success', kind: 'success' } });
    expect(lastCall({ op: 'open', takes: { caller: 1 }, outcome: { ok: false, errno: 'EPERM' } }).outcome?.text).to.equal('EPERM');
    expect(lastCall({ op: 'open', takes: { caller: 1 } }).outcome?.text).to.equal('has not come back');
  });

  it('decodes structure and mailbox of an ioctl beside their bytes, by the device that the file is of', () => {
    const call = lastCall(rpc([]));
    expect(call.says).to.equal('calls FWCTL_RPC, scope debug read only, QUERY_DELEGATED_VHCA');
    const [structure, request] = only('fields', call.blocks);
    expect(structure?.fields.map(({ name, value }) => [name, value])).to.deep.equal([
      ['size', '32'],
      ['scope', 'debug read only (1)'],
      ['in_len', '16'],
      ['out_len', '32'],
      ['in', 'to request (8192)'],
      ['out', 'to response (12288)'],
    ]);
    expect(request?.fields[0]).to.deep.equal({ at: 0, name: 'opcode', hex: '0732', value: 'QUERY_DELEGATED_VHCA (1842)' });
    expect(call.changed).to.equal(undefined);
  });

  it('marks what the call has changed, and nothing else', () => {
    const call = lastCall(rpc([{ address: 0x3000, length: 32, hex: '08000000deadbeef 5a*24' }]));
    expect(call.changed).to.equal('response');
    const answer = only('fields', call.blocks).at(-1);
    expect(answer?.fields[0]?.value).to.equal('LIM_ERR (8)');
    const bytes = only('bytes', call.blocks).at(-1);
    expect(bytes?.rows[0]?.changed).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bytes?.rows).to.have.length(2);
  });

  it('says nothing of the guard behind a region, unless it was overwritten', () => {
    expect(only('bytes', lastCall(rpc([])).blocks).map(({ title }) => title)).to.deep.equal(['request, 16 bytes', 'response, 32 bytes']);
    const call = lastCall({
      ...rpc([]),
      outcome: {
        ok: true,
        written: [{ name: 'response', address: 0x3000, access: 'read-write', bytes: { length: 96, hex: '00*33 c5*63' } }],
      },
    });
    const bytes = only('bytes', call.blocks).at(-1);
    expect(bytes?.note).to.contain('written past its end, which is at 32');
    expect(bytes?.rows.find(({ at }) => at === 32)?.changed).to.deep.equal([0]);
  });

  it('names what the firmware got', () => {
    const messages = [{ length: 64, hex: '08420102 00*60' }];
    const call = lastCall({
      op: 'observe-firmware',
      takes: { device: 'the device' },
      outcome: { messages, contexts: [{ id: 258 }], objects: [], received: 1 },
    });
    expect(call).to.include({ who: 'the firmware', says: 'has got 1 message: QUERY_LAG; 1 user context' });
    expect(only('bytes', call.blocks)[0]?.title).to.equal('message 1, 64 bytes');
  });

  it('counts entries and nodes as people do', () => {
    const entries = [{ name: 'fwctl0' }, { name: 'fwctl1' }];
    const call = lastCall({ op: 'observe-class', takes: {}, outcome: { entries } });
    expect(call).to.include({ who: 'the kernel', says: 'shows below /sys/class/fwctl 2 entries' });
    expect(only('facts', call.blocks)[0]?.title).to.equal('entries');
  });

  it('tells what the kernel beside fwctl does in sentences, too', () => {
    const device = 'the device';
    const told = (call: RecordedCall): string => {
      const { who, says } = lastCall(call);
      return `${who} ${says}`;
    };
    expect(told({ op: 'run-firmware', takes: { device, release: 'later' }, outcome: null })).to.equal(
      'the firmware of the device is replaced by its later release',
    );
    expect(told({ op: 'kernel-command', takes: { device, request: { length: 1, hex: '00' }, room: 4 }, outcome: null })).to.equal(
      'the kernel gives the firmware of the device a command of its own',
    );
    const amended = lastCall({ op: 'amend', takes: { entry: { deviceType: 99, at: 20 } }, outcome: null });
    expect(only('facts', amended.blocks)[0]?.facts).to.deep.include({ name: 'at', value: '20' });
  });

  it('tells an operation that it does not know by its name and what it took', () => {
    const call = lastCall({ op: 'open it 1000 times', takes: { howOften: 1000 }, outcome: '1000 succeeded' });
    expect(call).to.deep.include({ who: 'the kit', says: 'open it 1000 times', outcome: { text: '1000 succeeded', kind: 'plain' } });
    expect(only('facts', call.blocks)[0]?.facts).to.deep.equal([{ name: 'how often', value: '1000' }]);
  });

  it('takes evidence of any shape', () => {
    const odd: readonly RecordedCall[] = [
      { op: 'ioctl', takes: {}, outcome: null },
      { op: 'ioctl', takes: { memory: 'none', request: 'x', argument: null }, outcome: [] },
      {
        op: 'observe-firmware',
        takes: {},
        outcome: { messages: ['x', { length: 4, hex: 'zz*99999999999' }, { length: 1, hex: '00*99999999999' }] },
      },
      { op: 'observe-taint', takes: {}, outcome: 'x' },
      { op: 'constructor', takes: { __proto__: 1 }, outcome: { ok: 1 } },
    ];
    expect(callsOf(tell({ calls: odd }))).to.have.length(odd.length);
  });
});

describe('what a step looked at', () => {
  it('has marked what differs between the two sides, in words', () => {
    const look = { what: 'the answer', expected: 'the first 4 bytes, and zeros', actual: 'the first 8 bytes, and zeros', held: false };
    const [told] = tell({ expectations: [look] }).looks;
    expect(told?.expected).to.deep.equal([
      { text: 'the first ', differs: false },
      { text: '4', differs: true },
      { text: ' bytes, and zeros', differs: false },
    ]);
    expect(told?.actual[1]).to.deep.equal({ text: '8', differs: true });
    expect(tell({ expectations: [{ ...look, held: true }] }).looks[0]?.actual).to.deep.equal([{ text: look.actual, differs: false }]);
  });

  it('stands for the reason that says the same', () => {
    const unmet = { what: 'a', expected: 'b', actual: 'c', held: false };
    expect(tell({ expectations: [unmet] }, { reason: 'a: expected b, but got c' })).not.to.have.property('reason');
    expect(tell({}, { reason: 'the adapter went away' }).reason).to.equal('the adapter went away');
  });
});

describe('the steps of a scenario', () => {
  it('say which of them ended it, and which were not reached', () => {
    expect(tell({}, { step: 'it boils' }).steps?.map(({ state }) => state)).to.deep.equal(['made', 'ended', 'not reached']);
    expect(tell({}).steps?.map(({ state }) => state)).to.deep.equal(['made', 'made', 'made']);
  });
});

describe('texts of a subject', () => {
  it('are printable and not endless', () => {
    const { reason = '', remarks } = tell({ missing: '\u202ex' }, { reason: `\u0000${'a'.repeat(1_000_000)}` });
    expect(reason)
      .to.match(/^\\u\{0\}a+ … \(\d+ more characters in report\.json\)$/)
      .and.have.length.below(5000);
    expect(remarks).to.deep.equal([{ name: 'The subject lacks', value: '\\u{202e}x' }]);
  });
});

describe('the calls of a scenario', () => {
  const told = (began: readonly number[] | undefined, step?: string) =>
    tell({ calls: SET_UP, ...(began && { began }) }, step === undefined ? {} : { step }).calls.map(({ step, calls }) => [
      step?.text,
      calls.length,
    ]);

  it('are told below the step that made them', () => {
    expect(told([0, 2, 3, 3])).to.deep.equal([
      ['a kettle', 2],
      ['it boils', 1],
    ]);
    expect(told([0, 2, 3], 'it boils')).to.deep.equal([
      ['a kettle', 2],
      ['it boils', 1],
    ]);
  });

  it('show the step that ended the scenario, though it made none', () => {
    expect(told([0, 2, 3, 3], 'tea is hot')).to.deep.equal([
      ['a kettle', 2],
      ['it boils', 1],
      ['tea is hot', 0],
    ]);
  });

  it('are all told where it is not known which step made them', () => {
    for (const began of [undefined, [], [0, 3, 2, 3], [0, 4], [0, 1, 2, 3, 3]])
      expect(told(began), String(began)).to.deep.equal([[undefined, 3]]);
    expect(told([0, 1, 2])).to.deep.equal([
      ['a kettle', 1],
      ['it boils', 1],
      [undefined, 1],
    ]);
  });
});
