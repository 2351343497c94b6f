import { ADMIN, RunningApi, type Answer } from '../../testing/running-api';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

type Values = Readonly<Record<string, unknown>>;

/** One step of a case: a request and what it leads to, or a look at the org. */
export interface ApprovalStep {
  readonly as?: string;
  /** Body of a request to `/process/approvals`; the record unless it has a context of its own. */
  readonly request?: Values;
  /** User or queue whose work item the request answers. */
  readonly answer?: string;
  readonly update?: Values;
  readonly delete?: true;
  readonly unlock?: true;
  /** User whose work item goes to the user `to`. */
  readonly reassign?: string;
  readonly to?: string | readonly string[];
  /** User who leaves, or comes back. */
  readonly deactivate?: string;
  readonly activate?: string;
  /** `Pending manager vp`, `Approved`, or an error: its code, or code and text. */
  readonly expect?: string;
  readonly record?: Values;
  readonly history?: readonly string[];
  /** Subject of a mail about the record. */
  readonly outbox?: string;
  readonly body?: string;
  readonly tasks?: readonly string[];
}

export interface ApprovalCase {
  readonly title: string;
  readonly owner: string;
  readonly values: Values;
  readonly steps: readonly ApprovalStep[];
}

export interface ApprovalFixture {
  readonly users: Readonly<Record<string, { readonly manager?: string; readonly delegate?: string }>>;
  readonly files: Readonly<Record<string, string>>;
  readonly cases: readonly ApprovalCase[];
  readonly refused: readonly {
    readonly title: string;
    readonly files: Readonly<Record<string, string>>;
    readonly problem: string;
  }[];
}

/** An org with users, approval processes and a client for each user. */
export class ApprovalOrg {
  private readonly ids = new Map<string, string>();
  private readonly tokens = new Map<string, string>();

  private constructor(readonly api: RunningApi) {}

  static async start(fixture: ApprovalFixture): Promise<ApprovalOrg> {
    const org = new ApprovalOrg(await RunningApi.start());
    try {
      await org.fill(fixture);
    } catch (error) {
      await org.stop();
      throw error;
    }
    return org;
  }

  private async fill(fixture: ApprovalFixture): Promise<void> {
    await this.addUsers(fixture.users);
    await this.deploy(fixture.files);
    const { records } = await this.api.query("SELECT Id, DeveloperName FROM Group WHERE Type = 'Queue'");
    for (const { Id, DeveloperName } of records) this.ids.set(String(DeveloperName), String(Id));
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  as(user: string, method: string, path: string, json?: unknown): Promise<Answer> {
    return this.api.send(method, `/services/data/v67.0${path}`, {
      ...(json === undefined ? {} : { json }),
      headers: { authorization: `Bearer ${this.tokens.get(user) ?? ''}` },
    });
  }

  /** Deploys files; package.xml names them all. @throws Error with the failures */
  deploy(files: Readonly<Record<string, string>>): Promise<void> {
    const complete = Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/^<(\w+)>/, `<$1 ${NAMESPACE}>`),
    ]);
    return this.api.deploy({
      ...Object.fromEntries(complete),
      'package.xml': packageXml(Object.keys(files)),
    });
  }

  /** A new opportunity; returns its id. */
  opportunity(values: Values, owner = 'rep'): Promise<string> {
    return this.api.create('Opportunity', {
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      OwnerId: this.ids.get(owner),
      ...values,
    });
  }

  /** Runs a case and returns what each step found, in the form in which it is expected. */
  async run({ values, owner, steps }: ApprovalCase): Promise<unknown[]> {
    const id = await this.opportunity(values, owner);
    const found: unknown[] = [];
    for (const step of steps) found.push(await this.runStep(id, step));
    return found;
  }

  /** What a step is to find. */
  expected(step: ApprovalStep): unknown {
    if (step.outbox !== undefined)
      return { body: step.body, to: listOf(step.to).map((name) => this.ids.get(name) ?? name) };
    return step.expect === undefined
      ? (step.record ?? step.history ?? step.tasks ?? 'ok')
      : step.expect.includes(':')
        ? step.expect
        : expect.stringMatching(new RegExp(`^${step.expect}(?:$|:)`));
  }

  private async runStep(id: string, step: ApprovalStep): Promise<unknown> {
    if (step.request) return this.sendRequest(id, step, step.request);
    const user = step.as ?? 'admin';
    if (step.update)
      return outcomeOf(await this.as(user, 'PATCH', `/sobjects/Opportunity/${id}`, step.update));
    if (step.delete) return outcomeOf(await this.as(user, 'DELETE', `/sobjects/Opportunity/${id}`));
    if (step.deactivate !== undefined) return this.setActive(step.deactivate, false);
    if (step.activate !== undefined) return this.setActive(step.activate, true);
    if (step.reassign !== undefined) return this.reassign(id, step, step.reassign);
    if (step.record) return this.readRecord(id, Object.keys(step.record));
    if (step.history) return this.readHistory(id);
    if (step.outbox !== undefined) return this.readMail(id, step.outbox);
    if (step.tasks) {
      const { records } = await this.api.query(`SELECT Subject FROM Task WHERE WhatId = '${id}'`);
      return records.map(({ Subject }) => Subject);
    }
    this.api.org.approvals.locks.unlock(id);
    return 'ok';
  }

  private async sendRequest(
    id: string,
    { as: user = 'admin', answer }: ApprovalStep,
    request: Values,
  ): Promise<string> {
    const contextId = answer === undefined ? (request['contextId'] ?? id) : await this.workitemOf(id, answer);
    const nextApproverIds = listOf(request['nextApproverIds']).map((name) => this.ids.get(name));
    const requests = [{ ...request, contextId, nextApproverIds }];
    const { body } = await this.as(user, 'POST', '/process/approvals', { requests });
    const [result] = body as Record<string, unknown>[];
    const [error] = (result?.['errors'] ?? []) as { statusCode: string; message: string }[];
    if (error) return `${error.statusCode}: ${error.message}`;
    const actors = listOf(result?.['actorIds']).map((actorId) => this.nameOf(actorId));
    return [result?.['instanceStatus'] ?? JSON.stringify(body), ...actors.sort()].join(' ');
  }

  private async reassign(
    id: string,
    { as: user = 'admin', to }: ApprovalStep,
    from: string,
  ): Promise<string> {
    const workitem = await this.workitemOf(id, from);
    const ActorId = this.ids.get(String(to));
    return outcomeOf(
      await this.as(user, 'PATCH', `/sobjects/ProcessInstanceWorkitem/${workitem}`, { ActorId }),
    );
  }

  private async setActive(user: string, IsActive: boolean): Promise<string> {
    return outcomeOf(
      await this.as('admin', 'PATCH', `/sobjects/User/${this.ids.get(user) ?? ''}`, { IsActive }),
    );
  }

  private async readRecord(id: string, fields: readonly string[]): Promise<Values> {
    const { records } = await this.api.query(
      `SELECT ${fields.join(', ')} FROM Opportunity WHERE Id = '${id}'`,
    );
    return Object.fromEntries(fields.map((field) => [field, records[0]?.[field]]));
  }

  private async readHistory(id: string): Promise<string[]> {
    const { records } = await this.api.query(
      `SELECT StepStatus, ActorId FROM ProcessInstanceStep WHERE ProcessInstance.TargetObjectId = '${id}' ORDER BY Id`,
    );
    return records.map(({ StepStatus, ActorId }) => `${String(StepStatus)} ${this.nameOf(String(ActorId))}`);
  }

  private readMail(id: string, subject: string): unknown {
    const mail = this.api.org.outbox
      .list({ relatedRecordId: id })
      .find((message) => message.subject === subject);
    return { body: mail?.body, to: mail?.recipients };
  }

  private async workitemOf(id: string, actor: string): Promise<string> {
    const { records } = await this.api.query(
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}' AND ActorId = '${this.ids.get(actor) ?? ''}'`,
    );
    return String(records[0]?.['Id'] ?? '');
  }

  private nameOf(id: string): string {
    return [...this.ids].find(([, known]) => known === id)?.[0] ?? id;
  }

  private async addUsers(users: ApprovalFixture['users']): Promise<void> {
    const admin = await this.api.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`);
    this.ids.set('admin', String(admin.records[0]?.['Id']));
    this.tokens.set('admin', this.api.token);
    const { records } = await this.api.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    for (const name of Object.keys(users)) {
      const id = await this.api.create('User', { ...userValues(name), ProfileId: records[0]?.['Id'] });
      this.ids.set(name, id);
      this.tokens.set(name, await this.api.login({ sub: `${name}@example.com` }));
    }
    for (const [name, { manager, delegate }] of Object.entries(users)) {
      await this.api.call('PATCH', `/sobjects/User/${this.ids.get(name) ?? ''}`, {
        ManagerId: this.ids.get(manager ?? '') ?? null,
        DelegatedApproverId: this.ids.get(delegate ?? '') ?? null,
        ...(name === 'gone' && { IsActive: false }),
      });
    }
  }
}

function userValues(name: string): Values {
  return {
    Username: `${name}@example.com`,
    LastName: name,
    Email: `${name}@example.com`,
    Alias: name,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  };
}

function outcomeOf({ status, body }: Answer): string {
  if (status < 300) return 'ok';
  const [error] = body as { errorCode: string; message: string }[];
  return `${error?.errorCode ?? ''}: ${error?.message ?? ''}`;
}

function listOf(value: unknown): string[] {
  return value === undefined || value === null ? [] : [value].flat().map(String);
}

/** Types of the folders that fixtures use, and how a file's name becomes a component's. */
const FOLDERS: Readonly<Record<string, string>> = {
  approvalProcesses: 'ApprovalProcess',
  workflows: 'Workflow',
  queues: 'Queue',
  objects: 'CustomObject',
  email: 'EmailTemplate',
  duplicateRules: 'DuplicateRule',
  matchingRules: 'MatchingRules',
  assignmentRules: 'AssignmentRules',
};

function packageXml(paths: readonly string[]): string {
  const members = paths.map((path) => {
    const [, folder = '', rest = ''] = /^(\w+)\/(.*?)(?:-meta\.xml)?$/.exec(path) ?? [];
    return { type: FOLDERS[folder] ?? folder, name: rest.replace(/\.\w+$/, '') };
  });
  const types = [...new Set(members.map(({ type }) => type))].map((type) => {
    const names = new Set(members.filter((member) => member.type === type).map(({ name }) => name));
    return `<types>${[...names].map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`;
  });
  return `<Package ${NAMESPACE}>${types.join('')}<version>67.0</version></Package>`;
}
