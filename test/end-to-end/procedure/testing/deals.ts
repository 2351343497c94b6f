import type { Person } from './people';
import type { Fields, ProcedureOrg } from './procedure-org';

/** What a deal of the rep is made with unless a test says otherwise. */
const USUAL: Fields = { Name: 'Deal', Amount: 10_000 };

/** Makes deals that belong to the rep, each with a primary contact, and takes them into the procedure. */
export class Deals {
  private constructor(
    private readonly hub: ProcedureOrg,
    private readonly owner: string,
    private readonly account: string,
    private readonly contact: string,
    private readonly closeDate: string,
  ) {}

  /** Makes the account and the contact that all deals share. */
  static async prepare(hub: ProcedureOrg): Promise<Deals> {
    const owner = await hub.idOf('rep');
    const account = await hub.create('rep', 'Account', { Name: 'Procedure Test' });
    const contact = await hub.create('rep', 'Contact', {
      LastName: 'Buyer',
      AccountId: account,
      Email: 'buyer@example.com',
    });
    return new Deals(hub, owner, account, contact, await hub.day(60));
  }

  /** Fields of a new deal in Qualification, as the rep enters them. */
  fields(extra: Fields = {}): Fields {
    return {
      ...USUAL,
      AccountId: this.account,
      CloseDate: this.closeDate,
      StageName: 'Qualification',
      ...extra,
    };
  }

  /** A deal that the rep enters. */
  create(extra: Fields = {}): Promise<string> {
    return this.hub.create('rep', 'Opportunity', this.fields(extra));
  }

  /** A contact role of a deal, which the rep adds. */
  addContact(deal: string, role: string, isPrimary = false): Promise<string> {
    const fields = { OpportunityId: deal, ContactId: this.contact, Role: role, IsPrimary: isPrimary };
    return this.hub.create('rep', 'OpportunityContactRole', fields);
  }

  /**
   * Deals that begin in the stage of their fields. They are loaded past the rules, then taken into the procedure, which
   * opens the gate of that stage.
   */
  async load(deals: readonly Fields[]): Promise<string[]> {
    const records = deals.map((deal) => ({ ...this.fields(deal), OwnerId: this.owner }));
    const ids = await this.hub.insert('integration', 'Opportunity', records);
    await this.hub.insert(
      'integration',
      'OpportunityContactRole',
      ids.map((id) => ({
        OpportunityId: id,
        ContactId: this.contact,
        Role: 'Business User',
        IsPrimary: true,
      })),
    );
    const entered = await this.hub.day();
    const adopted = ids.map((Id) => ({ Id, Stage_Entered_On__c: entered }));
    const refused = (await this.hub.update('operations', 'Opportunity', adopted)).flat();
    refuseNone(refused);
    return ids;
  }

  /** Has the rep submit those deals that need a review, and the manager answer it: `Approve` or `Reject`. */
  async review(deals: readonly string[], action: string): Promise<void> {
    const rows = await this.hub.query<{ Id: string }>(
      "SELECT Id FROM Opportunity WHERE Review_Status__c = 'Required'",
    );
    const needed = rows.map(({ Id }) => Id).filter((id) => deals.includes(id));
    const submitted = await this.hub.submit('rep', needed);
    const answered = await this.hub.decide('manager', action, needed);
    const refused = [...submitted, ...answered].flatMap(({ errors }) => errors ?? []);
    refuseNone(refused.map(({ message }) => message));
  }

  /** Sets every gate item of deals. */
  async setItems(person: Person, deals: readonly string[], fields: Fields): Promise<void> {
    if (deals.length === 0 || Object.keys(fields).length === 0) return;
    const list = deals.map((id) => `'${id}'`).join(',');
    const items = await this.hub.query<{ Id: string }>(
      `SELECT Id FROM Stage_Gate_Item__c WHERE Opportunity__c IN (${list})`,
    );
    const refused = await this.hub.update(
      person,
      'Stage_Gate_Item__c',
      items.map(({ Id }) => ({ Id, ...fields })),
    );
    refuseNone(refused.flat());
  }
}

function refuseNone(messages: readonly string[]): void {
  if (messages.length > 0) throw new Error([...new Set(messages)].join('\n'));
}
