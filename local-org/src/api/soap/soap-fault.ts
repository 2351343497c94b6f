import { writeElements, writeEnvelope, XmlText } from './soap-writer';

const FAULT_NAMESPACE = 'urn:fault.partner.soap.sforce.com';

/** Types of faults by exception code; all others are UnexpectedErrorFault. */
const FAULT_TYPES: Readonly<Record<string, string>> = {
  INVALID_LOGIN: 'LoginFault',
  INVALID_FIELD: 'InvalidFieldFault',
  INVALID_TYPE: 'InvalidSObjectFault',
  MALFORMED_QUERY: 'MalformedQueryFault',
  MALFORMED_SEARCH: 'MalformedSearchFault',
  MALFORMED_ID: 'InvalidIdFault',
  INVALID_QUERY_LOCATOR: 'InvalidQueryLocatorFault',
  INVALID_NEW_PASSWORD: 'InvalidNewPasswordFault',
};
/** Faults that also say where in a query the error is. */
const QUERY_FAULTS: ReadonlySet<string> = new Set([
  'InvalidFieldFault',
  'InvalidSObjectFault',
  'MalformedQueryFault',
  'MalformedSearchFault',
]);
/** Position of an error in a query, as the message has it. */
const POSITION = /ERROR at Row:(\d+):Column:(\d+)/;

/**
 * Writes a fault: code `sf:INVALID_SESSION_ID`, text `INVALID_SESSION_ID: Session expired or invalid`, and a detail with
 * the same for clients that read typed faults. A failed login has its code without the prefix.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
export function writeFault(namespace: string, code: string, message: string): string {
  const type = FAULT_TYPES[code] ?? 'UnexpectedErrorFault';
  const [, row = '-1', column = '-1'] = POSITION.exec(message) ?? [];
  const details = writeElements({
    'sf:exceptionCode': code,
    'sf:exceptionMessage': message,
    ...(QUERY_FAULTS.has(type) ? { 'sf:row': row, 'sf:column': column } : {}),
  });
  const fault = writeElements({
    faultcode: type === 'LoginFault' ? code : `sf:${code}`,
    faultstring: `${code}: ${message}`,
    detail: { [type]: new XmlText(`<sf:${type} xsi:type="sf:${type}">${details}</sf:${type}>`) },
  });
  return writeEnvelope(namespace, `<soapenv:Fault>${fault}</soapenv:Fault>`, '', FAULT_NAMESPACE);
}
