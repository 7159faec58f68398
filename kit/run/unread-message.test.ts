import { describe, it } from 'node:test';
import { expect } from 'chai';
import { messageText, unreadMessage } from './unread-message.js';

describe('an unread message', () => {
  // The blanks tell it from what JSON.stringify writes.
  const text = '{"source": {"uri":"a.feature","data":"Feature: a"}}'.replace(': {', ':{ ');

  it('is written as it came', () => {
    expect(messageText(unreadMessage(text))).to.equal(text);
    expect(messageText({ source: 1 })).to.equal('{"source":1}');
  });

  it('says what is in it to who asks', () => {
    const message = unreadMessage(text);
    expect(message.source).to.deep.equal({ uri: 'a.feature', data: 'Feature: a' });
    expect(message.pickle).to.equal(undefined);
    expect(message.source).to.equal(message.source);
    expect(messageText(message)).to.equal(text);
    expect(JSON.parse(JSON.stringify(message))).to.deep.equal(JSON.parse(text));
  });
});
