import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { anyReport, failingReport } from '../document/report.testing.js';
import { renderEarl } from './earl.js';

const SHA256 = '0123456789abcdef'.repeat(4);
const EARL = 'http://www.w3.org/ns/earl#';

/** The report as RDF; a property that the context does not know, or a document to be fetched, is an error. */
async function quadsOf(text: string): Promise<readonly string[]> {
  const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`${url} would be fetched`));
  const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true, format: 'application/n-quads' });
  return quads.split('\n').filter((quad) => quad !== '');
}

function count(quads: readonly string[], end: string): number {
  return quads.filter((quad) => quad.endsWith(`${end} .`)).length;
}

function isOf(type: string): string {
  return `<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${EARL}${type}>`;
}

function has(outcome: string): string {
  return `<${EARL}outcome> <${EARL}${outcome}>`;
}

describe('a report as EARL', () => {
  it('is RDF with one assertion for each rule and one for the run, whatever anybody says', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const quads = await quadsOf(renderEarl(report, SHA256));
        const assertions = report.rules.length + 1;
        expect(count(quads, isOf('Assertion'))).to.equal(assertions);
        expect(count(quads, isOf('TestRequirement'))).to.equal(assertions);
        expect(quads.filter((quad) => quad.includes(` <${EARL}outcome> <${EARL}`))).to.have.length(assertions);
        expect(count(quads, `<${EARL}mode> <${EARL}automatic>`)).to.equal(assertions);
      }),
    );
  });

  it('says passed of each rule that did, and of the run when the subject conforms', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const quads = await quadsOf(renderEarl(report, SHA256));
        const conforms = report.result === 'conformant' || report.result === 'conformant-with-waivers';
        const { passed, failed, warned, waived, notApplicable } = report.counts;
        expect(count(quads, has('passed'))).to.equal(passed + (conforms ? 1 : 0));
        expect(count(quads, has('failed'))).to.equal(failed + warned + waived + (report.result === 'non-conformant' ? 1 : 0));
        expect(count(quads, has('inapplicable'))).to.equal(notApplicable);
      }),
    );
  });

  it('says of a failure what was expected and what came', async () => {
    const quads = await quadsOf(renderEarl(failingReport(), SHA256));
    expect(quads.filter((quad) => quad.includes('the outcome: expected EPERM, actual success'))).to.have.length(1);
    expect(quads.join('\n')).to.contain('<urn:fwctl-conformance:rule:rpc-b>').and.contain(`<urn:sha256:${SHA256}>`);
  });
});
