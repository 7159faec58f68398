import type { Subject } from '../subject/port.js';
import type { AdapterCommand } from '../subjects/subject-spec.js';
import { AdapterLink } from './adapter-link.js';
import { AdapterSubject } from './adapter-subject.js';
import type { Limits } from './conversation.js';
import { DrivenDevices } from './driven-devices.js';
import { DriverFaceSubject } from './driver-face-subject.js';

/**
 * The subject that an adapter stands for, by what it greets with.
 * @throws KitError subject/cannot-start, subject/no-greeting
 */
export async function openAdapter(adapter: AdapterCommand, limits: Partial<Limits> = {}): Promise<Subject> {
  const devices = new DrivenDevices();
  const link = await AdapterLink.open(adapter, { answerCall: (call) => devices.send(call), limits });
  const { greeting } = link;
  return 'driver' in greeting ? new DriverFaceSubject(link, greeting.driver, devices) : new AdapterSubject(link, greeting.capabilities);
}
