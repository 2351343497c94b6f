import { RequestRejectedError, type QueryRow, type SaveError, type SaveResult } from '../../shared';
import { MAX_COMPOSITE_SUBREQUESTS, type Subrequest, type Subresponse } from '../composite';
import type { RecordTree } from '../composite-graph';
import { inLists } from '../soql';
import { checkSubmission, type CheckedSubmission } from './opportunity-submission';
import {
  COMPARED_FIELDS,
  differences,
  KEY_FIELD,
  OPPORTUNITY_NODE,
  submissionTree,
  type HeldBySubmissions,
  type HeldRecords,
} from './submission-tree';

/** What became of a submission. */
export interface SubmissionResult {
  readonly success: boolean;
  /** Id of the opportunity, made now or found; null when the submission was refused. */
  readonly id: string | null;
  /** True when the opportunity was made now. */
  readonly created: boolean;
  /** Fields in which the opportunity that was found differs; it was left as it is. */
  readonly differences: readonly string[];
  readonly errors: readonly SaveError[];
}

/** The part of an integration that submitting needs. */
export interface SubmissionOrg {
  /** Path that every subrequest begins with: `/services/data/v67.0`. */
  readonly versionPath: string;
  composite(subrequests: readonly Subrequest[], allOrNone: boolean): Promise<readonly Subresponse[]>;
  saveTrees(trees: readonly RecordTree[]): Promise<SaveResult[][]>;
}

/**
 * Submits opportunities, each with its account, contact and contact role whole or not at all. Opportunities that are
 * there already (same external id) are found and left as they are, so a submission that is repeated changes nothing.
 * Wrong submissions are refused before any call. Calls: one to look up 400, one to save 75 new ones.
 * @returns results in the order of the submissions
 */
export async function submitAll(
  org: SubmissionOrg,
  submissions: readonly unknown[],
): Promise<SubmissionResult[]> {
  const checks = submissions.map(checkSubmission);
  const firsts = new Map<string, CheckedSubmission>();
  for (const check of checks) {
    if (!('submission' in check)) continue;
    const key = keyOf(check.submission);
    if (!firsts.has(key)) firsts.set(key, check.submission);
  }
  const results = await submitDistinct(org, [...firsts.values()]);
  return checks.map((check) => {
    if ('errors' in check) return refusal(check.errors);
    const first = firsts.get(keyOf(check.submission));
    const result = results.get(keyOf(check.submission)) ?? refusal([NO_ANSWER]);
    if (first === check.submission || !result.success) return result;
    if (JSON.stringify(first) === JSON.stringify(check.submission)) return { ...result, created: false };
    return refusal([CONFLICT]);
  });
}

const NO_ANSWER: SaveError = {
  code: 'PROCESSING_HALTED',
  message: 'The org did not answer this submission',
  fields: [],
};
const CONFLICT: SaveError = {
  code: 'KEY_CONFLICT',
  message: 'externalId: an earlier submission has the same external id and other values; submit one of them',
  fields: ['externalId'],
};

const keyOf = ({ externalId }: CheckedSubmission): string => externalId.toLowerCase();

function refusal(errors: readonly SaveError[]): SubmissionResult {
  return { success: false, id: null, created: false, differences: [], errors };
}

/** Looks up what is there and makes the rest; results by key. */
async function submitDistinct(
  org: SubmissionOrg,
  submissions: readonly CheckedSubmission[],
): Promise<ReadonlyMap<string, SubmissionResult>> {
  const results = new Map<string, SubmissionResult>();
  if (submissions.length === 0) return results;
  const held = await lookUp(org, submissions);
  const missing: CheckedSubmission[] = [];
  for (const submission of submissions) {
    const row = held.Opportunity.get(keyOf(submission));
    if (row) results.set(keyOf(submission), found(submission, row));
    else missing.push(submission);
  }
  const trees = missing.map((submission) => submissionTree(submission, held));
  const saved = trees.length === 0 ? [] : await org.saveTrees(trees);
  missing.forEach((submission, index) => {
    results.set(keyOf(submission), savedResult(trees[index] ?? [], saved[index] ?? []));
  });
  return results;
}

function found(submission: CheckedSubmission, row: QueryRow): SubmissionResult {
  return {
    success: true,
    id: String(row['Id']),
    created: false,
    differences: differences(submission, row),
    errors: [],
  };
}

/** The result of a tree is that of its opportunity, or the errors of the node that stopped it. */
function savedResult(tree: RecordTree, nodes: readonly SaveResult[]): SubmissionResult {
  const failed = nodes.flatMap(({ errors }) => errors);
  if (failed.length > 0) {
    const causes = failed.filter(({ code }) => code !== 'PROCESSING_HALTED');
    return refusal(causes.length > 0 ? causes : failed.slice(0, 1));
  }
  const deal = nodes[tree.findIndex(({ referenceId }) => referenceId === OPPORTUNITY_NODE)];
  if (!deal?.success) return refusal([NO_ANSWER]);
  return { success: true, id: deal.id, created: deal.created, differences: [], errors: [] };
}

interface Lookup {
  readonly object: keyof HeldBySubmissions;
  readonly soql: string;
}

async function lookUp(
  org: SubmissionOrg,
  submissions: readonly CheckedSubmission[],
): Promise<HeldBySubmissions> {
  const held = {
    Account: new Map<string, QueryRow>(),
    Contact: new Map<string, QueryRow>(),
    Opportunity: new Map<string, QueryRow>(),
  } satisfies Record<keyof HeldBySubmissions, HeldRecords>;
  const lookups = plannedLookups(submissions);
  for (let from = 0; from < lookups.length; from += MAX_COMPOSITE_SUBREQUESTS) {
    const part = lookups.slice(from, from + MAX_COMPOSITE_SUBREQUESTS);
    const answers = await org.composite(
      part.map(({ soql }, index) => ({
        method: 'GET' as const,
        url: `${org.versionPath}/query?q=${encodeURIComponent(soql)}`,
        referenceId: `lookup${index + 1}`,
      })),
      false,
    );
    part.forEach(({ object }, index) => {
      for (const row of rowsOf(answers[index])) held[object].set(String(row[KEY_FIELD]).toLowerCase(), row);
    });
  }
  return held;
}

/** Queries by external id, each short enough for one address. */
function plannedLookups(submissions: readonly CheckedSubmission[]): Lookup[] {
  const keys: Readonly<Record<keyof HeldBySubmissions, readonly (string | undefined)[]>> = {
    Opportunity: submissions.map(({ externalId }) => externalId),
    Account: submissions.map(({ account }) => account.externalId),
    Contact: submissions.map(({ primaryContact }) => primaryContact?.externalId),
  };
  const fields = { Opportunity: ['', ...COMPARED_FIELDS].join(', '), Account: '', Contact: '' };
  return (Object.keys(keys) as (keyof HeldBySubmissions)[]).flatMap((object) => {
    const select = `SELECT Id, ${KEY_FIELD}${fields[object]} FROM ${object} WHERE ${KEY_FIELD} IN `;
    const distinct = [...new Set(keys[object])].filter((each): each is string => each !== undefined);
    return inLists(distinct, encodeURIComponent(select).length).map((list) => ({
      object,
      soql: `${select}(${list})`,
    }));
  });
}

/** @throws RequestRejectedError with the org's code when a look-up was refused: the solution is not deployed, say */
function rowsOf(answer: Subresponse | undefined): readonly QueryRow[] {
  if (answer?.httpStatusCode === 200) return (answer.body as { records: readonly QueryRow[] }).records;
  const [error] = (answer?.body ?? []) as readonly { errorCode?: string; message?: string }[];
  throw new RequestRejectedError(
    error?.errorCode ?? 'UNKNOWN_EXCEPTION',
    error?.message ?? 'The org did not answer a look-up',
    answer?.httpStatusCode ?? 0,
    {
      actions: ['Check that the solution is deployed and that the user may read accounts and opportunities'],
    },
  );
}
