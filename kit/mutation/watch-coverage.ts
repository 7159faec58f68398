import { writeFileSync } from 'node:fs';
import type { InstrumenterContext } from '@stryker-mutator/api/core';

/** Loaded before a file of unit tests: writes down which mutants that file runs into. The other end is unit-tests.ts. */
const context: InstrumenterContext = { currentTestId: 'file', mutantCoverage: { static: {}, perTest: {} } };
Object.assign(globalThis, { __stryker__: context });
process.on('exit', () => writeFileSync(process.env['COVERAGE_FILE'] ?? '', JSON.stringify(context.mutantCoverage?.perTest['file'] ?? {})));
