import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeBackgroundStatus } from '../../../kit/formats/cxl/background-operation.js';
import { FirmwareBench, featureOf } from './test-bench.js';

const SLOW = featureOf(['immediate configuration change', 'background operation', 'background abort supported']);
const STUBBORN = featureOf(['immediate configuration change', 'background operation']);

describe('an operation in the background', () => {
  const status = (bench: FirmwareBench) => decodeBackgroundStatus(bench.send('Background Operation Status').payload);

  it('is none at first', () => {
    expect(status(new FirmwareBench())).to.deep.equal({ isUnderWay: false, percent: 0, opcode: 0, returnCode: 0 });
  });

  it('changes the value when it is through', () => {
    const bench = new FirmwareBench([SLOW]);
    expect(bench.set([9, 9, 9, 9])).to.equal('Background Command Started');
    expect(status(bench)).to.deep.equal({ isUnderWay: true, percent: 50, opcode: 0x0502, returnCode: 0 });
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
    expect(status(bench)).to.deep.equal({ isUnderWay: false, percent: 100, opcode: 0x0502, returnCode: 0 });
    expect(bench.value()).to.deep.equal([9, 9, 9, 9]);
    expect(status(bench).percent).to.equal(100);
  });

  it('is the only one', () => {
    const bench = new FirmwareBench([SLOW]);
    bench.set([9, 9, 9, 9]);
    expect(bench.set([8, 8, 8, 8])).to.equal('Busy');
    expect([status(bench).percent, status(bench).percent]).to.deep.equal([50, 100]);
    expect(bench.set([8, 8, 8, 8])).to.equal('Background Command Started');
  });

  it('leaves everything as it was when it is aborted', () => {
    const bench = new FirmwareBench([SLOW]);
    expect(bench.send('Request Abort Background Operation').code).to.equal('Success');
    bench.set([9, 9, 9, 9]);
    expect(bench.send('Request Abort Background Operation').code).to.equal('Success');
    expect(status(bench)).to.deep.equal({ isUnderWay: false, percent: 0, opcode: 0x0502, returnCode: 0x12 });
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
    expect(bench.set([8, 8, 8, 8])).to.equal('Background Command Started');
  });

  it('is not aborted when it says that it cannot be', () => {
    const bench = new FirmwareBench([STUBBORN]);
    bench.set([9, 9, 9, 9]);
    expect(bench.send('Request Abort Background Operation').code).to.equal('Unsupported');
    expect(status(bench).isUnderWay).to.equal(true);
  });

  it('is forgotten at a reset', () => {
    const bench = new FirmwareBench([SLOW]);
    bench.set([9, 9, 9, 9]);
    bench.reset('cxl');
    expect(status(bench).opcode).to.equal(0);
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
  });
});
