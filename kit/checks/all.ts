import { STAGES } from './stages.js';

/** `npm test`: every stage, whatever became of the one before; the last line counts what held. */
let passed = 0;
let failed = 0;
for (const { name, run } of STAGES) {
  const began = Date.now();
  const result = await run();
  passed += result.passed;
  failed += result.failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${result.failed === 0 ? '✔' : '✖'} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`);
  for (const note of result.notes ?? []) process.stdout.write(`  ${note}\n`);
  if (result.failed > 0) process.stdout.write(`${result.output.trimEnd()}\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
