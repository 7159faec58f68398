import type { ErrorObject } from 'ajv/dist/2020.js';

/** How much of a value that is wrong is quoted. */
const QUOTED = 40;

const TYPES: { readonly [type: string]: string } = {
  integer: 'an integer',
  boolean: 'true or false',
  string: 'a string',
  object: 'an object',
  array: 'a list',
};

/** What is wrong with what the schema refused, by the first mistake in it: `result/ok must be true or false, is 0`. */
export function schemaWords(errors: readonly ErrorObject[], name: string): string {
  // Where one of several members has to be there, what each of them lacks is told before.
  const error = errors.find(({ keyword }) => keyword === 'oneOf') ?? errors[0];
  if (error === undefined) return `${name} is not what it should be`;
  if (error.instancePath === '/protocol' && error.keyword === 'const')
    return `the kit speaks ${error.schema}, the adapter took ${error.data}`;
  const place = `${name}${error.instancePath}`.replace(/^\//, '');
  return `${place === '' ? 'it' : place} ${mistakeOf(error)}`;
}

function mistakeOf({ keyword, schema, data, params, instancePath, message = 'is wrong' }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `must be ${[schema].flat().map(typeWord).join(' or ')}, is ${quote(data)}`;
    case 'const':
      return `must be ${JSON.stringify(schema)}, is ${quote(data)}`;
    case 'enum':
      return `must be ${instancePath.endsWith('/errno') ? 'the name of an errno' : `one of ${[schema].flat().join(', ')}`}, is ${quote(data)}`;
    case 'pattern':
      return instancePath.endsWith('/base64') ? mistakeInBase64(String(data)) : `${message}, is ${quote(data)}`;
    case 'required':
      return `must have "${params['missingProperty']}"`;
    case 'additionalProperties':
      return `must not have "${params['additionalProperty']}"`;
    case 'false schema':
      return 'must not be there';
    case 'oneOf':
      return isObject(data) ? `must have exactly one of ${membersOf(schema).join(', ')}` : `must be an object, is ${quote(data)}`;
    default:
      return `${message}, is ${quote(data)}`;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema of a `oneOf` here requires one member in each of its branches. */
function membersOf(branches: unknown): readonly string[] {
  return [branches].flat().flatMap((branch) => Object(branch).required);
}

function typeWord(type: unknown): string {
  return TYPES[String(type)] ?? String(type);
}

function mistakeInBase64(text: string): string {
  const at = text.search(/[^A-Za-z0-9+/=]/);
  if (at === -1) return 'has padding in its midst';
  const character = text.charAt(at);
  return `has ${character === '\n' ? 'a newline' : JSON.stringify(character)} at ${at + 1}`;
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}...` : text;
}
