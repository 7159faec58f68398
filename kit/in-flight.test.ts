import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { InFlight } from './in-flight.js';

const CHANGES = fc.array(
  fc.oneof(fc.record({ set: fc.nat(4), value: fc.nat() }), fc.record({ take: fc.nat(4) }), fc.constant({ clear: true } as const)),
  { maxLength: 40 },
);

describe('values that come and go', () => {
  it('are those of a Map, whatever is set and taken in whatever order', () => {
    fc.assert(
      fc.property(CHANGES, (changes) => {
        const map = new Map<number, number>();
        const inFlight = new InFlight<number, number>();
        for (const change of changes) {
          if ('set' in change) {
            map.set(change.set, change.value);
            inFlight.set(change.set, change.value);
          } else if ('take' in change) {
            expect(inFlight.take(change.take)).to.equal(map.get(change.take));
            map.delete(change.take);
          } else {
            map.clear();
            inFlight.clear();
          }
          expect([...inFlight.entries()]).to.deep.equal([...map]);
          expect([...inFlight.keys()]).to.deep.equal([...map.keys()]);
          expect([...inFlight.values()]).to.deep.equal([...map.values()]);
          expect(inFlight.size).to.equal(map.size);
          expect(inFlight.get(2)).to.equal(map.get(2));
        }
      }),
    );
  });
});
