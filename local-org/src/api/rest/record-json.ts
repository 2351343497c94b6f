import type { FieldType, Schema } from '../../schema';
import type { CompoundValue, QueryResult, ResultRecord, ResultValue } from '../../query';
import { decimalText, isDecimalType } from './number-text';

/** Characters that JSON writes as escapes; everything else goes out as it is. */
const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;
/** Parts of a geolocation or address that are numbers with a decimal point. */
const DECIMAL_PARTS: ReadonlySet<string> = new Set(['latitude', 'longitude']);

/** Field types whose texts are ids, dates or times. */
const PLAIN_TEXT_TYPES: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'datetime', 'time']);

interface Column {
  readonly name: string;
  /** `,"Amount":` */
  readonly prefix: string;
  /** Numbers are written with a decimal point. */
  readonly decimal: boolean;
  /** Texts have no character that needs an escape: ids, dates. */
  readonly plainText: boolean;
}

/** What is known about the records of one object. */
interface Shape {
  /** `{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/` */
  readonly urlPrefix: string;
  readonly columns: Map<string, Column>;
  /** The columns in the order of the record before, which is that of the next one as a rule. */
  readonly order: Column[];
}

/** Writes a list of child records: `{"totalSize":2,"done":true,"records":[...]}`. */
export type WriteList = (list: QueryResult, writer: RecordWriter) => string;

/**
 * Writes query rows as REST JSON: `attributes` first, then the fields in SELECT order. Texts that repeat from row to
 * row are made once per object and column, because a page has up to 2,000 rows.
 *
 * DEVIATION: whole numbers of aggregate functions (`SUM(Amount)`) are written without a decimal point.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export class RecordWriter {
  private readonly shapes = new Map<string, Shape>();

  constructor(
    private readonly schema: Schema,
    private readonly apiVersion: number,
    private readonly writeList: WriteList = writeWholeList,
  ) {}

  /** Comma-separated records. */
  writeAll(records: readonly ResultRecord[]): string {
    let text = '';
    for (const record of records) text += text === '' ? this.write(record) : `,${this.write(record)}`;
    return text;
  }

  write(record: ResultRecord): string {
    const shape = this.shapeOf(record.type);
    let text =
      record.id === null
        ? `{"attributes":{"type":${JSON.stringify(record.type)}}`
        : `${shape.urlPrefix}${record.id}"}`;
    const { fields } = record;
    const { order } = shape;
    let index = 0;
    for (const name in fields) {
      let column = order[index];
      if (column?.name !== name) {
        column = this.columnOf(shape, record.type, name);
        order[index] = column;
      }
      index++;
      const value = fields[name] as ResultValue;
      text += column.prefix;
      text +=
        typeof value === 'string' && column.plainText ? `"${value}"` : this.writeValue(value, column.decimal);
    }
    return `${text}}`;
  }

  private writeValue(value: ResultValue, decimal: boolean): string {
    if (value === null) return 'null';
    if (typeof value === 'string') return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
    if (typeof value === 'number') return decimal ? decimalText(value) : String(value);
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if ('compound' in value) return this.writeCompound(value);
    if ('records' in value) return this.writeList(value, this);
    return this.write(value);
  }

  private writeCompound(value: CompoundValue): string {
    const parts = Object.entries(value.compound);
    if (parts.every(([, part]) => part === null)) return 'null';
    const written = parts.map(
      ([name, part]) => `${JSON.stringify(name)}:${this.writeValue(part, DECIMAL_PARTS.has(name))}`,
    );
    return `{${written.join(',')}}`;
  }

  private shapeOf(type: string): Shape {
    let shape = this.shapes.get(type);
    if (!shape) {
      const url = `/services/data/v${this.apiVersion}.0/sobjects/${type}/`;
      shape = {
        urlPrefix: `{"attributes":{"type":${JSON.stringify(type)},"url":"${url}`,
        columns: new Map(),
        order: [],
      };
      this.shapes.set(type, shape);
    }
    return shape;
  }

  private columnOf(shape: Shape, type: string, name: string): Column {
    const known = shape.columns.get(name);
    if (known) return known;
    const field = this.schema.find(type)?.field(name);
    const column = {
      name,
      prefix: `,${JSON.stringify(name)}:`,
      decimal: field !== undefined && isDecimalType(field.type),
      plainText: field !== undefined && PLAIN_TEXT_TYPES.has(field.type),
    };
    shape.columns.set(name, column);
    return column;
  }
}

/** Writes a list with all its records. */
export function writeWholeList(list: QueryResult, writer: RecordWriter): string {
  if (list.records.length === 0) return 'null';
  return `{"totalSize":${list.totalSize},"done":true,"records":[${writer.writeAll(list.records)}]}`;
}
