import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import type { OperationName } from '../subject/operations.js';
import type { Reply } from './wire.js';

/** What an adapter says of itself. */
export type Greeting = {
  readonly protocol: number;
  readonly name: string;
  readonly version: string;
  readonly capabilities: readonly string[];
};

const SCHEMA_FILE = new URL('kit/adapter/adapter-1.json', PACKAGE_ROOT);

/** Holds what an adapter sends to the published schema. Each method gives what is wrong, in words, or null. */
export class ReplySchema {
  readonly #ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  readonly #id: string;
  readonly #reply: ValidateFunction<Reply>;
  readonly #results = new Map<string, ValidateFunction>();

  constructor() {
    const schema: { readonly $id: string } = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
    this.#id = schema.$id;
    this.#ajv.addSchema(schema);
    this.#reply = this.#ajv.compile<Reply>({ $ref: `${schema.$id}#/$defs/reply` });
  }

  isReply(value: unknown): value is Reply {
    return this.#reply(value);
  }

  resultProblem(op: OperationName | 'hello' | 'no-such-operation', result: unknown): string | null {
    if (op === 'no-such-operation') return 'there is no such operation, so it cannot have a result';
    const validate = this.#results.get(op) ?? this.#ajv.compile({ $ref: `${this.#id}#/$defs/${op}` });
    this.#results.set(op, validate);
    if (validate(result)) return null;
    return this.#ajv.errorsText(validate.errors, { dataVar: 'result' });
  }
}
