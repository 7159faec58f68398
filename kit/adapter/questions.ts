import type { DriverOperation, OperationName } from '../subject/operations.js';

/** What a driver in an adapter is asked beside hello and boot. */
export type DriverQuestion = 'create' | DriverOperation;

/** Everything that an adapter may be asked, of either face. */
export type Question = 'hello' | OperationName | DriverQuestion;
