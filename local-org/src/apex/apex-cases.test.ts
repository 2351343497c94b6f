import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock } from '../core';
import { readCases } from './conformance/read-cases';
import { runCase } from './conformance/run-case';
import { createDetachedEngine, detachedUser } from './engine/detached-engine';

const FOLDER = join(__dirname, '../../conformance/apex');
/** Noon of a Sunday. */
const NOW_MS = Date.UTC(2026, 10, 22, 12, 0, 0);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.apex'))
  .map((name) => ({ name, ...readCases(readFileSync(join(FOLDER, name), 'utf8')) }))
  .filter(({ needsOrg }) => !needsOrg);

describe.each(files)('Apex cases in $name', ({ sources, cases }) => {
  const engine = createDetachedEngine(sources, new FixedClock(NOW_MS));

  it.each(cases.map((each): [string, typeof each] => [each.name, each]))('%s', (_, each) => {
    expect(runCase(engine, each, detachedUser)).toEqual(each.expectations);
  });
});
