import type { Capability } from '../../kit/subject/capabilities.js';

/** The subject cannot do what this scenario needs, so nothing is said about the rule. */
export class NotTestable extends Error {
  override readonly name = 'NotTestable';

  constructor(missing: Capability) {
    super(`not testable: the subject does not declare "${missing}"`);
  }
}

/** The model of the device leaves out what the rule speaks of, so nothing is said about the rule. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled';
}

/** The model of the device says that there is nothing that the rule could speak of. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}
