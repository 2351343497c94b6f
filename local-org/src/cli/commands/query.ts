import { Command } from 'commander';
import { MAX_API_VERSION } from '../../core';
import { stateOption } from '../options';
import { request } from '../running-org';

/** Rows are shown without what only clients need: `{"Id":"006...","Account":{"Name":"Acme"}}`. */
function withoutAttributes(name: string, value: unknown): unknown {
  return name === 'attributes' ? undefined : value;
}

/** `query "SOQL"`: runs a query as the administrator and prints the rows as JSON lines. */
export const queryCommand = new Command('query')
  .description('run SOQL on a running org and print one JSON line a row')
  .argument('<soql>')
  .addOption(stateOption())
  .action(async (soql: string, options: { readonly state: string }) => {
    let path: string | undefined = `/services/data/v${MAX_API_VERSION}.0/query?q=${encodeURIComponent(soql)}`;
    while (path) {
      const page = (await request(options.state, 'GET', path)) as {
        totalSize: number;
        records: unknown[];
        nextRecordsUrl?: string;
      };
      for (const record of page.records) {
        process.stdout.write(`${JSON.stringify(record, withoutAttributes)}
`);
      }
      if (page.records.length === 0) process.stdout.write(`${page.totalSize}\n`);
      path = page.nextRecordsUrl;
    }
  });
