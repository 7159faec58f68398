import { openSubject } from '../subjects/open-subject.js';
import { serve } from './serve.js';

/** The reference behind the adapter protocol: an adapter that is right, for tests and to look at a conversation. */
await serve(await openSubject({ kind: 'reference' }));
