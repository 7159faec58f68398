import type { Report } from '../../reports/document/report.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { KIT_NAME } from '../version.js';

/** The command that judges the same subject by the same rules with the same seed. */
export function reproduceCommand(
  subject: SubjectSpec,
  { rules, devices, shard }: Report['selection'],
  seed: number,
  files: { readonly model?: string; readonly waivers?: string } = {},
): string {
  return [
    `npx ${KIT_NAME} run`,
    ...devices.map((device) => `--device ${device}`),
    ...(subject.kind === 'broken' ? [`--broken ${subject.name}`] : []),
    ...(subject.kind === 'linux' ? ['--linux'] : []),
    ...(subject.kind === 'driver' ? [`--driver ${subject.file}`] : []),
    ...(files.model === undefined ? [] : [`--model ${files.model}`]),
    ...(files.waivers === undefined ? [] : [`--waivers ${files.waivers}`]),
    ...rules.map((rule) => `--rule ${rule}`),
    ...(shard === null ? [] : [`--shard ${shard}`]),
    `--seed ${seed}`,
    ...(subject.kind === 'adapter' ? ['--', subject.command, ...subject.args] : []),
  ].join(' ');
}
