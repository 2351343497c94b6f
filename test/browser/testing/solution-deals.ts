import type { RecordValues } from '../../../local-org/src/core';
import type { TestOrg } from '../../../local-org/src/org/testing/test-org';
import { PEOPLE } from './people';

const DAY = '2026-11-16';
const CLOSE_DATE = '2027-01-20';
const INTEGRATION = 'integration@opportunity-hub.example';

/** Makes deals of the rep, each with a primary contact, at the stage that a test needs. */
export class SolutionDeals {
  private readonly account: string;
  private readonly contact: string;

  constructor(private readonly test: TestOrg) {
    const rep = test.user(PEOPLE.rep);
    [this.account = ''] = test.insert('Account', [{ Name: 'Quarrystone Mills' }], rep);
    const contact = { LastName: 'Buyer', AccountId: this.account, Email: 'buyer@example.com' };
    [this.contact = ''] = test.insert('Contact', [contact], rep);
  }

  /** Address of the page of the account that all deals share. */
  get accountAddress(): string {
    return `/lightning/r/Account/${this.account}/view`;
  }

  /** Address of the page of a new deal that the rep enters. */
  enter(fields: RecordValues): string {
    const [id = ''] = this.test.insert('Opportunity', [this.fields(fields)], this.test.user(PEOPLE.rep));
    return pageOf(id);
  }

  /**
   * Address of the page of a deal in Proposal/Price Quote that the rep has just raised above a review threshold. It is
   * loaded past the rules, then taken into the procedure, as the deals of the migration are.
   */
  aboveThreshold(name: string): string {
    const { test } = this;
    const loaded = { Name: name, StageName: 'Proposal/Price Quote', OwnerId: test.user(PEOPLE.rep).id };
    const [id = ''] = test.insert('Opportunity', [this.fields(loaded)], test.user(INTEGRATION));
    const role = { OpportunityId: id, ContactId: this.contact, Role: 'Decision Maker', IsPrimary: true };
    test.insert('OpportunityContactRole', [role], test.user(INTEGRATION));
    this.change(PEOPLE.operations, { Id: id, Stage_Entered_On__c: DAY });
    this.change(PEOPLE.rep, { Id: id, Amount: 60_000 });
    return pageOf(id);
  }

  /** Deletes the deal of a page as the administrator. */
  delete(address: string): void {
    const context = { user: this.test.admin, mode: 'system', apiVersion: 67 } as const;
    this.test.org.dml.delete([idOf(address)], { context, allOrNone: true });
  }

  /** Field values of the deal of a page, as the administrator sees them. */
  read(address: string, ...fields: readonly string[]): RecordValues {
    const soql = `SELECT ${fields.join(', ')} FROM Opportunity WHERE Id = '${idOf(address)}'`;
    return this.test.query(soql)[0] ?? {};
  }

  private fields(extra: RecordValues): RecordValues {
    const usual = { StageName: 'Qualification', CloseDate: CLOSE_DATE, Amount: 10_000 };
    return { ...usual, AccountId: this.account, ...extra };
  }

  private change(username: string, record: RecordValues): void {
    const context = { user: this.test.user(username), mode: 'system', apiVersion: 67 } as const;
    const [result] = this.test.org.dml.update('Opportunity', [record], { context, allOrNone: true });
    if (result && result.errors.length > 0) throw new Error(JSON.stringify(result.errors));
  }
}

const pageOf = (id: string): string => `/lightning/r/Opportunity/${id}/view`;
const idOf = (address: string): string => address.split('/')[4] ?? '';
