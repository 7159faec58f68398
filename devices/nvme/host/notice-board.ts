import type { Disallowed } from '../../../kit/model/model.js';
import type { HostNotice } from '../../../kit/subject/operations.js';

/** What the host has noticed since boot, in order. */
export class NoticeBoard {
  readonly #notices: HostNotice[] = [];

  notice(kind: Disallowed, what: string): void {
    this.#notices.push({ kind, what });
  }

  get notices(): readonly HostNotice[] {
    return [...this.#notices];
  }
}
