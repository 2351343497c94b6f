import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock } from '../core';
import { readCases } from './conformance/read-cases';
import { runCase } from './conformance/run-case';
import { createDetachedEngine, detachedUser } from './engine/detached-engine';

const FOLDER = join(__dirname, '../../conformance/apex');
/** Noon of a Sunday. */
const NOW_MS = Date.UTC(2026, 10, 22, 12, 0, 0);
/** Cases that need records run with an org. */
const FILES_WITH_RECORDS: ReadonlySet<string> = new Set([
  'async.apex',
  'describe.apex',
  'formula-eval.apex',
  'queries.apex',
  'records.apex',
  'saves.apex',
  'triggers.apex',
]);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.apex') && !FILES_WITH_RECORDS.has(name));

describe.each(files)('Apex cases in %s', (file) => {
  const { sources, cases } = readCases(readFileSync(join(FOLDER, file), 'utf8'));
  const engine = createDetachedEngine(sources, new FixedClock(NOW_MS));

  it.each(cases.map((each): [string, typeof each] => [each.name, each]))('%s', (_, each) => {
    expect(runCase(engine, each, detachedUser)).toEqual(each.expectations);
  });
});
