/** The functions of the device, each with the one that it is a child of: 0 is the privileged one, 1 and 2 are of hypervisors, the others of VMs. */
const PARENTS: ReadonlyMap<number, number | null> = new Map([
  [0, null],
  [1, null],
  [2, null],
  [11, 1],
  [12, 1],
  [21, 2],
]);

/** Every function that there is. */
export const FUNCTIONS: readonly number[] = [...PARENTS.keys()];

/** Whether what comes through one function may be about another: the privileged one reaches all, the others themselves and their children. */
export function reaches(own: number, target: number): boolean {
  return own === 0 || target === own || PARENTS.get(target) === own;
}

export function mayChangeDevice(own: number): boolean {
  return own === 0;
}
