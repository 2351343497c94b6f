import type { FieldValue } from '../../core';
import { FORECAST_CATEGORY_NAMES } from '../../schema';
import type { SaveChunk } from '../save-chunk';
import type { SaveRecord } from '../save-record';
import { assignComputed, chosenValue } from './assign';
import { refreshCampaigns } from './campaign-figures';
import { objectReference, type StandardBehaviour } from './standard-behaviour';

/** Codes by the names that users pick. */
const FORECAST_CATEGORY_CODES = new Map([...FORECAST_CATEGORY_NAMES].map(([code, name]) => [name, code]));

const MONTHS_PER_QUARTER = 3;

/**
 * Opportunity: stage, probability, forecast category, expected revenue, fiscal period.
 * UNVERIFIED: a stage outside the value set is open, with category Omitted and no probability of its own.
 */
export const opportunity: StandardBehaviour = {
  objectName: 'Opportunity',
  documentation: objectReference('Opportunity'),
  derive: (chunk) => {
    for (const record of chunk.records) {
      deriveFromStage(chunk, record);
      deriveForecastCategoryCode(chunk, record);
      deriveExpectedRevenue(chunk, record);
      deriveFiscalPeriod(chunk, record);
      derivePushCount(chunk, record);
    }
  },
  afterWrite: (chunk) => {
    addPrimaryContacts(chunk);
    const campaigns = chunk.records.filter((record) => CAMPAIGN_FIGURES.some((name) => record.changes(name)));
    refreshCampaigns(
      chunk.services,
      campaigns.flatMap((record) => [record.get('CampaignId'), record.before('CampaignId')]),
    );
  },
  afterRemoval: (services, rows) =>
    refreshCampaigns(
      services,
      rows.map((row) => row['CampaignId'] ?? null),
    ),
};

const CAMPAIGN_FIGURES = ['CampaignId', 'Amount', 'IsWon'];

/** The stage decides on insert, and on update only when it changes; what was given explicitly stays. */
function deriveFromStage(chunk: SaveChunk, record: SaveRecord): void {
  const stage = chosenValue(chunk, record, 'StageName');
  const decides = record.prior === null || record.changes('StageName');
  assignComputed(chunk, record, 'IsClosed', stage?.closed === true);
  assignComputed(chunk, record, 'IsWon', stage?.won === true);
  const derive = (name: string, fromStage: FieldValue): void => {
    if (!record.assigned.has(name))
      assignComputed(chunk, record, name, decides ? fromStage : record.before(name));
  };
  derive('Probability', stage?.probability ?? record.get('Probability'));
  derive(
    'ForecastCategoryName',
    FORECAST_CATEGORY_NAMES.get(stage?.forecastCategory ?? 'Omitted') ?? stage?.forecastCategory ?? null,
  );
  if (record.prior !== null) {
    assignComputed(
      chunk,
      record,
      'LastStageChangeDate',
      decides ? chunk.stamp : record.before('LastStageChangeDate'),
    );
  }
}

function deriveForecastCategoryCode(chunk: SaveChunk, record: SaveRecord): void {
  const name = record.get('ForecastCategoryName');
  const code =
    typeof name === 'string'
      ? (FORECAST_CATEGORY_CODES.get(name) ?? name)
      : chosenValue(chunk, record, 'StageName')?.forecastCategory;
  assignComputed(chunk, record, 'ForecastCategory', code ?? 'Omitted');
}

/** Amount times probability in binary arithmetic, not rounded. */
function deriveExpectedRevenue(chunk: SaveChunk, record: SaveRecord): void {
  const amount = record.get('Amount');
  const probability = record.get('Probability');
  const expected = typeof amount === 'number' ? amount * (Number(probability ?? 0) / 100) : null;
  assignComputed(chunk, record, 'ExpectedRevenue', expected);
}

/** The fiscal year is the calendar year. DEVIATION: other fiscal years are not supported. */
function deriveFiscalPeriod(chunk: SaveChunk, record: SaveRecord): void {
  const closeDate = record.get('CloseDate');
  if (typeof closeDate !== 'string') return;
  const year = Number(closeDate.slice(0, 4));
  const quarter = Math.ceil(Number(closeDate.slice(5, 7)) / MONTHS_PER_QUARTER);
  assignComputed(chunk, record, 'FiscalYear', year);
  assignComputed(chunk, record, 'FiscalQuarter', quarter);
  assignComputed(chunk, record, 'Fiscal', `${year} ${quarter}`);
}

/** Counts how often the close date moved into a later month. */
function derivePushCount(chunk: SaveChunk, record: SaveRecord): void {
  const months = [record.before('CloseDate'), record.get('CloseDate')].map((date) =>
    String(date ?? '').slice(0, 7),
  );
  const [before = '', after = ''] = months;
  const pushed = record.prior !== null && before !== '' && after > before;
  assignComputed(chunk, record, 'PushCount', Number(record.before('PushCount') ?? 0) + (pushed ? 1 : 0));
}

/** ContactId can only be given at creation: it makes that contact the primary contact role. */
function addPrimaryContacts(chunk: SaveChunk): void {
  if (chunk.operation !== 'insert' || !chunk.plan.fields.has('ContactId')) return;
  const roles = chunk.records
    .filter((record) => record.get('ContactId') !== null)
    .map((record) => ({ OpportunityId: record.id, ContactId: record.get('ContactId'), IsPrimary: true }));
  if (roles.length > 0) chunk.nested.insertTrusted('OpportunityContactRole', roles, chunk.options);
}
