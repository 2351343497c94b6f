import { LOG_LEVELS, NAMED_LEVELS, type DebugLevels, type LogCategory, type LogLevel } from '../../../apex';
import type { ApiDeps } from '../../api-deps';
import { anonymousResult, runAnonymous } from '../../tooling/execute-anonymous';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { elementOf, listOf, textOf, type SoapElement } from '../soap-envelope';
import { NIL } from '../soap-writer';

/** Categories of `DebuggingHeader` by the name that debug logs give them. */
const CATEGORIES: Readonly<Record<string, LogCategory>> = {
  Db: 'DB',
  Workflow: 'WORKFLOW',
  Validation: 'VALIDATION',
  Callout: 'CALLOUT',
  Apex_code: 'APEX_CODE',
  Apex_profiling: 'APEX_PROFILING',
  Visualforce: 'VISUALFORCE',
  System: 'SYSTEM',
  Wave: 'WAVE',
  Nba: 'NBA',
};

/**
 * `executeAnonymous` of the Apex SOAP API: what `sf apex run` calls. The log goes back in the header when
 * `DebuggingHeader` asks for one.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/sforce_api_calls_executeanonymous.htm
 */
export function executeAnonymousOperation(
  deps: ApiDeps,
): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  return {
    executeAnonymous: ({ arguments: content, header, context }) => {
      const source = textOf(content['String']) ?? textOf(content['apexcode']) ?? '';
      const levels = levelsOf(header);
      const { user, apiVersion } = context;
      const answer = runAnonymous({ source, user, apiVersion, ...(levels && { levels }) }, deps);
      const result = anonymousResult(answer);
      return {
        body: {
          result: {
            column: result.column,
            compileProblem: result.compileProblem ?? NIL,
            compiled: result.compiled,
            exceptionMessage: result.exceptionMessage ?? NIL,
            exceptionStackTrace: result.exceptionStackTrace ?? NIL,
            line: result.line,
            success: result.success,
          },
        },
        ...(answer.log !== null && { header: { DebuggingInfo: { debugLog: answer.log } } }),
      };
    },
  };
}

/** A named level, and categories with levels of their own. */
function levelsOf(header: SoapElement): DebugLevels | null {
  const debugging = elementOf(header['DebuggingHeader']);
  const named = textOf(debugging['debugLevel'])?.toUpperCase();
  const categories = listOf(debugging['categories']).flatMap((entry): [LogCategory, LogLevel][] => {
    const { category, level } = elementOf(entry);
    const name = CATEGORIES[textOf(category) ?? ''];
    const wanted = LOG_LEVELS.find((each) => each === textOf(level)?.toUpperCase());
    return name && wanted ? [[name, wanted]] : [];
  });
  if (named === undefined && categories.length === 0) return null;
  return { ...NAMED_LEVELS[named ?? ''], ...Object.fromEntries(categories) };
}
