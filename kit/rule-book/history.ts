import { spawnSync } from 'node:child_process';

/** A commit that changed what is said of a rule. `date` as in 2026-11-21. */
export type Change = { readonly date: string; readonly subject: string; readonly commit: string };

const COMMIT = '\x1e';
const FIELD = '\x1f';

/**
 * The changes of every rule, oldest first, as git has them; empty outside of a checkout, and in a shallow one, whose
 * first commit would seem to have written everything.
 */
export function historyOf(root: string): ReadonlyMap<string, readonly Change[]> {
  const git = (...words: readonly string[]): string =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 29 }).stdout ?? '';
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map();
  const format = `--format=${COMMIT}%h${FIELD}%cs${FIELD}%s`;
  return readHistory(git('log', '--reverse', '--no-renames', '--unified=1000000', format, '-p', '--', 'features'));
}

/** Reads a log of whole files: a line belongs to the rule whose id stood above it last. A rule that only moved has not changed. */
export function readHistory(log: string): ReadonlyMap<string, readonly Change[]> {
  const history = new Map<string, readonly Change[]>();
  for (const text of log.split(COMMIT).slice(1)) {
    const [head = '', ...lines] = text.split('\n');
    const [commit = '', date = '', subject = ''] = head.split(FIELD);
    for (const id of changedRules(lines)) history.set(id, [...(history.get(id) ?? []), { commit, date, subject }]);
  }
  return history;
}

function changedRules(diff: readonly string[]): readonly string[] {
  const removed = new Map<string, string[]>();
  const added = new Map<string, string[]>();
  let before: string | undefined;
  let after: string | undefined;
  for (const line of diff) {
    if (line.startsWith('diff ')) {
      before = undefined;
      after = undefined;
    }
    if (/^(?:---|\+\+\+) /.test(line)) continue;
    const text = line.slice(1).trim();
    const id = /^- id: (\S+)$/.exec(text)?.[1] ?? /^@(?:must|should|may) @(\S+)$/.exec(text)?.[1];
    if (line[0] !== '+') before = id ?? before;
    if (line[0] !== '-') after = id ?? after;
    if (line[0] === '-') note(removed, before, text);
    if (line[0] === '+') note(added, after, text);
  }
  return [...new Set([...removed.keys(), ...added.keys()])].filter((id) => sorted(removed.get(id)) !== sorted(added.get(id)));
}

function note(lines: Map<string, string[]>, id: string | undefined, text: string): void {
  if (id === undefined || text === '') return;
  lines.set(id, [...(lines.get(id) ?? []), text]);
}

function sorted(lines: readonly string[] = []): string {
  return [...lines].sort().join('\n');
}
