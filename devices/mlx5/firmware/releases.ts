import type { Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';

/** The releases of the firmware, in their order; a function comes with the middle one. */
const RELEASES = ['earlier', 'usual', 'later'] as const;
export type Release = (typeof RELEASES)[number];

/** How much a query tells behind its header, in bytes: each release tells what the one before told, and more. */
export const BODY_LENGTHS = { earlier: 32, usual: 48, later: 64 } as const satisfies Record<Release, number>;

/** Debug commands that the later release no longer has. */
const OUTDATED: readonly Mlx5CommandName[] = ['QUERY_MTT'];

export function hasCommand(release: Release, name: Mlx5CommandName): boolean {
  return release !== 'later' || !OUTDATED.includes(name);
}
