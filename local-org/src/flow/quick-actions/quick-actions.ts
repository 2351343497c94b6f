import {
  ApiError,
  isRecordId,
  keyPrefixOf,
  toId18,
  UnsupportedFeatureError,
  type RecordValues,
} from '../../core';
import type { RecordInput, SaveError, SaveResult } from '../../dml';
import type { RequestContext } from '../../execution';
import type { SObjectType } from '../../schema';
import type { ActionServices } from '../actions/create-flow-actions';
import { predefinedValues, type QuickActionContext } from './predefined-values';
import { findQuickAction, quickActionsOf, type QuickAction } from './quick-action';
import { sendQuickEmail } from './send-quick-email';

/** What a quick action came to. */
export interface QuickActionResult {
  readonly contextId: string | null;
  /** Whether it made a record. */
  readonly created: boolean;
  /** Of the record that was made or changed; null when it failed. */
  readonly id: string | null;
  readonly success: boolean;
  readonly errors: readonly SaveError[];
  /** Null when the action has none of its own. */
  readonly successMessage: string | null;
}

/** What is written, and how. */
interface QuickActionWrite {
  readonly services: ActionServices;
  readonly context: RequestContext;
  readonly action: QuickAction;
  readonly type: SObjectType;
  readonly contextId: string | null;
  readonly values: RecordInput;
}

type Perform = (write: QuickActionWrite) => SaveResult | undefined;

const create: Perform = ({ services, context, type, values }) =>
  services.dml.insert(type.name, [values], { context, allOrNone: false })[0];

/** How the types of quick actions write. A type that is not here is refused by name. */
const PERFORM: Readonly<Record<string, Perform>> = {
  Create: create,
  LogACall: create,
  Update: ({ services, context, type, contextId, values }) =>
    services.dml.update(type.name, [{ ...values, Id: contextId }], { context, allOrNone: false })[0],
  SendEmail: ({ services, context, action, values }) =>
    sendQuickEmail(services, context, values, `Quick action ${action.fullName}`),
};

/** Whether quick actions of a type can be performed. */
export function isPerformable(type: string): boolean {
  return Object.hasOwn(PERFORM, type);
}

/**
 * The quick actions of an org: what flows call, and what clients list and perform.
 *
 * DEVIATION: only deployed actions; the standard ones (`NewTask`, `FeedItem.TextPost`) are not there. No feed item is
 * made.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_quickactions.htm
 */
export class QuickActions {
  constructor(private readonly services: ActionServices) {}

  /** By full name: `Account.New_Contact`, or `Log_A_Call` for a global one. */
  find(fullName: string): QuickAction | undefined {
    return findQuickAction(this.services.components(), fullName.replace(/^Global\./i, ''));
  }

  list(): QuickAction[] {
    return quickActionsOf(this.services.components());
  }

  /** The object that an action writes. @throws UnsupportedFeatureError when actions of its type are not performed */
  targetOf(action: QuickAction): SObjectType {
    const type = isPerformable(action.type) && this.services.schema().find(action.targetObject ?? '');
    if (!type) throw new UnsupportedFeatureError(`Quick actions of type ${action.type}`);
    return type;
  }

  /**
   * Values of the layout's fields before anybody fills it in: predefined ones, the reference to the context record,
   * and for an update what the record has.
   * @throws ApiError NOT_FOUND when the user may not see the record
   */
  defaultValues(action: QuickAction, contextId: string | null, context: RequestContext): RecordValues {
    const type = this.targetOf(action);
    const start = contextId === null ? null : this.contextOf(contextId, context);
    const predefined = predefinedValues(this.services, context.user, action, type, start);
    const present = action.type === 'Update' ? start?.values : undefined;
    const fields = action.layout.flat().flatMap(({ field }) => type.field(field)?.name ?? []);
    return {
      ...Object.fromEntries(fields.map((name) => [name, present?.[name] ?? null])),
      ...predefined,
    };
  }

  /**
   * Performs an action with the values of its layout, which stand above predefined ones.
   * @throws ApiError NOT_FOUND when the user may not see the context record
   * @throws UnsupportedFeatureError for a type that is not performed
   */
  perform(
    action: QuickAction,
    contextId: string | null,
    record: RecordInput,
    context: RequestContext,
  ): QuickActionResult {
    const { services } = this;
    const type = this.targetOf(action);
    const start = contextId === null ? null : this.contextOf(contextId, context);
    const predefined = predefinedValues(services, context.user, action, type, start);
    const values = { ...predefined, ...canonical(type, record) };
    const result = services.transactions.savepoint(() =>
      PERFORM[action.type]?.({ services, context, action, type, contextId, values }),
    );
    const success = result?.success === true;
    return {
      contextId,
      created: success && action.type !== 'Update',
      id: success ? result.id : null,
      success,
      errors: result?.errors ?? [],
      successMessage: success ? action.successMessage : null,
    };
  }

  /** Reads the record that an action starts from, when the user may see it. */
  private contextOf(id: string, context: RequestContext): QuickActionContext {
    const { services } = this;
    const type = isRecordId(id) ? services.schema().findByKeyPrefix(keyPrefixOf(id)) : undefined;
    const readable =
      type && services.query.query(`SELECT Id FROM ${type.name} WHERE Id = :id`, { context, binds: { id } });
    const values = type && readable?.records.length === 1 ? services.store.find(type, toId18(id)) : undefined;
    if (!type || !values) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
    return { type, values };
  }
}

/** The values of a client by the names that predefined ones have. */
function canonical(type: SObjectType, record: RecordInput): RecordInput {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [type.field(name)?.name ?? name, value]),
  );
}
