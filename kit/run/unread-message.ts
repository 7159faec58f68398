import type { Envelope } from '@cucumber/messages';

const texts = new WeakMap<object, string>();

/** A message that stays the text it is until somebody looks into it, which few do. */
export function unreadMessage(text: string): Envelope {
  const [, kind = ''] = /^\{"(\w+)":/.exec(text) ?? [];
  const message = Object.defineProperty({}, kind, { enumerable: true, get: () => JSON.parse(text)[kind] });
  texts.set(message, text);
  return message;
}

/** The message as a line of the stream, without its newline. */
export function messageText(message: object): string {
  return texts.get(message) ?? JSON.stringify(message);
}
