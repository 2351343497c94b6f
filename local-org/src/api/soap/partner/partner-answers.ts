import type { CompoundValue, QueryResult, ResultRecord, ResultValue } from '../../../query';
import type { Schema, SObjectType } from '../../../schema';
import { decimalText, isDecimalType } from '../../rest/number-text';
import { escapeXml, NIL, writeElements, XmlText } from '../soap-writer';

/**
 * Writes records as Partner API does: type and id first (the id is nil when it was not selected), then the fields in
 * SELECT order, parents as records and child lists as query results.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_query_queryresult.htm
 */
export class PartnerRecordWriter {
  constructor(private readonly schema: Schema) {}

  /** `<records xsi:type="sf:sObject">...</records>` */
  write(elementName: string, record: ResultRecord): XmlText {
    const type = this.schema.find(record.type);
    const { fields } = record;
    const id = 'Id' in fields ? `<sf:Id>${String(fields['Id'])}</sf:Id>` : '<sf:Id xsi:nil="true"/>';
    const values = Object.entries(fields).map(([name, value]) => this.field(name, value, type));
    return new XmlText(
      `<${elementName} xsi:type="sf:sObject"><sf:type>${record.type}</sf:type>${id}${values.join('')}</${elementName}>`,
    );
  }

  private field(name: string, value: ResultValue, type: SObjectType | undefined): string {
    const element = `sf:${name}`;
    if (value === null) return `<${element} xsi:nil="true"/>`;
    if (typeof value !== 'object') return `<${element}>${this.text(name, value, type)}</${element}>`;
    if ('compound' in value) return compound(element, value);
    if ('records' in value) return this.childList(element, value);
    return this.write(element, value).xml;
  }

  private text(name: string, value: string | number | boolean, type: SObjectType | undefined): string {
    const field = type?.field(name);
    if (typeof value === 'number')
      return field && isDecimalType(field.type) ? decimalText(value) : String(value);
    if (field?.type === 'datetime') return String(value).replace(/\+0000$/, 'Z');
    return escapeXml(String(value));
  }

  private childList(element: string, { totalSize, records }: QueryResult): string {
    if (records.length === 0) return `<${element} xsi:nil="true"/>`;
    const list = writeElements({
      done: true,
      queryLocator: NIL,
      records: records.map((record) => this.write('records', record)),
      size: totalSize,
    });
    return `<${element} xsi:type="QueryResult">${list}</${element}>`;
  }
}

/** UNVERIFIED: type and element names of addresses and geolocations. */
function compound(element: string, { compound: parts }: CompoundValue): string {
  const type = 'latitude' in parts && Object.keys(parts).length === 2 ? 'location' : 'address';
  const known = Object.entries(parts).filter(([, part]) => part !== null);
  if (known.length === 0) return `<${element} xsi:nil="true"/>`;
  return `<${element} xsi:type="${type}">${writeElements(Object.fromEntries(known))}</${element}>`;
}
