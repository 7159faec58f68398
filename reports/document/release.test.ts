import { describe, it } from 'node:test';
import { expect } from 'chai';
import { otherRelease } from './release.js';

describe('the release of Linux that a rule is of', () => {
  const linux = (version: string) => ({ kind: 'linux', version, capabilities: [] }) as const;

  it('keeps from an earlier kernel what came later', () => {
    expect(otherRelease({ since: '7.3' }, { kind: 'node', version: '6.18.44-1-amd64', capabilities: [] })).to.contain(
      'and this is 6.18.44-1-amd64',
    );
    expect(otherRelease({ since: '7.3' }, linux('7.2.13'))).to.equal('the rule came with Linux 7.3, and this is 7.2.13');
    for (const version of ['7.3.0-rc7', '7.3.4', '7.10.1', '8.0']) expect(otherRelease({ since: '7.3' }, linux(version))).to.equal(null);
  });

  it('keeps from a later kernel what went earlier', () => {
    expect(otherRelease({ until: '7.3' }, linux('7.10.1'))).to.equal('the rule went with Linux 7.3, and this is 7.10.1');
    expect(otherRelease({ until: '7.3' }, linux('7.3.0-rc7'))).not.to.equal(null);
    for (const version of ['6.18', '7.2.13']) expect(otherRelease({ until: '7.3' }, linux(version))).to.equal(null);
  });

  it('is none where a rule names none', () => {
    expect(otherRelease({}, linux('6.15.1'))).to.equal(null);
  });

  it('is any of them for the reference, and one for what is of one release and does not say which', () => {
    for (const rule of [{ since: '7.3' }, { until: '7.3' }])
      expect(otherRelease(rule, { kind: 'reference', version: '0.1.0', capabilities: [] })).to.equal(null);
    const adapter = { kind: 'adapter', version: '9.9', capabilities: [] } as const;
    expect(otherRelease({ until: '7.3' }, adapter)).to.equal(null);
    expect(otherRelease({ since: '7.3' }, adapter)).to.contain('judged as of 7.2');
  });

  it('is any of them for an adapter that plays later kernels', () => {
    const adapter = { kind: 'adapter', version: '9.9', capabilities: ['next-kernel'] } as const;
    for (const rule of [{ since: '7.3' }, { until: '7.3' }]) expect(otherRelease(rule, adapter)).to.equal(null);
  });
});
