import { describe, it } from 'node:test';
import { expect } from 'chai';
import { GET_TIME, MDIO_READ, MDIO_WRITE, SET_TIME, TEMPERATURE } from '../../kit/formats/bnxt/arguments.js';
import { buildHwrmRequest, HWRM_REQUEST, HWRM_RESPONSE, hwrmErrorCode } from '../../kit/formats/bnxt/hwrm.js';
import { readU16, writeU16 } from '../../kit/formats/little-endian.js';
import { createBnxtFirmware, execute, resetBnxtFirmware } from './firmware/firmware.js';

const body = (length: number, words: { readonly [offset: number]: number }): Uint8Array => {
  const bytes = new Uint8Array(length - HWRM_REQUEST.length);
  for (const [offset, word] of Object.entries(words)) writeU16(bytes, Number(offset) - HWRM_REQUEST.length, word);
  return bytes;
};

describe('the firmware of a bnxt function', () => {
  it('tells the time that it was given', () => {
    const firmware = createBnxtFirmware();
    execute(firmware, buildHwrmRequest('FW_SET_TIME', body(SET_TIME.length, { [SET_TIME.year]: 2026 })));
    expect(readU16(execute(firmware, buildHwrmRequest('FW_GET_TIME')), GET_TIME.year)).to.equal(2026);
  });

  it('keeps what is written to a register until it is reset', () => {
    const firmware = createBnxtFirmware();
    const at = { [MDIO_WRITE.port]: 1, [MDIO_WRITE.register]: 7 };
    const read = () => {
      const request = buildHwrmRequest('PORT_PHY_MDIO_READ', body(MDIO_READ.length, { [MDIO_READ.port]: 1, [MDIO_READ.register]: 7 }));
      return readU16(execute(firmware, request), MDIO_READ.data);
    };
    execute(firmware, buildHwrmRequest('PORT_PHY_MDIO_WRITE', body(MDIO_WRITE.length, { ...at, [MDIO_WRITE.data]: 0x1234 })));
    expect(read()).to.equal(0x1234);
    resetBnxtFirmware(firmware);
    expect(read()).to.equal(0);
  });

  it('measures temperatures', () => {
    const response = execute(createBnxtFirmware(), buildHwrmRequest('TEMP_MONITOR_QUERY'));
    expect(response[TEMPERATURE.chip]).to.be.greaterThan(0);
    expect(response[TEMPERATURE.module]).to.be.lessThan(response[TEMPERATURE.chip] ?? 0);
  });

  it('answers in whole words, the last byte of which says that the answer is whole', () => {
    const request = buildHwrmRequest('VER_GET');
    writeU16(request, HWRM_REQUEST.sequence, 0x55aa);
    const response = execute(createBnxtFirmware(), request);
    expect(response.length % 8).to.equal(0);
    expect(readU16(response, HWRM_RESPONSE.responseLength)).to.equal(response.length);
    expect(readU16(response, HWRM_RESPONSE.sequence)).to.equal(0x55aa);
    expect(response.at(-1)).to.equal(1);
  });

  for (const [what, request] of [
    ['a type that it does not know', buildHwrmRequest(0x0fff)],
    ['a time that is cut short', buildHwrmRequest('FW_SET_TIME')],
    ['a register that is not named', buildHwrmRequest('PORT_PHY_MDIO_READ')],
    ['a register that is not named for writing', buildHwrmRequest('PORT_PHY_MDIO_WRITE')],
  ] as const)
    it(`refuses ${what}`, () => {
      expect(hwrmErrorCode(execute(createBnxtFirmware(), request))).not.to.equal(0);
    });
});
