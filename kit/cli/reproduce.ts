import type { Report } from '../../reports/document/report.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { KIT_NAME } from '../version.js';

/** The command that judges the same subject by the same rules with the same seed. */
export function reproduceCommand(
  subject: SubjectSpec,
  { rules, devices, shard }: Report['selection'],
  seed: number,
  given: {
    readonly driver?: string;
    readonly model?: string;
    readonly waivers?: string;
    readonly challenge?: string;
    readonly destructive?: readonly string[];
  } = {},
): string {
  return [
    `npx ${KIT_NAME} run`,
    ...devices.map((device) => `--device ${device}`),
    ...(subject.kind === 'broken' || subject.kind === 'unfit' ? [`--broken ${subject.name}`] : []),
    ...(subject.kind === 'linux' ? ['--linux'] : []),
    ...(subject.kind === 'driver' ? [`--driver ${quoted(given.driver ?? subject.file)}`] : []),
    ...(subject.kind === 'node' ? [`--node ${quoted(subject.path)}`] : []),
    ...(given.model === undefined ? [] : [`--model ${quoted(given.model)}`]),
    ...(given.waivers === undefined ? [] : [`--waivers ${quoted(given.waivers)}`]),
    ...rules.map((rule) => `--rule ${rule}`),
    ...(given.destructive ?? []).map((rule) => `--destructive ${rule}`),
    ...(shard === null ? [] : [`--shard ${shard}`]),
    `--seed ${seed}`,
    ...(given.challenge === undefined ? [] : [`--challenge ${quoted(given.challenge)}`]),
    ...programOf(subject),
  ].join(' ');
}

function programOf(subject: SubjectSpec): readonly string[] {
  const program = subject.kind === 'adapter' ? subject : subject.kind === 'node' ? subject.agent : null;
  return program === null ? [] : ['--', ...[program.command, ...program.args].map(quoted)];
}

/** As a shell takes it for one word. */
/** A word of a command, as a shell takes it. */
export function quoted(text: string): string {
  return /^[\w.:@/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
