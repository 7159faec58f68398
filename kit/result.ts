/** The answer of something that may be refused: a value, or the reason. */
export type Result<Value, Refusal> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errno: Refusal };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Refusal>(errno: Refusal): { readonly ok: false; readonly errno: Refusal } {
  return { ok: false, errno };
}

/** A value now, or later: where the kernel may sleep. */
export type Awaitable<Value> = Value | Promise<Value>;
