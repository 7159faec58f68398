import { Before } from '@cucumber/cucumber';

/** A run whose steps never wait would keep signals and timers out until its end. */
Before({ name: 'let signals and timers in' }, () => new Promise<void>((resume) => setImmediate(resume)));
