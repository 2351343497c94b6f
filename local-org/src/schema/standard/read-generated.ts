import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', 'generated');
const OBJECTS = join(FOLDER, 'objects');

/** Reads a file of the generated folder. The caller names the shape, which a test checks. */
export function readGenerated<T>(fileName: string): T {
  return JSON.parse(readFileSync(join(FOLDER, fileName), 'utf8')) as T;
}

/** Reads every generated object, in the order of their names. */
export function readGeneratedObjects<T>(): T[] {
  return readdirSync(OBJECTS)
    .sort()
    .map((fileName) => JSON.parse(readFileSync(join(OBJECTS, fileName), 'utf8')) as T);
}
