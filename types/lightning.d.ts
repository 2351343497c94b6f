/**
 * Modules of the namespace `lightning` that components import. Ambient: no import or export at the top.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide
 */

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldReference } from 'opportunity-hub/schema';

  export interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
    readonly recordTypeId?: string | null;
  }
  export interface RecordWireResult {
    readonly data?: RecordRepresentation;
    readonly error?: unknown;
  }
  export interface GetRecordConfig {
    readonly recordId: string | undefined;
    readonly fields?: readonly FieldReference[];
    /** Left out of the answer, instead of failing it, when the user may not see them. */
    readonly optionalFields?: readonly FieldReference[];
  }
  export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordWireResult>;
  /** Results in the order of the ids; one that cannot be read is an error instead of a record. */
  export interface RecordsWireResult {
    readonly data?: {
      readonly results: readonly {
        readonly statusCode: number;
        readonly result: RecordRepresentation | readonly unknown[];
      }[];
    };
    readonly error?: unknown;
  }
  export const getRecords: WireAdapterConstructor<
    {
      readonly records:
        | readonly { readonly recordIds: readonly string[]; readonly optionalFields: readonly string[] }[]
        | undefined;
    },
    RecordsWireResult
  >;
  /** The value of a field; undefined when the record does not have it. */
  export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown;
  /** The value of a field as the user's locale writes it. */
  export function getFieldDisplayValue(
    record: RecordRepresentation | undefined,
    field: FieldReference,
  ): string | null | undefined;
  export interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }
  export function createRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  /** Tells Lightning Data Service that records changed by other means than its own. */
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[],
  ): Promise<void>;
}
declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldReference } from 'opportunity-hub/schema';

  export interface PicklistValues {
    readonly values: readonly { readonly label: string; readonly value: string }[];
  }
  export interface PicklistWireResult {
    readonly data?: PicklistValues;
    readonly error?: unknown;
  }
  export const getPicklistValues: WireAdapterConstructor<
    { readonly recordTypeId: string | undefined; readonly fieldApiName: FieldReference },
    PicklistWireResult
  >;
}
declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed query; only `gql` makes one. */
  export interface GraphqlDocument {
    readonly kind?: 'Document';
  }
  export function gql(strings: TemplateStringsArray): GraphqlDocument;
  /** What the wire provides: first neither data nor errors. */
  export interface GraphqlResult<Data = unknown> {
    readonly data?: Data;
    readonly errors?: readonly { readonly message: string }[];
    /** Asks again; resolves when the new data has come through the wire. */
    readonly refresh?: () => Promise<unknown>;
  }
  export interface GraphqlConfig {
    readonly query: GraphqlDocument;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
  }
  export const graphql: WireAdapterConstructor<GraphqlConfig, GraphqlResult>;
}
declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  /** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }
  export const Navigate: unique symbol;
  export const GenerateUrl: unique symbol;
  export class NavigatingElement extends LightningElement {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    (base: typeof LightningElement): typeof NavigatingElement;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}
declare module 'lightning/platformShowToastEvent' {
  export interface Toast {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<Toast> {
    constructor(toast: Toast);
  }
}
declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';

  /** Where a component publishes and listens; only the wire makes one. */
  export interface Context {
    readonly scope?: string;
  }
  export interface Subscription {
    readonly id?: string;
  }
  export const MessageContext: WireAdapterConstructor<Record<string, never>, Context>;
  export function publish<Message>(
    context: Context,
    channel: { readonly message?: Message },
    message: Message,
  ): void;
  export function subscribe<Message>(
    context: Context,
    channel: { readonly message?: Message },
    listener: (message: Message) => void,
  ): Subscription;
  export function unsubscribe(subscription: Subscription): void;
}
declare module 'lightning/refresh' {
  /** Asks the page to show its data anew. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
}
declare module 'lightning/actions' {
  /** Closes the panel of a screen action. */
  export class CloseActionScreenEvent extends CustomEvent<undefined> {
    constructor();
  }
}
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  export default class LightningModal extends LightningElement {
    /** Opens the modal; resolves to what `close` is given, to undefined when the user dismisses it. */
    static open(
      options: { readonly label: string; readonly size?: 'small' | 'medium' | 'large' } & Readonly<
        Record<string, unknown>
      >,
    ): Promise<unknown>;
    label: string;
    close(result?: unknown): void;
  }
}
