import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { actionProblems, gitlabProblems, scriptsOf, TEMPLATES } from './ci-templates.js';

describe('the templates for CI', () => {
  const action = readFileSync(join(TEMPLATES, 'action.yml'), 'utf8');
  const gitlab = readFileSync(join(TEMPLATES, 'gitlab-ci.yml'), 'utf8');

  it("are an action to GitHub's own reader", async () => {
    expect(await actionProblems(action)).to.deep.equal([]);
    expect(await actionProblems(action.replace('using: composite', 'using: nothing'))).to.not.deep.equal([]);
    expect(await actionProblems(action.replace('shell: bash', 'shells: bash'))).to.not.deep.equal([]);
    expect(await actionProblems('')).to.not.deep.equal([]);
  });

  it("are a job to GitLab's schema", () => {
    expect(gitlabProblems(gitlab)).to.equal(null);
    expect(gitlabProblems(gitlab.replace('when: always', 'when: perhaps'))).to.be.a('string');
    expect(gitlabProblems(gitlab.replace('.fwctl-conformance:', '.another:'))).to.be.a('string');
  });

  it('put no word of an input into a script', () => {
    for (const { run } of scriptsOf(action, { adapter: '; rm -rf /' })) expect(run).to.not.match(/\$\{\{|rm -rf/);
  });
});
