import { describe, it } from 'node:test';
import { expect } from 'chai';
import { repeatRule } from './repeat.js';

describe('repeatRule', () => {
  function repeat(options: string): string {
    return repeatRule({ reproduce: `npx fwctl-conformance run${options}` }, 'rpc-a').replace('npx fwctl-conformance run', '');
  }

  it('takes the place of the rules and the shard that were chosen', () => {
    expect(repeat(' --seed 1')).to.equal(' --seed 1 --rule rpc-a');
    expect(repeat(' --device mlx5 --rule rpc-a --rule rpc-ab --shard 1/2 --seed 1')).to.equal(' --device mlx5 --seed 1 --rule rpc-a');
  });

  it('knows what is quoted', () => {
    expect(repeat(" --seed 1 --challenge 'x --rule  y' --waivers 'a b.yaml'")).to.equal(" --seed 1 --challenge 'x --rule  y' --rule rpc-a");
    expect(repeat(" --rule rpc-b --challenge 'it'\\''s -- it' --seed 1 -- './my adapter' ''")).to.equal(
      " --challenge 'it'\\''s -- it' --seed 1 --rule rpc-a -- './my adapter' ''",
    );
  });

  it('leaves the program alone that is judged', () => {
    expect(repeat(' --seed 1 -- ./adapter --rule x -- y')).to.equal(' --seed 1 --rule rpc-a -- ./adapter --rule x -- y');
  });
});
