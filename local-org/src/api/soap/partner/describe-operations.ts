import { describeGlobalSObject, describeSObject } from '../../../schema';
import type { ApiDeps } from '../../api-deps';
import { describeOptions } from '../../rest/describe-options';
import type { SoapAnswer, SoapCall } from '../soap-endpoint';
import { listOf, textOf } from '../soap-envelope';
import type { XmlNode, XmlValue } from '../soap-writer';
import { requireType } from './partner-records';

const MAX_BATCH_SIZE = 200;
/** Members of REST's describe that SOAP's does not have. */
const REST_ONLY: ReadonlySet<string> = new Set([
  'urls',
  'sobjectDescribeOption',
  'lookupLayoutable',
  'listviewable',
]);

/**
 * `describeGlobal`, `describeSObject` and `describeSObjects`.
 *
 * DEVIATION: members stand in alphabetical order, which is that of the WSDL but for a few.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects.htm
 */
export function describeOperations(deps: ApiDeps): Readonly<Record<string, (call: SoapCall) => SoapAnswer>> {
  const optionsOf = ({ context, baseUrl }: SoapCall): ReturnType<typeof describeOptions> =>
    describeOptions({ user: context.user, apiVersion: context.apiVersion, baseUrl }, deps);
  const describe = (call: SoapCall, name: string): XmlNode =>
    describeNode(describeSObject(deps.org.schema(), requireType(name, call.context, deps), optionsOf(call)));
  return {
    describeGlobal: (call) => {
      const { user } = call.context;
      const types = [...deps.org.schema().all()].filter(
        ({ name }) => deps.org.access.objectAccess(user, name).read,
      );
      const sobjects = types.map((type) => describeNode(describeGlobalSObject(type, optionsOf(call))));
      return { body: { result: { encoding: 'UTF-8', maxBatchSize: MAX_BATCH_SIZE, sobjects } } };
    },
    describeSObject: (call) => ({
      body: { result: describe(call, textOf(call.arguments['sObjectType']) ?? '') },
    }),
    describeSObjects: (call) => {
      const names = listOf(call.arguments['sObjectType']).map((name) => textOf(name) ?? '');
      return { body: { result: names.map((name) => describe(call, name)) } };
    },
  };
}

/** A describe as XML: null members are left out. */
function describeNode(describe: object): XmlNode {
  const members = Object.entries(describe as Record<string, unknown>).filter(
    ([name]) => !REST_ONLY.has(name),
  );
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, value]) => [name, describeValue(value)]));
}

function describeValue(value: unknown): XmlValue {
  if (Array.isArray(value)) return value.map(describeValue);
  if (typeof value === 'object' && value !== null) return describeNode(value);
  return value as XmlValue;
}
