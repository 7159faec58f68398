import type { Envelope } from '@cucumber/messages';

const texts = new WeakMap<object, string>();

/** A message that stays the text it is until somebody looks into it. */
export function unreadMessage(text: string): Envelope {
  const [, kind = ''] = /^\{"(\w+)":/.exec(text) ?? [];
  const message: Envelope = {};
  const read = (): unknown => {
    const { [kind]: value } = JSON.parse(text);
    Object.defineProperty(message, kind, { enumerable: true, value });
    return value;
  };
  Object.defineProperty(message, kind, { configurable: true, enumerable: true, get: read });
  texts.set(message, text);
  return message;
}

/** The message as a line of the stream, without its newline. */
export function messageText(message: object): string {
  return texts.get(message) ?? JSON.stringify(message);
}
