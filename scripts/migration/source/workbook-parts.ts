import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';

/** Parts of a workbook that hold cells; charts, pivots, tables and drawings hold copies or pictures of them. */
const NEEDED = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/[^/]+\.xml$/,
];

/** Elements of a sheet or of the workbook that point to parts left out, or that only decorate. */
const POINTERS =
  'tableParts|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|hyperlinks|autoFilter|conditionalFormatting|dataValidations|extLst|definedNames|pivotCaches|externalReferences|customSheetViews|pageSetup';

const POINTER_ELEMENTS = new RegExp(`<(${POINTERS})\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`, 'g');

/** Largest part that is read, in bytes of text: beyond it the program would run out of memory. */
export const MAX_PART_BYTES = 300_000_000;

/** Thrown for a workbook too large to be read as a whole. */
export class PartTooLargeError extends Error {}

/**
 * Keeps of an `.xlsx` file only what holds cells: real workbooks carry filters, pivots and charts of every
 * program version, and none of them is read.
 * @throws PartTooLargeError; Error when the bytes are no zip archive
 */
export function keepCellParts(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const needed = NEEDED.some((pattern) => pattern.test(name));
      if (needed && originalSize > MAX_PART_BYTES)
        throw new PartTooLargeError(`${name} holds ${originalSize} bytes`);
      return needed;
    },
  });
  const kept: Unzipped = {};
  for (const [name, content] of Object.entries(parts)) {
    const holdsPointers = name === 'xl/workbook.xml' || name.startsWith('xl/worksheets/');
    kept[name] = holdsPointers ? strToU8(strFromU8(content).replace(POINTER_ELEMENTS, '')) : content;
  }
  return zipSync(kept, { level: 0 });
}
