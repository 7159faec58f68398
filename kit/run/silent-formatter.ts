/** Cucumber insists on a formatter for its standard output; this module is one, and it writes nothing. */
export const type = 'formatter';

export function formatter(): void {}
