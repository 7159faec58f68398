import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Somebody who may log in to the manager over its network. */
export type User = { readonly name: string; readonly password: string };

const NAME_LENGTH = 16;
const MOST_USERS = 8;
/** Operations of Set User Password: set it, or test whether it is the one. */
const OPERATIONS = { set: 2, test: 3 } as const;

export function getUserName({ users }: Firmware, [id = 0]: Uint8Array): Answer {
  if (!isUser(id)) return failed('Invalid Data Field');
  const name = new Uint8Array(NAME_LENGTH);
  name.set(new TextEncoder().encode(users.get(id)?.name).subarray(0, NAME_LENGTH));
  return done(...name);
}

export function setUserName({ users }: Firmware, [id = 0, ...name]: Uint8Array): Answer {
  if (!isUser(id)) return failed('Invalid Data Field');
  users.set(id, { name: textOf(name), password: users.get(id)?.password ?? '' });
  return done();
}

/** A password goes in, and never comes out again. */
export function setUserPassword({ users }: Firmware, [id = 0, operation = 0, ...password]: Uint8Array): Answer {
  const user = users.get(id);
  if (user === undefined) return failed('Not Present');
  if (operation === OPERATIONS.test) return user.password === textOf(password) ? done() : failed('Invalid Data Field');
  if (operation !== OPERATIONS.set) return failed('Invalid Data Field');
  users.set(id, { ...user, password: textOf(password) });
  return done();
}

/** What the factory's tools ask for, and nobody else should. */
export function readStoredPasswords({ users }: Firmware): Answer {
  return done(...new TextEncoder().encode([...users.values()].map(({ password }) => password).join()));
}

function isUser(id: number): boolean {
  return id > 0 && id <= MOST_USERS;
}

/** What stands before the first zero. */
function textOf(bytes: readonly number[]): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(Uint8Array.from(end < 0 ? bytes : bytes.slice(0, end)));
}
