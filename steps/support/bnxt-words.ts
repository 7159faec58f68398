import { defineParameterType } from '@cucumber/cucumber';
import { BNXT_RELEASES } from '../../kit/formats/bnxt/arguments.js';
import { HWRM_ERROR_CODE_NAMES } from '../../kit/formats/bnxt/hwrm.js';
import { HWRM_REQUEST_TYPE_NAMES } from '../../kit/formats/bnxt/request-types.js';
import { isOneOf } from './words.js';

/** A type of request by its name in the HWRM definition. */
defineParameterType({
  name: 'hwrmRequest',
  regexp: /[A-Z][A-Z0-9_]+/,
  transformer: (word: string) => isOneOf(HWRM_REQUEST_TYPE_NAMES, word),
  useForSnippets: false,
});

defineParameterType({
  name: 'hwrmErrorCode',
  regexp: /[A-Z][A-Z_]+/,
  transformer: (word: string) => isOneOf(HWRM_ERROR_CODE_NAMES, word),
  useForSnippets: false,
});

defineParameterType({
  name: 'bnxtRelease',
  regexp: /\d+\.\d+/,
  transformer: (word: string) => isOneOf(BNXT_RELEASES, word),
  useForSnippets: false,
});

/** Which of the two buffers of a request. */
defineParameterType({
  name: 'bnxtBuffer',
  regexp: /first|second/,
  transformer: (word: string) => (word === 'first' ? 0 : 1),
  useForSnippets: false,
});
