import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../kit/errors.js';
import { MessageFile } from '../kit/run/message-file.js';
import { Judgement } from './document/judgement.js';
import { factsOf, ruleOf } from './document/message-stream.testing.js';
import { publish, REPORT_FILES } from './publish.js';
import { type BegunReport, beginReport, MESSAGES, unfinishedReport } from './report-folder.js';

describe('publish', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-publish-'));
  after(() => rmSync(base, { recursive: true }));
  const report = new Judgement(factsOf([ruleOf('taint-full')])).conclude({ endedBy: 'finished', problems: [] });

  async function refusal(begun: BegunReport): Promise<unknown> {
    return publish(report, begun).then(
      () => null,
      (error: unknown) => error,
    );
  }

  it('writes all files and leaves nothing else', async () => {
    const folder = mkdtempSync(join(base, 'new-'));
    await publish(report, beginReport(folder));
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('leaves the earlier report alone when a new one cannot be written', async () => {
    const folder = mkdtempSync(join(base, 'old-'));
    for (const file of REPORT_FILES) writeFileSync(join(folder, file), 'earlier');
    const begun = beginReport(folder);
    mkdirSync(join(unfinishedReport(folder), 'report.json'));
    expect(await refusal(begun)).to.be.instanceOf(KitError);
    expect(REPORT_FILES.map((file) => readFileSync(join(folder, file), 'utf8'))).to.deep.equal(['earlier', 'earlier', 'earlier']);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('keeps the messages of this run, torn or whole, and none of an earlier one', async () => {
    const folder = mkdtempSync(join(base, 'torn-'));
    writeFileSync(join(folder, MESSAGES), 'earlier');
    const begun = beginReport(folder);
    const messages = new MessageFile(join(unfinishedReport(folder), MESSAGES));
    messages.write({ number: 1 });
    messages.abandon();
    await publish(report, begun);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES, `${MESSAGES}.partial`].sort());
    await publish(report, beginReport(folder));
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('leaves alone what a later run writes in the same folder, and says so', async () => {
    const folder = mkdtempSync(join(base, 'shared-'));
    const [earlier, later] = [beginReport(folder), beginReport(folder)];
    writeFileSync(join(unfinishedReport(folder), MESSAGES), 'later');
    expect(await refusal(earlier)).to.have.nested.property('explanation.received', 'another run writes there');
    expect(readdirSync(unfinishedReport(folder))).to.deep.equal([MESSAGES]);
    await publish(report, later);
    expect(readFileSync(join(folder, MESSAGES), 'utf8')).to.equal('later');
    expect(await refusal(earlier)).to.have.property('code', 'machine/cannot-write');
  });

  it('says that the folder is gone', async () => {
    const folder = mkdtempSync(join(base, 'gone-'));
    const begun = beginReport(folder);
    rmSync(folder, { recursive: true });
    expect(await refusal(begun)).to.have.property('code', 'machine/cannot-write');
  });
});
