import type { Report } from '../../../reports/document/report.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { messageOf } from '../../errors.js';
import { shippedModel } from '../../model/shipped.js';
import { type Observation, OUTSIDE, openObservation } from '../../subjects/observation.js';
import type { SubjectSpec } from '../../subjects/subject-spec.js';
import { judge } from '../judge.js';
import { type RunFeatures, rememberFeatures } from '../run-features.js';
import { subjectFacts } from '../subject-facts.js';
import { watch } from '../watchdog.js';
import type { Judged, Question } from './question.js';

/** In milliseconds. A busy machine may be that slow without any subject's being stuck. */
const LONGEST_BLOCK = 60_000;

// One for all runs: to start its thread takes longer than many a subject does.
watch(LONGEST_BLOCK, () => {});

const runFeatures = rememberFeatures();
let catalogue: Catalogue | null = null;

/** The other end is pool.ts: a question comes in, what was judged goes out, one at a time. */
process.on('message', (question: Question) => {
  void answer(question).then((judged) => process.send?.(judged));
});
// Ctrl-C, and a terminal that goes, mean the whole process group; the parent ends its workers.
for (const name of ['SIGINT', 'SIGHUP'] as const) process.on(name, () => {});
process.on('disconnect', () => process.exit());

async function answer(question: Question): Promise<Judged> {
  try {
    return await judged(question);
  } catch (thrown) {
    return { rules: [], problems: [messageOf(thrown)], called: [] };
  }
}

async function judged({ subject, model, rules }: Question): Promise<Judged> {
  if (subject.kind !== 'reference') return { ...(await verdicts(subject, model, rules, runFeatures)), called: [] };
  const { name, observation, close } = openObservation();
  try {
    const found = await verdicts({ ...subject, observation: name }, model, rules, observing(observation));
    return { ...found, called: [...observation.called].map(([rule, entries]) => [rule, [...entries]]) };
  } finally {
    close();
  }
}

async function verdicts(
  subject: SubjectSpec,
  model: Question['model'],
  rules: readonly string[],
  run: RunFeatures,
): Promise<Omit<Judged, 'called'>> {
  catalogue ??= await loadCatalogue();
  const report = await judge({
    subject,
    facts: await subjectFacts(subject),
    catalogue,
    ...(model !== null && { model: shippedModel(model) }),
    seed: 1,
    selection: { rules, devices: [], shard: null, leftOut: [] },
    reproduce: '',
    recordCalls: false,
    longestBlock: null,
    runFeatures: run,
  });
  return { rules: judgedRules(report), problems: problemsOf(report) };
}

function judgedRules({ rules, selection }: Report): Judged['rules'] {
  return rules
    .filter(({ id }) => selection.rules.length === 0 || selection.rules.includes(id))
    .map(({ id, level, verdict, scenarios }) => ({ id, level, verdict, scenarios: scenarios.map((scenario) => scenario.verdict) }));
}

function problemsOf({ problems, footer }: Report): readonly string[] {
  return footer.complete || problems.length > 0 ? problems : [`the run was ${footer.endedBy}`];
}

/** What is called in a scenario is called for the rule that it has for a tag. */
function observing(observation: Observation): RunFeatures {
  const tags = new Map<string, string>();
  const cases = new Map<string, string>();
  return (run, { onMessage, onChosen }) =>
    runFeatures(run, {
      onChosen,
      onMessage: (message) => {
        const { pickle, testCase, testCaseStarted, testCaseFinished } = message;
        if (pickle) tags.set(pickle.id, ruleOf(pickle.tags.map(({ name }) => name.slice(1))));
        if (testCase) cases.set(testCase.id, tags.get(testCase.pickleId) ?? OUTSIDE);
        if (testCaseStarted) observation.turnTo(cases.get(testCaseStarted.testCaseId) ?? OUTSIDE);
        if (testCaseFinished) observation.turnTo(OUTSIDE);
        onMessage(message);
      },
    });
}

/** Calls for what is no rule count as such outside of all scenarios, which every rule is judged by. */
function ruleOf(names: readonly string[]): string {
  return catalogue?.rules.find(({ id }) => names.includes(id))?.id ?? OUTSIDE;
}
