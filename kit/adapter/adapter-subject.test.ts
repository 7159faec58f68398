import { describe, it } from 'node:test';
import { expect } from 'chai';
import { AdapterSubject, type Link } from './adapter-subject.js';

const SPAWN = { op: 'spawn', caller: 1, name: 'caller-1', capabilities: [], userNamespace: 'initial' } as const;

/** A link that notes what is asked of it; every answer comes when `answer` is called, in whatever order. */
function slowLink(inOrder: boolean) {
  const asked: string[] = [];
  const answers = new Map<string, { readonly settle: (result: unknown) => void; readonly fail: (error: Error) => void }>();
  const link: Link = {
    greeting: { protocol: 1, name: 'slow', version: '1', capabilities: [], inOrder },
    ask: (op) => {
      asked.push(op);
      return new Promise((settle, fail) => answers.set(op, { settle, fail }));
    },
    probe: () => Promise.resolve([]),
    stop: () => Promise.resolve(),
  };
  return { subject: new AdapterSubject(link, []), asked, answers };
}

const isBack = async (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((turn) => setImmediate(() => turn(false)))]);

describe('AdapterSubject', () => {
  it('asks an adapter that works in order the next thing before it has answered that it is prepared', async () => {
    const { subject, asked, answers } = slowLink(true);
    await subject.perform({ op: 'boot' });
    await subject.perform(SPAWN);
    const taint = subject.perform({ op: 'observe-taint' });
    expect(asked).to.deep.equal(['boot', 'spawn', 'observe-taint']);
    answers.get('observe-taint')?.settle({ mask: 4 });
    expect(await isBack(taint)).to.equal(false);
    for (const op of ['boot', 'spawn']) answers.get(op)?.settle(null);
    expect(await taint).to.deep.equal({ mask: 4 });
  });

  it('waits for every answer of any other', async () => {
    const { subject, answers } = slowLink(false);
    const boot = subject.perform({ op: 'boot' });
    expect(await isBack(boot)).to.equal(false);
    answers.get('boot')?.settle(null);
    expect(await isBack(boot)).to.equal(true);
  });

  it('tells who waits next of what went wrong before', async () => {
    const { subject, answers } = slowLink(true);
    await subject.perform(SPAWN);
    const taint = subject.perform({ op: 'observe-taint' });
    answers.get('spawn')?.fail(new Error('no more processes'));
    answers.get('observe-taint')?.settle({ mask: 0 });
    const told = await taint.then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(told).to.equal('no more processes');
  });

  it('boots no machine before it knows what became of the one before', async () => {
    const { subject, asked, answers } = slowLink(true);
    await subject.perform(SPAWN);
    const boot = subject.perform({ op: 'boot' });
    expect(await isBack(boot)).to.equal(false);
    expect(asked).to.deep.equal(['spawn']);
    answers.get('spawn')?.settle(null);
    expect(await isBack(boot)).to.equal(true);
    expect(asked).to.deep.equal(['spawn', 'boot']);
  });

  it('ends no scenario before all of it has been answered', async () => {
    const { subject, answers } = slowLink(true);
    await subject.perform(SPAWN);
    const end = subject.finishScenario();
    expect(await isBack(end)).to.equal(false);
    answers.get('spawn')?.fail(new Error('no more processes'));
    const told = await end.then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(told).to.equal('no more processes');
  });
});
