import { GET_TIME, MDIO_READ, MDIO_WRITE, SET_TIME, TEMPERATURE } from '../../../kit/formats/bnxt/arguments.js';
import { buildHwrmResponse, HWRM_RESPONSE, hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { type HwrmRequestType, requestTypeName } from '../../../kit/formats/bnxt/request-types.js';
import { readU16, writeU16 } from '../../../kit/formats/little-endian.js';

const TIME_LENGTH = GET_TIME.length;
/** Degrees Celsius. */
const TEMPERATURES = { chip: 58, phy: 51, module: 44 };

/** What a function of the adapter remembers. */
export type BnxtFirmware = {
  /** From the year to the zone, as FW_SET_TIME wrote it. */
  time: Uint8Array;
  /** Registers behind MDIO, by port, PHY, device and number. */
  readonly registers: Map<string, number>;
};

export function createBnxtFirmware(): BnxtFirmware {
  return { time: new Uint8Array(TIME_LENGTH), registers: new Map() };
}

/** The clock goes on, the PHYs start anew. */
export function resetBnxtFirmware(firmware: BnxtFirmware): void {
  firmware.registers.clear();
}

type Handler = (firmware: BnxtFirmware, request: Uint8Array) => Uint8Array;

/** Requests that the model has an answer of its own for; of the others it knows only that they succeed. */
const HANDLERS: { readonly [Type in HwrmRequestType]?: Handler } = {
  FW_SET_TIME: (firmware, request) => {
    if (request.length < SET_TIME.length) return buildHwrmResponse(request, 'INVALID_PARAMS');
    firmware.time = request.slice(SET_TIME.year, SET_TIME.year + TIME_LENGTH);
    return buildHwrmResponse(request, 'SUCCESS');
  },
  FW_GET_TIME: ({ time }, request) => buildHwrmResponse(request, 'SUCCESS', time),
  PORT_PHY_MDIO_WRITE: ({ registers }, request) => {
    if (request.length < MDIO_WRITE.length) return buildHwrmResponse(request, 'INVALID_PARAMS');
    registers.set(registerAt(request, MDIO_WRITE), readU16(request, MDIO_WRITE.data));
    return buildHwrmResponse(request, 'SUCCESS');
  },
  PORT_PHY_MDIO_READ: ({ registers }, request) => {
    if (request.length < MDIO_READ.length) return buildHwrmResponse(request, 'INVALID_PARAMS');
    const results = new Uint8Array(2);
    writeU16(results, MDIO_READ.data - HWRM_RESPONSE.length, registers.get(registerAt(request, MDIO_READ)) ?? 0);
    return buildHwrmResponse(request, 'SUCCESS', results);
  },
  TEMP_MONITOR_QUERY: (_firmware, request) => {
    const results = new Uint8Array(3);
    results[TEMPERATURE.chip - HWRM_RESPONSE.length] = TEMPERATURES.chip;
    results[TEMPERATURE.phy - HWRM_RESPONSE.length] = TEMPERATURES.phy;
    results[TEMPERATURE.module - HWRM_RESPONSE.length] = TEMPERATURES.module;
    return buildHwrmResponse(request, 'SUCCESS', results);
  },
};

function registerAt(request: Uint8Array, at: typeof MDIO_READ | typeof MDIO_WRITE): string {
  return [readU16(request, at.port), request[at.phy], request[at.device], readU16(request, at.register)].join(':');
}

/** The response to one request, as long as it is. */
export function execute(firmware: BnxtFirmware, request: Uint8Array): Uint8Array {
  const name = requestTypeName(hwrmRequestType(request));
  if (name === undefined) return buildHwrmResponse(request, 'CMD_NOT_SUPPORTED');
  return HANDLERS[name]?.(firmware, request) ?? buildHwrmResponse(request, 'SUCCESS');
}
