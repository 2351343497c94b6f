import type { Schema, SObjectType } from '../../schema';

/** Names of columns that follow no rule, and the fields they show, on any object. */
const SHARED_COLUMNS: Readonly<Record<string, string>> = {
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  'CORE.USERS.LAST_NAME': 'Owner.LastName',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  FULL_NAME: 'Name',
  LAST_ACTIVITY: 'LastActivityDate',
  LAST_UPDATE: 'LastModifiedDate',
  OBJECT_ID: 'Id',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  OWNER_NAME: 'Owner.Name',
  RECORDTYPE: 'RecordType.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
};

const ACCOUNT_COLUMNS: Readonly<Record<string, string>> = {
  ACCOUNT_NUMBER: 'AccountNumber',
  ADDRESS1_CITY: 'BillingCity',
  ADDRESS1_COUNTRY: 'BillingCountry',
  ADDRESS1_STATE: 'BillingState',
  ADDRESS1_STREET: 'BillingStreet',
  ADDRESS1_ZIP: 'BillingPostalCode',
  ADDRESS2_CITY: 'ShippingCity',
  ADDRESS2_COUNTRY: 'ShippingCountry',
  ADDRESS2_STATE: 'ShippingState',
  ADDRESS2_STREET: 'ShippingStreet',
  ADDRESS2_ZIP: 'ShippingPostalCode',
  EMPLOYEES: 'NumberOfEmployees',
  PARENT_NAME: 'Parent.Name',
  PHONE1: 'Phone',
  PHONE2: 'Fax',
  SALES: 'AnnualRevenue',
  TICKER: 'TickerSymbol',
  URL: 'Website',
};

/** Names of columns of standard objects that follow no rule; without the object in front. */
const COLUMNS_OF_OBJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: ACCOUNT_COLUMNS,
  Campaign: { CAMPAIGN_TYPE: 'Type', CAMPAIGN_STATUS: 'Status' },
  Case: { NAME: 'Contact.Name', CREATED_DATE_DATE_ONLY: 'CreatedDate' },
  Contact: {
    ADDRESS1_CITY: 'OtherCity',
    ADDRESS2_CITY: 'MailingCity',
    ADDRESS2_COUNTRY: 'MailingCountry',
    ADDRESS2_STATE: 'MailingState',
    ADDRESS2_STREET: 'MailingStreet',
    ADDRESS2_ZIP: 'MailingPostalCode',
    PHONE1: 'Phone',
    PHONE2: 'Fax',
    PHONE3: 'MobilePhone',
    PHONE4: 'HomePhone',
    PHONE5: 'OtherPhone',
    PHONE6: 'AssistantPhone',
    REPORTS_TO: 'ReportsTo.Name',
    SOURCE: 'LeadSource',
  },
  Event: { WHAT_NAME: 'What.Name', WHO_NAME: 'Who.Name', DUE_DATE: 'ActivityDate' },
  Lead: { MOBILE: 'MobilePhone', SOURCE: 'LeadSource', UNREAD: 'IsUnreadByOwner', ZIP: 'PostalCode' },
  Opportunity: {
    FORECAST_CATEGORY: 'ForecastCategoryName',
    PRIMARY: 'Campaign.Name',
    QUANTITY: 'TotalOpportunityQuantity',
    SOURCE: 'LeadSource',
  },
  OpportunityContactRole: { CC_ROLE: 'Role', CC_IS_PRIMARY: 'IsPrimary' },
  Task: { DUE_DATE: 'ActivityDate', WHAT_NAME: 'What.Name', WHO_NAME: 'Who.Name' },
};

/** Columns that tell tasks from events where both stand in one list; no field of either is behind them. */
export const COLUMNS_WITHOUT_FIELD: ReadonlySet<string> = new Set(['ACTIVITY.TASK']);

/** What the names of some objects are in columns, where they differ. */
const OBJECT_ALIASES: Readonly<Record<string, string>> = { Case: 'CASES', Product2: 'PRODUCT' };

/**
 * The field that a column of a list view or related list shows, as a path from the object: `OPPORTUNITY.CLOSE_DATE` is
 * `CloseDate`, `ACCOUNT.NAME` of an opportunity `Account.Name`. Custom fields stand under their API names; API names and
 * paths of standard fields are taken too. Undefined for a column that no list knows.
 *
 * UNVERIFIED: the names of columns are nowhere listed as a whole. Those that follow no rule are taken from metadata of
 * public projects.
 */
export function fieldPathOfColumn(schema: Schema, type: SObjectType, column: string): string | undefined {
  const rest = withoutObject(type, column);
  const special = COLUMNS_OF_OBJECTS[type.name]?.[rest] ?? SHARED_COLUMNS[column] ?? SHARED_COLUMNS[rest];
  return (
    apiPath(schema, type, special ?? column) ??
    apiPath(schema, type, rest) ??
    fieldByColumn(type, rest) ??
    parentColumn(schema, type, rest)
  );
}

/**
 * The column under which list views show a field, the reverse of {@link fieldPathOfColumn}: `CloseDate` of an
 * opportunity is `OPPORTUNITY.CLOSE_DATE`, `Account.Name` `ACCOUNT.NAME`, a custom field itself. Undefined for a path
 * that no list shows, such as a field of a custom reference other than its name.
 *
 * UNVERIFIED: fields that follow no known rule get a name made of their API name.
 */
export function columnOfFieldPath(schema: Schema, type: SObjectType, path: string): string | undefined {
  const reference = customReference(type, path);
  const shown = (column: string): string | undefined => {
    if (!COLUMN_FORM.test(column)) return undefined;
    // The column of a custom reference shows the name behind it.
    return column === reference ? path : fieldPathOfColumn(schema, type, column);
  };
  return columnCandidates(type, path, reference).find((column) => shown(column) === path);
}

/** Names that a path may have as a column, the platform's own before those that are made by rule. */
function columnCandidates(type: SObjectType, path: string, reference: string | undefined): string[] {
  const prefix = path.includes('.') ? '' : prefixOf(type);
  const special = keysOf(COLUMNS_OF_OBJECTS[type.name] ?? {}, path).map((key) => `${prefixOf(type)}${key}`);
  const { custom } = type.definition;
  const isPersonName = path === 'Name' && type.field('LastName') !== undefined;
  // Owners of standard objects stand under CORE.USERS.
  const shared = keysOf(SHARED_COLUMNS, path).filter((key) => !key.startsWith(custom ? 'CORE.' : 'OWNER'));
  const words = screamingSnake(path);
  return [
    ...special,
    ...(path === 'Name' ? [isPersonName ? 'FULL_NAME' : `${prefix}NAME`] : []),
    ...shared.flatMap((key) => [`${prefix}${key}`, key]),
    reference ?? path,
    `${prefix}${words.replace(/^IS_/, '')}`,
    `${prefix}${words}`,
    `${prefix}${path.toUpperCase()}`,
    ...keysOf(SHARED_COLUMNS, path),
  ];
}

/** Custom fields by API name, all others in capitals. */
const COLUMN_FORM = /^(?:[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)*|\w+__[cs])$/;

/** Columns of objects without tables of their own stand alone: `NAME`; those of the others behind the object. */
function prefixOf(type: SObjectType): string {
  if (type.definition.custom || type.field('ActivityDate')) return '';
  return `${OBJECT_ALIASES[type.name] ?? type.name.toUpperCase()}.`;
}

function keysOf(columns: Readonly<Record<string, string>>, path: string): string[] {
  return Object.keys(columns).filter((key) => columns[key] === path);
}

/** `Agency__c` for `Agency__r.Name`. */
function customReference(type: SObjectType, path: string): string | undefined {
  const [, relationship = ''] = /^(\w+__r)\.\w+$/.exec(path) ?? [];
  return relationship === '' ? undefined : type.parentField(relationship)?.name;
}

/** `CloseDate` is `CLOSE_DATE`, `Account.Name` `ACCOUNT.NAME`. */
function screamingSnake(path: string): string {
  return path.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}

/** `CLOSE_DATE` without the object in front, by which standard columns are called: `OPPORTUNITY.CLOSE_DATE`. */
function withoutObject(type: SObjectType, column: string): string {
  const prefix = `${OBJECT_ALIASES[type.name] ?? type.name.toUpperCase()}.`;
  return column.toUpperCase().startsWith(prefix) ? column.slice(prefix.length) : column;
}

/** A path of API names in the schema's own spelling. */
function apiPath(schema: Schema, type: SObjectType, path: string): string | undefined {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return type.field(name)?.name;
  const relationship = type.parentField(name)?.relationship;
  const parent = relationship && schema.find(nameObject(relationship.referenceTo));
  const below = parent && apiPath(schema, parent, rest.join('.'));
  return below === undefined ? undefined : `${relationship?.relationshipName ?? name}.${below}`;
}

/** What a path through a reference to several objects may name. */
function nameObject(referenceTo: readonly string[]): string {
  return referenceTo.length > 1 ? 'Name' : (referenceTo[0] ?? '');
}

/** Columns are called as the fields, in capitals with underscores; checkboxes without `Is`. */
function fieldByColumn(type: SObjectType, column: string): string | undefined {
  const name = column.replaceAll('_', '');
  return (type.field(name) ?? type.field(`Is${name}`))?.name;
}

/** `ACCOUNT.NAME` on an object that has an account. */
function parentColumn(schema: Schema, type: SObjectType, column: string): string | undefined {
  const point = column.indexOf('.');
  const relationship = point < 0 ? undefined : type.parentField(column.slice(0, point))?.relationship;
  const parent = relationship && schema.find(relationship.referenceTo[0] ?? '');
  const path = parent && fieldPathOfColumn(schema, parent, column.slice(point + 1));
  return path === undefined ? undefined : `${relationship?.relationshipName ?? ''}.${path}`;
}
