import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProcedure, procedureDocuments, readProcedure } from '../../scripts/procedure';
import { ROOT } from './source-files';

describe('the opportunity procedure', () => {
  const procedure = readProcedure(join(ROOT, 'force-app/main/default'));

  it('is written down as the metadata says: run `npm run procedure` when it is not', () => {
    const stale = procedureDocuments(procedure).filter(
      ({ file, text }) => readFileSync(join(ROOT, file), 'utf8') !== text,
    );
    expect(stale.map(({ file }) => file)).toEqual([]);
  });

  it('has no gate, threshold, flag, event or notification that leads nowhere', () => {
    expect(checkProcedure(procedure)).toEqual([]);
  });

  it('is read whole', () => {
    for (const part of [procedure.gates, procedure.thresholds, procedure.hygiene, procedure.events]) {
      expect(part.length).toBeGreaterThan(0);
    }
    expect(procedure.stages.map(({ name }) => name)).toEqual(procedure.stageNames);
    expect(procedure.rules.length + procedure.itemRules.length).toBeGreaterThan(20);
  });
});
