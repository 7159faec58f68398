import type { Draft } from '../../steps/support/call-draft.js';
import { draftOfCall } from './call.js';
import type { Prediction } from './oracle/prediction.js';
import { deviceName } from './oracle/state.js';
import { type Command, otherThan, type Script } from './program.js';
import type { Performed, ProgramResult } from './run-program.js';
import { wordsOfAnswer } from './words-of-answers.js';
import { bytes, wordsOfDraft } from './words-of-calls.js';
import { wordsOfTheEnd } from './words-of-the-end.js';

type Step = { readonly keyword: 'Given' | 'When' | 'Then'; readonly text: string };

const given = (...texts: readonly string[]): readonly Step[] => texts.map((text) => ({ keyword: 'Given', text }));
const when = (...texts: readonly string[]): readonly Step[] => texts.map((text) => ({ keyword: 'When', text }));
const then = (...texts: readonly string[]): readonly Step[] => texts.map((text) => ({ keyword: 'Then', text }));

/** The program as an Example that can be pasted below a Rule of a feature without a Background, in the words of the steps. */
export function printScenario(name: string, result: ProgramResult): string {
  const steps = stepsOf(result);
  const lines = steps.map(({ keyword, text }, index) => `      ${steps[index - 1]?.keyword === keyword ? 'And' : keyword} ${text}`);
  return [`    Example: ${name}`, ...lines].join('\n');
}

function stepsOf({ performed, machine }: ProgramResult): readonly Step[] {
  const teller = new Teller();
  const told = performed.flatMap((one) => one.told);
  const named = [...machine.devices.values()].filter(({ id }) => id !== 'the device' && id.startsWith('the '));
  return [
    ...(performed.some(({ command }) => needsSecondCaller(command)) ? given('there is a second caller') : []),
    ...performed.flatMap((one) => teller.tell(one)),
    ...then(...named.map((device) => `${device.id} is "${deviceName(device)}"`), ...wordsOfTheEnd(machine, told)),
    ...teller.last(),
  ];
}

function needsSecondCaller(command: Command): boolean {
  return command.do === 'share' || command.do === 'both' || ('caller' in command && command.caller === 'the second caller');
}

/** Tells one command after the other; what a call came to is told by the command that lets the driver go on. */
class Teller {
  #begun: Draft | null = null;
  #wasPoked = false;
  #isLeaving = false;

  tell({ command, told }: Performed): readonly Step[] {
    const came = told.at(-1);
    switch (command.do) {
      case 'register':
        return given(registerWords(command));
      case 'register-many':
        return given(`${command.count} ${command.count === 1 ? 'device is' : 'devices are'} registered`);
      case 'unregister':
        return this.#unregister(command.device);
      case 'script':
        return given(scriptWords(command.script));
      case 'rights':
        return given(rightsWords(command));
      case 'memory':
        return given(`the kernel ${command.available ? 'has memory again' : 'is out of memory'}`);
      case 'open':
        return openSteps(command, came);
      case 'open-many':
        return then(`the caller can open the device ${command.count} times`);
      case 'close':
        return [...when(`${command.caller} closes the file`), ...(command.caller === 'the caller' ? then('the close succeeds') : [])];
      case 'share':
        return given(`${command.caller} hands its file to ${otherThan(command.caller)}`);
      case 'exit':
        return when(`${command.caller} ${command.how === 'exit' ? 'exits' : 'is killed'}`);
      case 'call':
        return callSteps(command.caller, draftOfCall(command.call), came);
      case 'begin':
        return this.#begin(draftOfCall(command.call));
      case 'poke':
        this.#wasPoked = true;
        return when(
          command.word === 'size'
            ? `another thread of the caller changes the size field to ${command.value}`
            : 'another thread of the caller overwrites the request',
        );
      case 'go-on':
        return this.#goOn(came);
      case 'both':
        return [
          ...when('both callers send an RPC and the driver answers both at once'),
          ...then('each caller has the answer to its own request'),
        ];
    }
  }

  /** A scenario may not end while a call is with the driver. */
  last(): readonly Step[] {
    return this.#begun === null ? [] : this.#goOn(undefined);
  }

  #begin(draft: Draft): readonly Step[] {
    this.#begun = draft;
    this.#wasPoked = false;
    return [
      ...given(...wordsOfDraft(draft)),
      ...when('the caller makes the call and the driver takes its time'),
      ...then('the call has not come back'),
    ];
  }

  #unregister(device: string): readonly Step[] {
    if (this.#begun === null || device !== 'the device') return when(`${device} is unregistered`);
    this.#isLeaving = true;
    return [...when('the device begins to go'), ...then('the device has not gone')];
  }

  #goOn(came: Prediction | undefined): readonly Step[] {
    const answer = this.#begun === null ? [] : answerWords(this.#begun, came, this.#wasPoked);
    const gone = this.#isLeaving ? ['the device has gone'] : [];
    this.#begun = null;
    this.#isLeaving = false;
    return [...when('the driver goes on'), ...then(...outcomeWords('the call', came), ...answer, ...gone)];
  }
}

function outcomeWords(whose: string, came: Prediction | undefined): readonly string[] {
  if (came === undefined) return [];
  return [came.outcome === 'success' ? `${whose} succeeds` : `${whose} fails with ${came.outcome}`];
}

function answerWords(draft: Draft, came: Prediction | undefined, wasPoked: boolean): readonly string[] {
  return came === undefined ? [] : wordsOfAnswer(draft, came, wasPoked);
}

function callSteps(caller: string, draft: Draft, came: Prediction | undefined): readonly Step[] {
  const isFirst = caller === 'the caller';
  return [
    ...given(...wordsOfDraft(draft)),
    ...when(`${caller} makes the call`),
    ...then(...outcomeWords(isFirst ? 'the call' : `the call of ${caller}`, came), ...(isFirst ? answerWords(draft, came, false) : [])),
  ];
}

/** What the open of a node is that is not there any more. */
const NO_NODE = ['ENOENT', 'ENXIO', 'ENODEV'] as const;

function openSteps({ caller, device, mode }: Extract<Command, { do: 'open' }>, came: Prediction | undefined): readonly Step[] {
  if (came?.outcome === 'success') return given(`${caller} has opened ${device}${mode === 'read-only' ? ' for reading only' : ''}`);
  const whose = caller === 'the caller' ? 'the open' : `the open of ${caller}`;
  const hasNoNode = came?.calls.length === 0 && NO_NODE.some((errno) => errno === came.outcome);
  const outcome = hasNoNode ? [`${whose} fails with ${NO_NODE.join(' or ')}`] : outcomeWords(whose, came);
  return [...when(`${caller} opens ${device}`), ...then(...outcome)];
}

function registerWords({ device, type, info }: Extract<Command, { do: 'register' }>): string {
  const which = device.replace(/^the/, 'a');
  if (info === 'none') return `${which} whose driver has no info operation is registered`;
  return `${which}${type === undefined ? '' : ` of type ${type}`} is registered`;
}

function rightsWords({ caller, capabilities, userNamespace }: Extract<Command, { do: 'rights' }>): string {
  if (userNamespace === 'child') return `${caller} has CAP_SYS_RAWIO in a user namespace of its own`;
  return `${caller} has ${capabilities.join(' and ') || 'no capability'}`;
}

const REFUSED = { open: 'every open', info: 'every info', rpc: 'every RPC' } as const;

function scriptWords(script: Script): string {
  if ('tells' in script) return `the driver tells ${bytes(script.tells)} about itself`;
  if ('refuses' in script)
    return script.refuses === 'nothing'
      ? 'the driver refuses nothing any more'
      : `the driver refuses ${REFUSED[script.refuses]} with ${script.errno}`;
  if (typeof script.answers === 'number') return `the driver answers with ${bytes(script.answers)}`;
  return script.answers === 'inverted'
    ? 'the driver answers with the request, each byte inverted'
    : "the driver answers in the request's own buffer, each byte inverted";
}
