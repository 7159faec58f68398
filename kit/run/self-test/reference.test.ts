import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Verdict } from '../../../reports/document/report.js';
import { USUAL_MODEL } from '../../model/model.js';
import { OUTSIDE } from '../../subjects/observation.js';
import type { Judged, JudgedRule, Question } from './question.js';
import { type Ask, JudgedReference } from './reference.js';

const RULES = ['a-rule', 'b-rule', 'c-rule', 'd-rule'];

/** What is called for each rule; the last two depend on the model, one by a device that it has, one by what it reads. */
const CALLED: { readonly [rule: string]: readonly string[] } = {
  [OUTSIDE]: ['core.boot'],
  'a-rule': ['core.open', 'core.close'],
  'b-rule': ['core.open', 'devices.mlx5'],
  'c-rule': ['core.open', 'devices.modelled'],
  'd-rule': ['core.close'],
};

function ruleOf(id: string, verdict: Verdict): JudgedRule {
  return { id, level: 'MUST', verdict, scenarios: ['passed', verdict] };
}

/** Answers as workers do, and keeps what it was asked. */
function askedBy(asked: Question[], problems: readonly string[] = []): Ask {
  return async (questions) =>
    questions.map((question): Judged => {
      asked.push(question);
      const verdictOf = (id: string): Verdict => (id === 'd-rule' && question.model === null ? 'broken' : 'passed');
      return {
        rules: question.rules.map((id) => ruleOf(id, verdictOf(id))),
        problems,
        called: [OUTSIDE, ...question.rules].map((rule) => [rule, CALLED[rule] ?? []]),
      };
    });
}

async function judged(): Promise<JudgedReference> {
  return JudgedReference.judge(RULES, 2, askedBy([]));
}

describe('JudgedReference', () => {
  it('judges each rule once without a model, and what depends on it once with the usual one', async () => {
    const asked: Question[] = [];
    await JudgedReference.judge(RULES, 2, askedBy(asked));
    expect(asked.map(({ model, rules }) => [model, ...rules])).to.deep.equal([
      [null, 'a-rule', 'c-rule'],
      [null, 'b-rule', 'd-rule'],
      [USUAL_MODEL, 'c-rule'],
      [USUAL_MODEL, 'd-rule'],
    ]);
  });

  it('wants those rules judged for which something is called that is replaced', async () => {
    const reference = await judged();
    const rulesFor = (...names: string[]) => reference.rulesFor({ replaced: new Set(names), model: USUAL_MODEL });
    expect(rulesFor('core.open')).to.have.members(['a-rule', 'b-rule', 'c-rule']);
    expect(rulesFor('devices.mlx5', 'core.close')).to.have.members(['a-rule', 'b-rule', 'd-rule']);
    expect(rulesFor('core.wait')).to.deep.equal([]);
  });

  it('wants all rules judged when what is replaced is called outside of all scenarios, or cannot be told', async () => {
    const reference = await judged();
    expect(reference.rulesFor({ replaced: new Set(['core.boot']), model: USUAL_MODEL })).to.have.members(RULES);
    expect(reference.rulesFor({ replaced: null, model: USUAL_MODEL })).to.have.members(RULES);
  });

  it('wants all rules judged that depend on the model when it is another one', async () => {
    const reference = await judged();
    expect(reference.rulesFor({ replaced: new Set(['devices.mlx5']), model: 'raid' })).to.have.members(['b-rule', 'c-rule', 'd-rule']);
  });

  it('has the verdicts on the reference where nothing was judged, those with the model', async () => {
    const reference = await judged();
    const completed = reference.completed([ruleOf('b-rule', 'failed')]);
    const verdicts = Object.fromEntries(completed.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).to.deep.equal({ 'a-rule': 'passed', 'b-rule': 'failed', 'c-rule': 'passed', 'd-rule': 'passed' });
  });

  it('says so when the reference could not be judged', async () => {
    const outcomes = [askedBy([], ['the watchdog barked']), async (questions: readonly Question[]) => questions.map(() => null)];
    for (const ask of outcomes) {
      const outcome = await JudgedReference.judge(RULES, 2, ask).then(
        () => 'judged',
        (error: Error) => error.message,
      );
      expect(outcome).to.contain('could not be judged');
    }
  });
});
