import type { RecordedCall, RecordedValue } from '../../../../kit/evidence.js';
import { MESSAGES, type Messages } from './messages.js';
import { asWords, fieldOf, told } from './values.js';

/** Who and what is there in a scenario, as far as its calls have said: kept up to date call by call. */
export class Scene {
  readonly #callers = new Map<RecordedValue | undefined, string>();
  readonly #files = new Map<RecordedValue | undefined, string>();
  readonly #profiles = new Map<RecordedValue | undefined, string>();
  readonly #nodes = new Map<string, string>();

  /** Takes in what the call has brought about. */
  follow({ op, takes, outcome }: RecordedCall): void {
    if (op === 'spawn') this.#callers.set(fieldOf(takes, 'caller'), told(fieldOf(takes, 'name')));
    if (op === 'open') this.#files.set(fieldOf(takes, 'file'), told(fieldOf(takes, 'path')));
    if (op !== 'register') return;
    const profile = told(fieldOf(takes, 'profile'));
    this.#profiles.set(fieldOf(takes, 'device'), profile);
    this.#nodes.set(told(fieldOf(outcome, 'node')), profile);
  }

  caller(takes: RecordedCall['takes'], name = 'caller'): string {
    const caller = fieldOf(takes, name);
    return this.#callers.get(caller) ?? `caller ${told(caller)}`;
  }

  file(takes: RecordedCall['takes']): string {
    return this.#files.get(fieldOf(takes, 'file')) ?? `file ${told(fieldOf(takes, 'file'))}`;
  }

  messagesOfFile(takes: RecordedCall['takes']): Messages | undefined {
    return MESSAGES.get(this.#nodes.get(this.file(takes)) ?? '');
  }

  messagesOfDevice(takes: RecordedCall['takes']): Messages | undefined {
    return MESSAGES.get(this.#profiles.get(fieldOf(takes, 'device')) ?? '');
  }
}

/** What a caller may do, as part of a sentence. */
export function rightsOf(takes: RecordedCall['takes']): string {
  const held = told(fieldOf(takes, 'capabilities'));
  const space = fieldOf(takes, 'userNamespace') === 'child' ? ' in a child user namespace' : '';
  return `${held === 'none' ? 'no capabilities' : held}${space}`;
}

/** An operation that this page has no sentence for, by its own name. */
export const nameAsWords = (op: string): string => told(asWords(op));
