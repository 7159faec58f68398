import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { SHIPPED_FEATURES } from '../run/feature-set.js';
import { runFeatures } from '../run/run-features.js';
import { openSubject } from '../subjects/open-subject.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { loadCorpus } from './corpus.js';
import { PROGRAM } from './generate.js';
import type { Program } from './program.js';
import { runProgram } from './run-program.js';
import { printScenario } from './scenario.js';

const SCENARIOS = 150;

/** How many steps of the programs, as scenarios, ended how; undefined steps show as UNDEFINED. */
async function playScenarios(subject: SubjectSpec, programs: readonly Program[]): Promise<Readonly<Record<string, number>>> {
  const told = await openSubject(subject);
  const scenarios: string[] = [];
  for (const [index, program] of programs.entries()) scenarios.push(printScenario(`Program ${index}`, await runProgram(told, program)));
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-programs-'));
  try {
    writeFileSync(join(folder, 'programs.feature'), `Feature: Programs\n\n${scenarios.join('\n\n')}\n`);
    return await statusesOf(subject, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function statusesOf(subject: SubjectSpec, folder: string): Promise<Readonly<Record<string, number>>> {
  const statuses: Record<string, number> = {};
  const count = (status: string): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const features = { ...SHIPPED_FEATURES, features: relative(SHIPPED_FEATURES.root, folder) };
  await runFeatures(
    { features, rules: [], shard: null, leftOut: [], worldParameters: { subject, seed: 1, recordCalls: false } },
    { onMessage: ({ testStepFinished }) => testStepFinished && count(testStepFinished.testStepResult.status), onChosen: () => {} },
  );
  return statuses;
}

describe('programs as scenarios', () => {
  it('are in words of the steps, and pass where the program does', async () => {
    const statuses = await playScenarios({ kind: 'reference' }, fc.sample(PROGRAM, { numRuns: SCENARIOS, seed: 1 }));
    expect(Object.keys(statuses)).to.deep.equal(['PASSED']);
    expect(statuses['PASSED']).to.be.greaterThan(20 * SCENARIOS);
  });

  it('fail where the program does', async () => {
    for (const name of ['full-does-not-taint', 'remembers-the-capability', 'closes-youngest-context']) {
      const programs = loadCorpus().filter(({ shown }) => shown === name);
      const statuses = await playScenarios(
        { kind: 'broken', name },
        programs.map(({ program }) => program),
      );
      expect(statuses['FAILED'], name).to.equal(1);
    }
  });
});
