import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from './source-files';

/** `Opportunity.Discount__c` of `force-app/.../objects/Opportunity/fields/Discount__c.field-meta.xml`. */
const FIELD_FILE = /objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/;

/** Fields of docs/data-dictionary.md, below the heading of their object. */
function documentedFields(): string[] {
  const [, ...sections] = readFileSync(join(ROOT, 'docs/data-dictionary.md'), 'utf8').split(/^### /m);
  return sections.flatMap((section) => {
    const [, object = ''] = /`(\w+)`/.exec(section) ?? [];
    return [...section.matchAll(/^\| `(\w+)`/gm)].map(([, field = '']) => `${object}.${field}`);
  });
}

describe('docs/data-dictionary.md', () => {
  it('lists the fields of force-app, and no other', () => {
    const fields = filesBelow('force-app').flatMap((file) => {
      const [, object, field = ''] = FIELD_FILE.exec(file) ?? [];
      return object !== undefined && field.includes('__c') ? [`${object}.${field}`] : [];
    });
    expect(documentedFields().sort()).toEqual(fields.sort());
  });
});
