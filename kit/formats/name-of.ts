/** The name that a table of published numbers has for one; undefined when it has none. */
export function nameOf<Name extends string>(table: { readonly [Each in Name]: number }, number: number): Name | undefined {
  for (const name in table) if (table[name] === number) return name;
  return undefined;
}
