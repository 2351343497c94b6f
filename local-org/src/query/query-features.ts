const GUIDE = 'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl';

/** A feature of SOQL or SOSL, with the page that describes it and the cases that show what becomes of it. */
export interface QueryFeature {
  readonly language: 'SOQL' | 'SOSL';
  /** As the documentation calls it: `GROUP BY ROLLUP`. */
  readonly name: string;
  readonly status: 'supported' | 'partial' | 'unsupported';
  readonly documentation: string;
  /** Case file of `conformance/soql` and the group in it. */
  readonly cases: { readonly file: string; readonly group: string };
  /** What is missing. */
  readonly note?: string;
}

type Row = readonly [name: string, page: string, cases: string, note?: string];

/** `cases` is `file: group`; a note makes a supported feature partial. */
function feature(language: QueryFeature['language'], supported: boolean) {
  return ([name, page, cases, note]: Row): QueryFeature => {
    const [file = '', group = ''] = cases.split(': ');
    return {
      language,
      name,
      status: supported ? (note === undefined ? 'supported' : 'partial') : 'unsupported',
      documentation: `${GUIDE}/${page}.htm`,
      cases: { file: `${file}.json`, group },
      ...(note === undefined ? {} : { note }),
    };
  };
}

const SOQL: readonly Row[] = [
  ['SELECT and aliases', 'sforce_api_calls_soql_select', 'select: fields'],
  ['compound fields', 'sforce_api_calls_soql_select_fields', 'select: compound fields'],
  ['FIELDS()', 'sforce_api_calls_soql_select_fields', 'select: FIELDS()'],
  ['formula fields', 'sforce_api_calls_soql_select', 'select: formula fields'],
  ['LIMIT', 'sforce_api_calls_soql_select_limit', 'select: limit and offset'],
  ['OFFSET', 'sforce_api_calls_soql_select_offset', 'select: limit and offset', 'not in child subqueries'],
  ['COUNT()', 'sforce_api_calls_soql_select_count', 'select: count'],
  [
    'USING SCOPE',
    'sforce_api_calls_soql_select_using_scope',
    'select: scope, locks and deleted rows',
    'everything and mine only',
  ],
  [
    'FOR UPDATE',
    'sforce_api_calls_soql_select_for_update',
    'select: scope, locks and deleted rows',
    'takes no lock: requests run one after the other',
  ],
  [
    'FOR VIEW, FOR REFERENCE',
    'sforce_api_calls_soql_select_for_view_for_reference',
    'select: scope, locks and deleted rows',
    'refused by orgs that do not keep what users have seen, which is every one so far',
  ],
  ['ALL ROWS', 'sforce_api_calls_soql_select', 'select: scope, locks and deleted rows'],
  ['text comparison', 'sforce_api_calls_soql_select_comparisonoperators', 'where: text ignores case'],
  ['escapes', 'sforce_api_calls_soql_select_quotedstringescapes', 'where: escapes in text'],
  ['LIKE', 'sforce_api_calls_soql_select_comparisonoperators', 'where: LIKE'],
  ['null', 'sforce_api_calls_soql_select_conditionexpression', 'where: empty values'],
  ['AND, OR, NOT', 'sforce_api_calls_soql_select_logicaloperators', 'where: AND, OR, NOT'],
  [
    'numbers and checkboxes',
    'sforce_api_calls_soql_select_conditionexpression',
    'where: numbers and checkboxes',
  ],
  [
    'INCLUDES, EXCLUDES',
    'sforce_api_calls_soql_querying_multiselect_picklists',
    'where: multi-select picklists',
  ],
  ['ids of 15 and 18 characters', 'sforce_api_calls_soql_select_comparisonoperators', 'where: ids'],
  [
    'semi-joins and anti-joins',
    'sforce_api_calls_soql_select_comparisonoperators',
    'where: semi-joins and anti-joins',
  ],
  ['date literals', 'sforce_api_calls_soql_select_dateformats', 'dates: date literals on dates'],
  [
    'date literals on datetimes',
    'sforce_api_calls_soql_select_dateformats',
    "dates: datetimes begin and end with the user's day",
  ],
  ['date functions', 'sforce_api_calls_soql_select_date_functions', 'dates: date functions'],
  ['parent paths', 'sforce_api_calls_soql_relationships_query_using', 'parents: paths'],
  [
    'references to several objects',
    'sforce_api_calls_soql_relationships_and_polymorph_keys',
    'parents: references to several objects reach the Name object only',
  ],
  ['TYPEOF', 'sforce_api_calls_soql_select_typeof', 'parents: TYPEOF'],
  ['child subqueries', 'sforce_api_calls_soql_relationships_query_using', 'children: child subqueries'],
  ['aggregate functions', 'sforce_api_calls_soql_select_agg_functions', 'aggregates: functions'],
  ['GROUP BY, HAVING', 'sforce_api_calls_soql_select_groupby', 'aggregates: GROUP BY and HAVING'],
  [
    'GROUP BY ROLLUP, GROUP BY CUBE',
    'sforce_api_calls_soql_select_groupby_rollup',
    'aggregates: ROLLUP and CUBE',
  ],
  ['ORDER BY, NULLS FIRST/LAST', 'sforce_api_calls_soql_select_orderby', 'order: values'],
  ['ORDER BY a picklist', 'sforce_api_calls_soql_select_orderby', 'order: picklists follow their value set'],
  ['toLabel()', 'sforce_api_calls_soql_select_tolabel', 'functions: toLabel'],
  ['FORMAT()', 'sforce_api_calls_soql_select_format', 'functions: FORMAT'],
  [
    'DISTANCE(), GEOLOCATION()',
    'sforce_api_calls_soql_geolocate',
    'functions: DISTANCE',
    'of a field and GEOLOCATION() only',
  ],
  ['bind variables', 'sforce_api_calls_soql_select', 'binds: values'],
  [
    'object and field permissions',
    'sforce_api_calls_soql',
    'access: objects and fields the user may not read do not exist',
  ],
  ['sharing', 'sforce_api_calls_soql', 'access: sharing'],
  ['errors with code, text and position', 'sforce_api_calls_soql', 'errors: syntax'],
];

const SOQL_REFUSED: readonly Row[] = [
  ['convertCurrency()', 'sforce_api_calls_soql_querying_currency_fields', 'functions: convertCurrency'],
  [
    'UPDATE TRACKING, UPDATE VIEWSTAT',
    'sforce_api_calls_soql_select',
    'select: scope, locks and deleted rows',
  ],
];

const SOSL: readonly Row[] = [
  [
    'FIND {term}',
    'sforce_api_calls_sosl_find',
    'sosl: terms',
    'no stems, synonyms, spelling correction or relevance',
  ],
  ['IN fields', 'sforce_api_calls_sosl_in', 'sosl: fields', 'not IN SIDEBAR FIELDS'],
  ['RETURNING', 'sforce_api_calls_sosl_returning', 'sosl: RETURNING'],
];

const SOSL_REFUSED: readonly Row[] = [
  ['WITH clauses, UPDATE clauses', 'sforce_api_calls_sosl_syntax', 'sosl: refused'],
];

/**
 * What the local org makes of SOQL and SOSL. Anything else is refused by name or as a syntax error.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql.htm
 */
export const QUERY_FEATURES: readonly QueryFeature[] = [
  ...SOQL.map(feature('SOQL', true)),
  ...SOQL_REFUSED.map(feature('SOQL', false)),
  ...SOSL.map(feature('SOSL', true)),
  ...SOSL_REFUSED.map(feature('SOSL', false)),
];
