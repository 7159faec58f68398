import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** In the unit of the sensor. */
export type Sensor = { readonly reading: number; upperThreshold: number };

/** 1 is the temperature at the inlet, 2 the speed of a fan. */
export function createSensors(): ReadonlyMap<number, Sensor> {
  return new Map([
    [1, { reading: 24, upperThreshold: 45 }],
    [2, { reading: 60, upperThreshold: 120 }],
  ]);
}

/** The reading, and that the sensor is being read. Source: the IPMI specification, Get Sensor Reading. */
const SCANNED = 0x40;

export function getSensorReading({ sensors }: Firmware, [number = 0]: Uint8Array): Answer {
  const sensor = sensors.get(number);
  return sensor === undefined ? failed('Not Present') : done(sensor.reading, SCANNED);
}

export function getSensorThresholds({ sensors }: Firmware, [number = 0]: Uint8Array): Answer {
  const sensor = sensors.get(number);
  return sensor === undefined ? failed('Not Present') : done(sensor.upperThreshold);
}

/** Where an event is made of a reading; the reading itself stays what it is. */
export function setSensorThresholds({ sensors }: Firmware, [number = 0, threshold = 0]: Uint8Array): Answer {
  const sensor = sensors.get(number);
  if (sensor === undefined) return failed('Not Present');
  sensor.upperThreshold = threshold;
  return done();
}
