import type { FieldValue } from '../../core';
import type { Bucket, BucketField } from '../report/report-definition';
import type { PlannedColumn, RowReader } from './planned-column';

/**
 * The planned column of a bucket field. Numbers fall into the bucket whose range they are in, the upper bound included;
 * other values into the one that lists them, or whose record's name it lists.
 * @see https://help.salesforce.com/s/articleView?id=sf.reports_bucketing_overview.htm
 */
export function bucketColumn(bucketField: BucketField, source: PlannedColumn): PlannedColumn {
  const { name, label, kind, otherLabel, blankAsZero, buckets } = bucketField;
  const labels = [...buckets.map((bucket) => bucket.label), ...(otherLabel === null ? [] : [otherLabel])];
  const value = (row: RowReader): FieldValue => {
    const shown = source.shown(row);
    const bucket = kind === 'number' ? numberBucket(buckets, shown, blankAsZero) : textBucket(buckets, shown);
    return bucket?.label ?? (shown === null && kind === 'number' ? null : (otherLabel ?? shown));
  };
  return {
    name,
    label,
    format: { type: 'string', scale: 0 },
    isLink: false,
    inputs: source.inputs,
    order: new Map(labels.map((text, index) => [text, index])),
    valueLabels: null,
    value,
    shown: value,
  };
}

function numberBucket(
  buckets: readonly Bucket[],
  value: FieldValue,
  blankAsZero: boolean,
): Bucket | undefined {
  const number = value === null && blankAsZero ? 0 : value;
  if (typeof number !== 'number') return undefined;
  return buckets.find(({ from, to }) => (from === null || number > from) && (to === null || number <= to));
}

function textBucket(buckets: readonly Bucket[], value: FieldValue): Bucket | undefined {
  const text = value === null ? '' : String(value).toLowerCase();
  return buckets.find(({ values }) => values.some((candidate) => candidate.toLowerCase() === text));
}
