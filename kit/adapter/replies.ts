import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { schemaWords } from './schema-words.js';
import type { Reply } from './wire.js';

/** What an adapter says of itself: a whole subject its capabilities, a driver what it drives. */
export type Greeting = {
  readonly protocol: number;
  readonly name: string;
  readonly version: string;
  /** Whether bytes may travel behind the line. */
  readonly attachments?: boolean;
  /** Whether requests are carried out one after the other as they come. */
  readonly inOrder?: boolean;
} & ({ readonly capabilities: readonly string[] } | DriverGreeting);

export type DriverGreeting = {
  readonly driver: DrivenProfile;
  /** Whether it takes `reset`; of a driver with a device of its own. */
  readonly reset?: boolean;
};

/** The devices that a driver in an adapter may drive; a request of pds points into memory that it could not see. */
export const DRIVEN_PROFILES = ['modelled', 'mlx5', 'cxl', 'bnxt'] as const;
export type DrivenProfile = (typeof DRIVEN_PROFILES)[number];

/** A call before its bytes are read. */
export type RawCall = { readonly call: number; readonly device: number; readonly message: object; readonly room?: number };

const SCHEMA_FILE = new URL('kit/adapter/adapter-1.json', PACKAGE_ROOT);

/** Holds what an adapter sends to the published schema. */
export class ReplySchema {
  readonly #ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, verbose: true });
  readonly #id: string;
  readonly #reply: ValidateFunction<Reply>;
  readonly #call: ValidateFunction<RawCall>;
  readonly #results = new Map<string, ValidateFunction>();

  /** Compiled once, which takes a while. */
  static get shared(): ReplySchema {
    ReplySchema.#shared ??= new ReplySchema();
    return ReplySchema.#shared;
  }
  static #shared: ReplySchema | null = null;

  private constructor() {
    const schema: { readonly $id: string } = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
    this.#id = schema.$id;
    this.#ajv.addSchema(schema);
    this.#reply = this.#ajv.compile<Reply>({ $ref: `${schema.$id}#/$defs/reply` });
    this.#call = this.#ajv.compile<RawCall>({ $ref: `${schema.$id}#/$defs/call` });
  }

  isReply(value: unknown): value is Reply {
    return this.#reply(value);
  }

  isCall(value: unknown): value is RawCall {
    return this.#call(value);
  }

  /** Why it is neither of them, in words. */
  messageProblem(value: unknown): string {
    const isMeantAsCall = typeof value === 'object' && value !== null && 'call' in value;
    const validate = isMeantAsCall ? this.#call : this.#reply;
    validate(value);
    return schemaWords(validate.errors ?? [], '');
  }

  /** What is wrong, in words, or null; also null for the result of what there is no definition of. */
  resultProblem(op: string, result: unknown): string | null {
    const validate = this.#results.get(op) ?? this.#ajv.getSchema(`${this.#id}#/$defs/${op}`);
    if (validate === undefined) return null;
    this.#results.set(op, validate);
    if (validate(result)) return null;
    return schemaWords(validate.errors ?? [], 'result');
  }
}
