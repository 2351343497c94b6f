import type { BenchCase } from '../bench-case';
import type { OrgClient } from '../org-client';
import type { LocalOrgProcess } from '../local-org-process';

const LEADS = 1_000;
/** Most leads in one convertLead call. */
const CALL_SIZE = 100;
/** Most records in one sObject Collections call. */
const COLLECTION_SIZE = 200;
const DAY_MS = 86_400_000;

/** Qualified leads converted by the partner API; what is left over or made twice fails the case. */
export const conversion: BenchCase = {
  name: 'conversion',
  description: '1,000 leads by SOAP convertLead, no orphan and no duplicate',
  run: (workspace) =>
    workspace.withSolutionOrg(async ({ client, process }) => {
      const ids = await insertLeads(client);
      const startedAt = performance.now();
      for (let from = 0; from < ids.length; from += CALL_SIZE) {
        await convert(process.connection, ids.slice(from, from + CALL_SIZE));
      }
      const milliseconds = performance.now() - startedAt;
      await demandWhole(client);
      return [
        {
          title: `${LEADS.toLocaleString('en-US')} leads converted`,
          value: (LEADS * 1000) / milliseconds,
          unit: 'leads/s',
        },
      ];
    }),
};

async function insertLeads(client: OrgClient): Promise<string[]> {
  const closeDate = new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 10);
  const leads = Array.from({ length: LEADS }, (_, i) => ({
    attributes: { type: 'Lead' },
    FirstName: `First${letters(i)}`,
    LastName: `Measured${letters(i * 7)}`,
    Company: `Measured ${letters(i * 13)} ${i}`,
    Email: `lead${i}@measured-${i}.example`,
    Status: 'Qualified',
    Expected_Amount__c: 1000 + i,
    Expected_Close_Date__c: closeDate,
  }));
  const ids: string[] = [];
  for (let from = 0; from < LEADS; from += COLLECTION_SIZE) {
    const records = leads.slice(from, from + COLLECTION_SIZE);
    const answers = await client.request<{ success: boolean; id?: string }[]>('POST', '/composite/sobjects', {
      allOrNone: false,
      records,
    });
    const refused = answers.find(({ success }) => !success);
    if (refused) throw new Error(`A lead was refused: ${JSON.stringify(refused)}`);
    ids.push(...answers.map(({ id = '' }) => id));
  }
  return ids;
}

/** A number as three letters: names that no fuzzy rule takes for the same person. */
function letters(value: number): string {
  const a = 'a'.charCodeAt(0);
  return String.fromCharCode(a + (value % 26), a + ((value / 26) % 26), a + ((value / 676) % 26));
}

async function convert(
  { url, accessToken }: LocalOrgProcess['connection'],
  ids: readonly string[],
): Promise<void> {
  const one = (id: string): string =>
    `<leadConverts><convertedStatus>Closed - Converted</convertedStatus><leadId>${id}</leadId>` +
    '<doNotCreateOpportunity>false</doNotCreateOpportunity><overwriteLeadSource>false</overwriteLeadSource>' +
    '<sendNotificationEmail>false</sendNotificationEmail></leadConverts>';
  const response = await fetch(`${url}/services/Soap/u/67.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body:
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com">' +
      `<soapenv:Header><SessionHeader><sessionId>${accessToken}</sessionId></SessionHeader></soapenv:Header>` +
      `<soapenv:Body><convertLead>${ids.map(one).join('')}</convertLead></soapenv:Body></soapenv:Envelope>`,
  });
  const text = await response.text();
  const converted = text.match(/<success>true<\/success>/g)?.length ?? 0;
  if (converted !== ids.length)
    throw new Error(`${converted} of ${ids.length} converted: ${text.slice(0, 1500)}`);
}

/** @throws Error when a lead has lost a record or a record has come twice */
async function demandWhole(client: OrgClient): Promise<void> {
  const own = "Email LIKE 'lead%@measured-%'";
  const expected: readonly (readonly [string, number])[] = [
    [`Lead WHERE ${own} AND IsConverted = true AND ConvertedOpportunityId != null`, LEADS],
    [`Lead WHERE ${own} AND IsConverted = false`, 0],
    [`Contact WHERE ${own} AND AccountId != null`, LEADS],
    [`Contact WHERE ${own} AND AccountId = null`, 0],
    ["Account WHERE Name LIKE 'Measured %'", LEADS],
    ["Opportunity WHERE Account.Name LIKE 'Measured %'", LEADS],
    ["OpportunityContactRole WHERE Opportunity.Account.Name LIKE 'Measured %'", LEADS],
  ];
  for (const [from, wanted] of expected) {
    const [row] = await client.query<{ n: number }>(`SELECT COUNT(Id) n FROM ${from}`);
    if (row?.n !== wanted) throw new Error(`${from}: ${row?.n ?? 'no answer'} instead of ${wanted}`);
  }
}
