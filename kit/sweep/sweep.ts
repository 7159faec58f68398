import { DEVICES, MODELLED_DEVICES } from '../../devices/catalogue.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import type { ShippedModel } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import type { DeviceProfile } from '../subject/device-setups.js';
import { KIT_VERSION } from '../version.js';
import type { FaultName } from './faults.js';
import { ENDINGS, type Ending, type Played, play } from './play.js';
import { type RecordedScenario, recordScenarios } from './record-scenarios.js';
import type { Swept } from './swept-reference.js';

/** Something that is not as it must be after one thing has failed; after none where `fault` is null. */
export type Finding = {
  readonly location: string;
  readonly at: number | null;
  readonly fault: FaultName | null;
  readonly ending: Ending;
  readonly wrongs: readonly string[];
};

export type SweepResult = {
  /** Those in which something may fail. */
  readonly scenarios: number;
  /** How often something failed, by what it was. */
  readonly faults: ReadonlyMap<FaultName, number>;
  readonly operations: number;
  /** How often a device was opened again, and that worked. */
  readonly nextOpens: number;
  /** Scenarios in which not each thing was let fail, since that would have cost too much. */
  readonly sampled: number;
  readonly findings: readonly Finding[];
};

/** Which scenarios: those of some rules, or all; of some profiles of devices, or all; with which device behind the model file. */
export type Selection = {
  readonly rules: readonly string[];
  readonly model: ShippedModel;
  readonly profiles?: readonly DeviceProfile[];
};

export type Extent = {
  readonly seed: number;
  /** How many operations a scenario may cost; where more would be needed, fewer things are let fail, evenly spread. */
  readonly budget: number;
};

/** The reference with that device behind the model file. */
export function referenceWith(model: ShippedModel): Swept {
  return { core: {}, devices: { ...DEVICES, modelled: MODELLED_DEVICES[model] } };
}

/** What the scenarios ask, as the reference has answered them. */
export function recordSelected({ rules, model, profiles }: Selection, seed: number): Promise<readonly RecordedScenario[]> {
  const identity = { kind: 'reference', name: 'reference', version: KIT_VERSION } as const;
  const reference = new ReferenceSubject(identity, referenceWith(model).devices, {}, profiles);
  return recordScenarios(reference, { rules, model: shippedModel(model), seed });
}

/** Plays each scenario once for each thing that may fail in it, with that one failing. */
export async function sweep(swept: Swept, scenarios: readonly RecordedScenario[], { seed, budget }: Extent): Promise<SweepResult> {
  const totals = new Totals();
  for (const [index, scenario] of scenarios.entries()) await sweepScenario(scenario, swept, { budget, seed: seed + index }, totals);
  return totals.result;
}

async function sweepScenario({ location, steps }: RecordedScenario, swept: Swept, { budget, seed }: Extent, totals: Totals): Promise<void> {
  const plain = new Map<Ending, Played>();
  for (const ending of ENDINGS) {
    const played = await play(steps, swept, { at: null, ending, expected: null });
    totals.add({ location, at: null, ending }, played);
    plain.set(ending, played);
  }
  const count = Math.max(...[...plain.values()].map(({ reached }) => reached));
  const stride = Math.max(1, Math.ceil((count * steps.length) / budget));
  totals.count({ hasFaults: count > 0, isSampled: stride > 1 });
  for (let turn = seed, at = 1 + (seed % stride); ; turn += 1, at += stride) {
    const ending = ENDINGS[turn % ENDINGS.length] ?? ENDINGS[0];
    const played = await play(steps, swept, { at, ending, expected: plain.get(ending)?.uses ?? null });
    if (played.met === null) break;
    totals.add({ location, at, ending }, played);
  }
}

class Totals {
  readonly #faults = new Map<FaultName, number>();
  readonly #findings: Finding[] = [];
  #scenarios = 0;
  #sampled = 0;
  #operations = 0;
  #nextOpens = 0;

  count({ hasFaults, isSampled }: { readonly hasFaults: boolean; readonly isSampled: boolean }): void {
    if (hasFaults) this.#scenarios += 1;
    if (isSampled) this.#sampled += 1;
  }

  add(about: Pick<Finding, 'location' | 'at' | 'ending'>, { met, wrongs, uses, operations }: Played): void {
    this.#operations += operations;
    this.#nextOpens += [...uses].filter(([use, outcome]) => use.startsWith('the next open') && outcome === 'success').length;
    if (met !== null) this.#faults.set(met, (this.#faults.get(met) ?? 0) + 1);
    if (wrongs.length > 0) this.#findings.push({ ...about, fault: met, wrongs: [...new Set(wrongs)] });
  }

  get result(): SweepResult {
    return {
      scenarios: this.#scenarios,
      faults: this.#faults,
      operations: this.#operations,
      nextOpens: this.#nextOpens,
      sampled: this.#sampled,
      findings: this.#findings,
    };
  }
}
