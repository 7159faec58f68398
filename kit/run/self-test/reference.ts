import { KitError } from '../../errors.js';
import { type ModelName, USUAL_MODEL } from '../../model/model.js';
import { OUTSIDE } from '../../subjects/observation.js';
import type { Judged, JudgedRule, Question } from './question.js';

/** Puts questions to workers; null for one that ended its worker. */
export type Ask = (questions: readonly Question[]) => Promise<readonly (Judged | null)[]>;

/** What a variant differs from the reference in. */
export type Difference = {
  /** By the names of an observation; null when they cannot be told. */
  readonly replaced: ReadonlySet<string> | null;
  readonly model: ModelName;
};

type Called = ReadonlyMap<string, ReadonlySet<string>>;

/** The reference's verdicts, and what was called of it for each rule. */
export class JudgedReference {
  readonly #rules: ReadonlyMap<string, JudgedRule>;
  readonly #called: Called;
  /** Rules that depend on the model file. */
  readonly #modelled: ReadonlySet<string>;

  private constructor(rules: readonly JudgedRule[], called: Called, modelled: ReadonlySet<string>) {
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.#called = called;
    this.#modelled = modelled;
  }

  /**
   * Judges the reference by the rules, in so many parts. First without a model: what breaks then, or has a modelled
   * device, depends on it, and is judged again with the usual one.
   */
  static async judge(rules: readonly string[], parts: number, ask: Ask): Promise<JudgedReference> {
    const bare = together(await ask(partsOf(rules, parts).map((part) => ({ subject: REFERENCE, model: null, rules: part }))));
    const isModelled = ({ id, scenarios }: JudgedRule): boolean =>
      scenarios.includes('broken') || bare.called.get(id)?.has('devices.modelled') === true;
    const modelled = bare.rules.filter(isModelled).map(({ id }) => id);
    const usual = together(await ask(partsOf(modelled, parts).map((part) => ({ subject: REFERENCE, model: USUAL_MODEL, rules: part }))));
    const called = new Map([...bare.called, ...usual.called]);
    called.set(OUTSIDE, new Set([...(bare.called.get(OUTSIDE) ?? []), ...(usual.called.get(OUTSIDE) ?? [])]));
    const judged = new Map([...bare.rules, ...usual.rules].map((rule) => [rule.id, rule]));
    return new JudgedReference(
      rules.flatMap((id) => judged.get(id) ?? []),
      called,
      new Set(modelled),
    );
  }

  /**
   * The rules by which such a variant has to be judged: those for which something is called that it replaces. In the
   * scenarios of all others it is the reference.
   */
  rulesFor({ replaced, model }: Difference): readonly string[] {
    const all = [...this.#rules.keys()];
    if (replaced === null || this.#meets(OUTSIDE, replaced)) return all;
    return all.filter((id) => this.#meets(id, replaced) || (model !== USUAL_MODEL && this.#modelled.has(id)));
  }

  /** The verdicts on a variant of which only these rules were judged. */
  completed(judged: readonly JudgedRule[]): readonly JudgedRule[] {
    const anew = new Map(judged.map((rule) => [rule.id, rule]));
    return [...this.#rules.values()].map((rule) => anew.get(rule.id) ?? rule);
  }

  #meets(rule: string, replaced: ReadonlySet<string>): boolean {
    const called = this.#called.get(rule) ?? new Set();
    return [...replaced].some((name) => called.has(name));
  }
}

const REFERENCE = { kind: 'reference' } as const;

/** None for no rules, since no rule would stand for all. */
function partsOf(rules: readonly string[], count: number): readonly (readonly string[])[] {
  const parts = Array.from({ length: count }, (_, part) => rules.filter((_rule, index) => index % count === part));
  return parts.filter((part) => part.length > 0);
}

function together(answers: readonly (Judged | null)[]): { readonly rules: readonly JudgedRule[]; readonly called: Called } {
  const problem = answers
    .map((answer) => (answer === null ? 'the process ended' : answer.problems[0]))
    .find((found) => found !== undefined);
  if (problem !== undefined) throw notJudged(problem);
  const judged = answers.flatMap((answer) => answer ?? []);
  const called = new Map<string, Set<string>>();
  for (const [rule, entries] of judged.flatMap((answer) => answer.called))
    called.set(rule, new Set([...(called.get(rule) ?? []), ...entries]));
  return { rules: judged.flatMap(({ rules }) => rules), called };
}

function notJudged(received: string): KitError {
  return new KitError('kit/worker-ended', {
    summary: 'the reference itself could not be judged',
    expected: 'a run of the reference that comes to its end',
    received,
    attempt: 'fwctl-conformance run, which says more',
  });
}
