import type { Rule } from '../../catalogue/catalogue.js';
import type { Entrant } from './entrants.js';
import { Pool } from './pool.js';
import type { Judged, Question } from './question.js';
import { JudgedReference } from './reference.js';
import { type Row, rowOf, rowWithout } from './row.js';

/** A candidate with the rules that it is judged by. */
type Task = Entrant & { readonly rules: readonly string[] };

export const WORKER = new URL('worker.js', import.meta.url);

export type MatrixOptions = {
  /** Judges each candidate in every scenario, whatever the reference calls in it. */
  readonly whole: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** What the worker processes run; worker.js when absent. */
  readonly worker?: URL;
};

/** Judges every candidate in worker processes. Rows come in their order. Rejects when the signal is aborted. */
export async function killMatrix(
  entrants: readonly Entrant[],
  rules: readonly Pick<Rule, 'id' | 'scenarios'>[],
  { whole, signal, onProgress, worker = WORKER }: MatrixOptions,
): Promise<readonly Row[]> {
  const pool = new Pool<Question, Judged>(worker);
  try {
    const ids = rules.map(({ id }) => id);
    const reference = whole ? null : await JudgedReference.judge(ids, pool.size, (questions) => pool.ask(questions, signal));
    const tasks = entrants.map((entrant): Task => ({ ...entrant, rules: reference?.rulesFor(entrant.difference) ?? ids }));
    const sizes = new Map(rules.map(({ id, scenarios }) => [id, scenarios.length]));
    const scenariosOf = (task: Task): number => task.rules.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    // The longest first, so that no worker is left alone with one at the end.
    const due = tasks.filter((task) => task.rules.length > 0).sort((a, b) => scenariosOf(b) - scenariosOf(a));
    let done = tasks.length - due.length;
    const answers = await pool.ask(
      due.map((task) => questionOf(task, task.rules)),
      signal,
      () => {
        done += 1;
        onProgress(done, tasks.length);
      },
    );
    const answered = new Map(due.map((task, index) => [task.candidate, answers[index] ?? null]));
    return tasks.map((task) => rowFor(task, answered.get(task.candidate), reference));
  } finally {
    await pool.close();
  }
}

/** The candidate judged by those rules. */
export function questionOf({ candidate: { kind, name }, difference: { model } }: Entrant, rules: readonly string[]): Question {
  return { subject: { kind, name }, model, rules };
}

function rowFor({ candidate, difference }: Task, answer: Judged | null | undefined, reference: JudgedReference | null): Row {
  if (answer === undefined) return rowWithout(candidate, `${list(difference.replaced)} is replaced, and no scenario ever calls it`);
  if (answer === null) return rowWithout(candidate, 'ends the process that judges it');
  const scenarios = answer.rules.reduce((sum, rule) => sum + rule.scenarios.length, 0);
  return rowOf(candidate, { ...answer, rules: reference?.completed(answer.rules) ?? answer.rules }, scenarios);
}

function list(names: ReadonlySet<string> | null): string {
  return [...(names ?? [])].join(', ');
}
