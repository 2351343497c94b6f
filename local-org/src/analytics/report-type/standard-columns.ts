/** Columns of a standard table by the names that reports use: a path from the object, and a label where it differs. */
export type StandardColumns = Readonly<Record<string, readonly [path: string, label?: string]>>;

const AUDIT: StandardColumns = {
  CREATED_DATE: ['CreatedDate'],
  CREATED: ['CreatedBy.Name', 'Created By'],
  LAST_UPDATE: ['LastModifiedDate', 'Last Modified Date'],
  LAST_UPDATE_BY: ['LastModifiedBy.Name', 'Last Modified By'],
  LAST_ACTIVITY: ['LastActivityDate', 'Last Activity'],
};

const address = (prefix: string, field: string): StandardColumns => ({
  [`${prefix}_STREET`]: [`${field}Street`],
  [`${prefix}_CITY`]: [`${field}City`],
  [`${prefix}_STATE`]: [`${field}State`],
  [`${prefix}_ZIP`]: [`${field}PostalCode`],
  [`${prefix}_COUNTRY`]: [`${field}Country`],
});

/**
 * Columns of the standard report types that are run, by the object of the table.
 *
 * UNVERIFIED: taken from published reports, not from a list of the platform; columns that it has and this table has
 * not are refused by name at deploy.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_getreportmetadata.htm
 */
export const STANDARD_COLUMNS: Readonly<Record<string, StandardColumns>> = {
  Opportunity: {
    OPPORTUNITY_NAME: ['Name', 'Opportunity Name'],
    OPPORTUNITY_ID: ['Id', 'Opportunity ID'],
    ACCOUNT_NAME: ['Account.Name', 'Account Name'],
    'ACCOUNT.NAME': ['Account.Name', 'Account Name'],
    ACCOUNT_ID: ['Account.Id', 'Account ID'],
    AMOUNT: ['Amount'],
    EXP_AMOUNT: ['ExpectedRevenue', 'Expected Revenue'],
    CLOSE_DATE: ['CloseDate'],
    STAGE_NAME: ['StageName'],
    PROBABILITY: ['Probability', 'Probability (%)'],
    FULL_NAME: ['Owner.Name', 'Opportunity Owner'],
    ROLLUP_DESCRIPTION: ['Owner.UserRole.Name', 'Owner Role'],
    TYPE: ['Type'],
    LEAD_SOURCE: ['LeadSource'],
    NEXT_STEP: ['NextStep'],
    DESCRIPTION: ['Description'],
    FORECAST_CATEGORY: ['ForecastCategoryName', 'Forecast Category'],
    FORECAST_CATEGORY_NAME: ['ForecastCategoryName', 'Forecast Category'],
    FISCAL_QUARTER: ['FiscalQuarter'],
    FISCAL_YEAR: ['FiscalYear'],
    CLOSED: ['IsClosed', 'Closed'],
    WON: ['IsWon', 'Won'],
    CAMPAIGN_SOURCE: ['Campaign.Name', 'Primary Campaign Source'],
    INDUSTRY: ['Account.Industry', 'Industry'],
    SALES: ['Account.AnnualRevenue', 'Annual Revenue'],
    EMPLOYEES: ['Account.NumberOfEmployees', 'Employees'],
    RECORDTYPE: ['RecordType.DeveloperName', 'Opportunity Record Type'],
    ...AUDIT,
  },
  Account: {
    'ACCOUNT.NAME': ['Name', 'Account Name'],
    ACCOUNT_NAME: ['Name', 'Account Name'],
    ACCOUNT_ID: ['Id', 'Account ID'],
    'USERS.NAME': ['Owner.Name', 'Account Owner'],
    TYPE: ['Type'],
    RATING: ['Rating'],
    INDUSTRY: ['Industry'],
    SALES: ['AnnualRevenue', 'Annual Revenue'],
    EMPLOYEES: ['NumberOfEmployees', 'Employees'],
    PHONE1: ['Phone'],
    URL: ['Website'],
    ACCOUNT_SOURCE: ['AccountSource'],
    PARENT_NAME: ['Parent.Name', 'Parent Account'],
    TICKER: ['TickerSymbol'],
    RECORDTYPE: ['RecordType.DeveloperName', 'Account Record Type'],
    ...address('ADDRESS1', 'Billing'),
    ...address('ADDRESS2', 'Shipping'),
    ...AUDIT,
  },
  Contact: {
    CONTACT_ID: ['Id', 'Contact ID'],
    SALUTATION: ['Salutation'],
    FIRST_NAME: ['FirstName'],
    LAST_NAME: ['LastName'],
    TITLE: ['Title'],
    EMAIL: ['Email'],
    PHONE1: ['Phone'],
    PHONE2: ['Fax'],
    PHONE3: ['MobilePhone', 'Mobile'],
    LEAD_SOURCE: ['LeadSource'],
    CONTACT_OWNER: ['Owner.Name', 'Contact Owner'],
    'ACCOUNT.NAME': ['Account.Name', 'Account Name'],
    ACCOUNT_NAME: ['Account.Name', 'Account Name'],
    ACCOUNT_ID: ['Account.Id', 'Account ID'],
    OWNER_FULL_NAME: ['Account.Owner.Name', 'Account Owner'],
    ...address('ADDRESS2', 'Mailing'),
    ...AUDIT,
  },
  Lead: {
    LEAD_ID: ['Id', 'Lead ID'],
    SALUTATION: ['Salutation'],
    FIRST_NAME: ['FirstName'],
    LAST_NAME: ['LastName'],
    COMPANY: ['Company'],
    TITLE: ['Title'],
    EMAIL: ['Email'],
    PHONE: ['Phone'],
    STATUS: ['Status', 'Lead Status'],
    LEAD_SOURCE: ['LeadSource'],
    RATING: ['Rating'],
    INDUSTRY: ['Industry'],
    OWNER: ['Owner.Name', 'Lead Owner'],
    CONVERTED: ['IsConverted', 'Converted'],
    CONVERTED_DATE: ['ConvertedDate'],
    STREET: ['Street'],
    CITY: ['City'],
    STATE: ['State'],
    ZIP: ['PostalCode'],
    COUNTRY: ['Country'],
    RECORDTYPE: ['RecordType.DeveloperName', 'Lead Record Type'],
    ...AUDIT,
  },
};

const customColumns = (prefix: 'CUST' | 'CHILD'): StandardColumns => ({
  [`${prefix}_NAME`]: ['Name'],
  [`${prefix}_ID`]: ['Id'],
  [`${prefix}_OWNER_NAME`]: ['Owner.Name', 'Owner Name'],
  [`${prefix}_RECORDTYPE`]: ['RecordType.DeveloperName', 'Record Type'],
  [`${prefix}_CREATED_DATE`]: ['CreatedDate', 'Created Date'],
  [`${prefix}_CREATED_NAME`]: ['CreatedBy.Name', 'Created By'],
  [`${prefix}_LAST_UPDATE`]: ['LastModifiedDate', 'Last Modified Date'],
  [`${prefix}_LAST_UPDATED_NAME`]: ['LastModifiedBy.Name', 'Last Modified By'],
  [`${prefix}_LAST_ACTIVITY_DATE`]: ['LastActivityDate', 'Last Activity Date'],
});

/** Columns that every custom object has in its own report type, as the first and as the second table. */
export const CUSTOM_OBJECT_COLUMNS = customColumns('CUST');
export const CHILD_OBJECT_COLUMNS = customColumns('CHILD');

/** Standard report types of one object, by name. */
export const STANDARD_REPORT_TYPES: Readonly<Record<string, { objectName: string; label: string }>> = {
  Opportunity: { objectName: 'Opportunity', label: 'Opportunities' },
  OpportunityList: { objectName: 'Opportunity', label: 'Opportunities' },
  AccountList: { objectName: 'Account', label: 'Accounts' },
  ContactList: { objectName: 'Contact', label: 'Contacts & Accounts' },
  LeadList: { objectName: 'Lead', label: 'Leads' },
};
