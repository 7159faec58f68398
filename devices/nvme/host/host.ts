import type { Disallowed } from '../../../kit/model/model.js';
import type { Controller } from '../firmware/controller.js';
import type { DmaBuffer } from '../link.js';
import { bringUp } from './kernel-driver.js';
import type { HostMemory } from './memory.js';
import type { NoticeBoard } from './notice-board.js';
import { watched } from './watch.js';

/** What a reset ends, and the nvme driver begins again. */
const OF_THE_DRIVER: readonly Disallowed[] = ['kernel objects', 'kernel drivers', 'hang'];

/** All of a host that is not the fwctl driver: the kernel's own nvme driver, and whoever looks after what it relies on. */
export class NvmeHost {
  readonly #controller: Controller;
  readonly #memory: HostMemory;
  readonly #board: NoticeBoard;
  /** How everything was when it was looked at last, by what would be said of a change. */
  #known: ReadonlyMap<string, string> = new Map();
  #given: readonly DmaBuffer[] = [];

  constructor(controller: Controller, memory: HostMemory, board: NoticeBoard) {
    this.#controller = controller;
    this.#memory = memory;
    this.#board = board;
    this.start();
  }

  /** After a reset the nvme driver makes anew what is its own; what others have is to be as it was. */
  start(): void {
    for (const buffer of this.#given) this.#memory.takeBack(buffer);
    this.#given = bringUp(this.#controller, this.#memory);
    this.#compare((kind) => !OF_THE_DRIVER.includes(kind));
  }

  /** Notices what has changed since the last time. */
  look(): void {
    this.#compare(() => true);
  }

  #compare(matters: (kind: Disallowed) => boolean): void {
    const now = watched(this.#controller);
    for (const { kind, change, state } of now) {
      const before = this.#known.get(change) ?? state;
      if (before !== state && matters(kind)) this.#board.notice(kind, change);
    }
    this.#known = new Map(now.map(({ change, state }) => [change, state]));
  }
}
