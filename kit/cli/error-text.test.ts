import { describe, it } from 'node:test';
import { expect } from 'chai';
import pc from 'picocolors';
import { KitError } from '../errors.js';
import { asKitError, errorText } from './error-text.js';

const PLAIN = pc.createColors(false);

describe('errorText', () => {
  it('says what was expected, what came, whose fault it is and what to try', () => {
    const error = new KitError('usage/bad-value', {
      summary: '--seed cannot be "x"',
      expected: 'a number',
      received: 'x',
      attempt: '--seed 1',
    });
    expect(errorText(error, PLAIN)).to.equal(
      [
        '✖ --seed cannot be "x"  usage/bad-value',
        '  expected  a number',
        '  received  x',
        '  fault     the command line',
        '  try       --seed 1',
        '',
      ].join('\n'),
    );
  });

  it('lets nothing of what others wrote act on a terminal', () => {
    const hostile = '\u001b[2J\u009b31m\u202e\u0000\ud800 x';
    const error = new KitError('input/bad-report', { summary: hostile, expected: hostile, received: hostile, attempt: hostile });
    expect(errorText(error, PLAIN)).to.not.match(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  });
});

describe('asKitError', () => {
  it('takes an error that nobody foresaw for a fault of the kit, and keeps it', () => {
    const cause = new TypeError('x is not a function');
    const error = asKitError(cause);
    expect({ code: error.code, fault: error.fault, cause: error.cause }).to.deep.equal({ code: 'kit/unexpected', fault: 'the kit', cause });
    expect(error.explanation.received).to.match(/^x is not a function at .*error-text\.test/);
  });

  it('takes anything that can be thrown', () => {
    expect(asKitError('no').explanation.received).to.equal('no');
  });
});
