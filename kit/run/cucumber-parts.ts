import { EventEmitter } from 'node:events';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import type { supportCodeLibraryBuilder } from '@cucumber/cucumber';
import type { Envelope, GherkinDocument, IdGenerator, Pickle, TestCase } from '@cucumber/messages';
import { findsDefinitions } from './definition-place.js';

/**
 * The parts of cucumber that its own coordinator is made of, with the types that it gives them. The version is pinned
 * because they are not in its documentation; docs/decisions/own-coordinator.md says why they are used nevertheless.
 * Source: @cucumber/cucumber 12.9, lib/runtime/coordinator and lib/api/run_cucumber.
 */
export type SupportLibrary = ReturnType<typeof supportCodeLibraryBuilder.finalize>;
export type StepDefinition = SupportLibrary['stepDefinitions'][number];
export type Expression = StepDefinition['expression'];
export type Arguments = NonNullable<ReturnType<Expression['match']>>;
type Argument = Arguments[number];
export type Group = Argument['group'];
export type ParameterType = Argument['parameterType'];

/** What a cucumber expression has that a regular expression has not; its parts are of one type each. */
export type ParsedExpression = Expression & {
  readonly ast: { readonly nodes?: readonly { readonly type: string; text(): string }[] };
  readonly parameterTypes: readonly ParameterType[];
};

type GroupBuilder = { readonly children: readonly unknown[]; build(match: RegExpExecArray, nextGroupIndex: () => number): Group };

type ExpressionParts = {
  readonly Argument: new (group: Group, parameterType: ParameterType) => Argument;
  readonly Group: new (value: Group['value'], start: Group['start'], end: Group['end'], children: Group['children']) => Group;
  readonly TreeRegexp: {
    new (regexp: string): { match(text: string): Group | null };
    createGroupBuilder(regexp: RegExp): GroupBuilder;
  };
};

/** A scenario as gherkin compiles it, and the document that it is from. */
export type SourcedPickle = { readonly gherkinDocument: GherkinDocument; readonly pickle: Pickle };

/** A scenario together with the step definitions that its steps have been found to match. */
export type AssembledTestCase = SourcedPickle & { readonly testCase: TestCase };

export type RuntimeOptions = {
  readonly dryRun: false;
  readonly failFast: false;
  readonly filterStacktraces: true;
  readonly retry: 0;
  readonly strict: true;
  readonly worldParameters: unknown;
};

/** Runs hooks and scenarios, and says what happens in messages. */
export type Worker = {
  runBeforeAllHooks(): Promise<unknown>;
  /** @returns whether the scenario passed */
  runTestCase(scenario: AssembledTestCase, isFailing: boolean): Promise<boolean>;
  runAfterAllHooks(): Promise<unknown>;
};

type Modules = {
  readonly 'support_code_library_builder/index': { readonly default: typeof supportCodeLibraryBuilder };
  readonly 'runtime/worker': {
    readonly Worker: new (
      testRunStartedId: string,
      workerId: undefined,
      eventBroadcaster: EventEmitter,
      newId: IdGenerator.NewId,
      options: RuntimeOptions,
      supportCodeLibrary: SupportLibrary,
      snippetBuilder: { buildMultiple(): readonly string[] },
    ) => Worker;
  };
  readonly 'assemble/assemble_test_cases': {
    assembleTestCases(
      testRunStartedId: string,
      eventBroadcaster: EventEmitter,
      newId: IdGenerator.NewId,
      sourcedPickles: readonly SourcedPickle[],
      supportCodeLibrary: SupportLibrary,
    ): Promise<readonly AssembledTestCase[]>;
  };
  readonly 'api/emit_support_code_messages': {
    emitMetaMessage(eventBroadcaster: EventEmitter, env: NodeJS.ProcessEnv): Promise<void>;
    emitSupportCodeMessages(from: {
      readonly eventBroadcaster: EventEmitter;
      readonly supportCodeLibrary: SupportLibrary;
      readonly newId: IdGenerator.NewId;
    }): void;
  };
};

const require = createRequire(import.meta.url);

export function cucumberPart<Name extends keyof Modules>(name: Name): Modules[Name] {
  return require(`@cucumber/cucumber/lib/${name}`);
}

/** The messages that cucumber itself has loaded; an import would load the same a second time. */
export function cucumberMessages(): typeof import('@cucumber/messages') {
  return require('@cucumber/messages');
}

let expressions: ExpressionParts | undefined;

/** What the expressions of steps are made of. */
export function expressionParts(): ExpressionParts {
  expressions ??= loadExpressions();
  return expressions;
}

function loadExpressions(): ExpressionParts {
  const index = createRequire(require.resolve('@cucumber/cucumber')).resolve('@cucumber/cucumber-expressions');
  const { default: TreeRegexp } = require(join(dirname(index), 'TreeRegexp.js'));
  return { ...require(index), TreeRegexp };
}

/** Most expressions never match by their regular expression, so its groups are looked for when it does. */
function findGroupsLate({ TreeRegexp }: ExpressionParts): void {
  const create = TreeRegexp.createGroupBuilder;
  TreeRegexp.createGroupBuilder = (regexp) => {
    let created: GroupBuilder | undefined;
    const builder = (): GroupBuilder => {
      created ??= create(regexp);
      return created;
    };
    return {
      get children() {
        return builder().children;
      },
      build: (match, nextGroupIndex) => builder().build(match, nextGroupIndex),
    };
  };
}

/** What cucumber's index also loads: its command line and its reports. */
const UNUSED = [
  'cli/index',
  'formatter/index',
  'formatter/builder',
  'formatter/json_formatter',
  'formatter/progress_formatter',
  'formatter/rerun_formatter',
  'formatter/snippets_formatter',
  'formatter/summary_formatter',
  'formatter/usage_formatter',
  'formatter/usage_json_formatter',
  'formatter/helpers/event_data_collector',
  'formatter/helpers/issue_helpers',
  'formatter/helpers/summary_helpers',
  'formatter/helpers/test_case_attempt_parser',
  'formatter/helpers/usage_helpers/index',
];

/** Of the module that knows these words nothing else is used, and it would load gherkin. */
const KeywordType = { Precondition: 'precondition', Event: 'event', Outcome: 'outcome' };

/** Keeps what is not used here from being loaded with the rest, which it would take more time for than all that is. */
export function leaveOutUnused(): void {
  const part = (name: string): string => require.resolve(`@cucumber/cucumber/lib/${name}`);
  for (const name of UNUSED) loadInstead(part(name), { default: class {} });
  loadInstead(part('formatter/helpers/keyword_type'), { KeywordType });
  const index = require.resolve('@cucumber/cucumber');
  loadInstead(part('support_code_library_builder/get_definition_line_and_uri'), { getDefinitionLineAndUri: findsDefinitions(index) });
  const cucumber = createRequire(index);
  loadInstead(createRequire(cucumber.resolve('@cucumber/cucumber-expressions')).resolve('regexp-match-indices'), executeWithIndices);
  findGroupsLate(expressionParts());
  const formatter = cucumber.resolve('assertion-error-formatter');
  loadInstead(formatter, loadWhenCalled(formatter));
  // Messages are made and written here, and never read into classes.
  const messages = createRequire(require.resolve('@cucumber/messages'));
  loadInstead(messages.resolve('class-transformer'), { Type: () => () => undefined });
  loadInstead(messages.resolve('reflect-metadata'), {});
}

function loadInstead(path: string, exports: unknown): void {
  if (require.cache[path] !== undefined) return;
  const part = new Module(path);
  part.exports = exports;
  part.loaded = true;
  require.cache[path] = part;
}

type AssertionErrorFormatter = { format(...given: readonly unknown[]): string };

/** Only a failure needs the formatter, and what it loads. */
function loadWhenCalled(path: string): AssertionErrorFormatter {
  let loaded: AssertionErrorFormatter | undefined;
  const load = (): AssertionErrorFormatter => {
    delete require.cache[path];
    return require(path);
  };
  return {
    format: (...given) => {
      loaded ??= load();
      return loaded.format(...given);
    },
  };
}

const indexed = new WeakMap<RegExp, RegExp>();

/** Cucumber learns where the groups of a match lie from a library that has to parse the expression; every supported Node.js just tells. */
function executeWithIndices(expression: RegExp, text: string): RegExpExecArray | null {
  const known = indexed.get(expression) ?? new RegExp(expression, `${expression.flags}d`);
  indexed.set(expression, known);
  return known.exec(text);
}

type Scopes = {
  test_case_scope: { runInTestCaseScope: <Result>(store: unknown, callback: () => Promise<Result>) => Promise<Result> };
  test_run_scope: { runInTestRunScope: <Result>(store: unknown, callback: () => Promise<Result>) => Promise<Result> };
};

/**
 * Steps here have their world as `this`, and cucumber's other way to it, a proxy that follows every promise, costs each
 * of them. So the scopes that the proxies look into are not entered.
 */
export function leaveOutScopes(): void {
  const scope = <Name extends keyof Scopes>(name: Name): Scopes[Name] => require(`@cucumber/cucumber/lib/runtime/scope/${name}`);
  scope('test_case_scope').runInTestCaseScope = (_store, callback) => callback();
  scope('test_run_scope').runInTestRunScope = (_store, callback) => callback();
}

/** Where those parts say what happens. */
export function broadcaster(onMessage: (message: Envelope) => void): EventEmitter {
  return new EventEmitter().on('envelope', onMessage);
}
