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
import { beginReport, MESSAGES, unfinishedReport } from './report-folder.js';

describe('publish', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-publish-'));
  after(() => rmSync(base, { recursive: true }));
  const report = new Judgement(factsOf([ruleOf('taint-full')])).conclude({ endedBy: 'finished', problems: [] });

  async function refusal(folder: string): Promise<unknown> {
    return publish(report, folder).then(
      () => null,
      (error: unknown) => error,
    );
  }

  it('writes all files and leaves nothing else', async () => {
    const folder = mkdtempSync(join(base, 'new-'));
    await publish(report, folder);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('leaves the earlier report alone when a new one cannot be written', async () => {
    const folder = mkdtempSync(join(base, 'old-'));
    for (const file of REPORT_FILES) writeFileSync(join(folder, file), 'earlier');
    mkdirSync(join(folder, '.report.partial/report.json'), { recursive: true });
    expect(await refusal(folder)).to.be.instanceOf(KitError);
    expect(REPORT_FILES.map((file) => readFileSync(join(folder, file), 'utf8'))).to.deep.equal(['earlier', 'earlier', 'earlier']);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('keeps the messages of this run, torn or whole, and none of an earlier one', async () => {
    const folder = mkdtempSync(join(base, 'torn-'));
    writeFileSync(join(folder, MESSAGES), 'earlier');
    beginReport(folder);
    const messages = new MessageFile(join(unfinishedReport(folder), MESSAGES));
    messages.write({ number: 1 });
    messages.abandon();
    await publish(report, folder);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES, `${MESSAGES}.partial`].sort());
    await publish(report, folder);
    expect(readdirSync(folder).sort()).to.deep.equal([...REPORT_FILES].sort());
  });

  it('says that there is no such folder', async () => {
    expect(await refusal(join(base, 'none'))).to.have.property('code', 'machine/cannot-write');
  });
});
