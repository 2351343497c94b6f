import { z } from 'zod';
import { CLEANERS } from './clean-cell';
import { KEY_FORMS } from './normalize-key';
import { PARSE_KINDS } from './parse-cell';

const columnList = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Holds where an earlier field of the same record has one of these values. */
const conditionSchema = z.strictObject({ field: z.string(), in: z.array(z.string()).min(1) });

/** Own names for reason codes: `{ INVALID_DATE: 'DATE_UNREADABLE' }`. */
const reasonsSchema = z.record(z.string(), z.string()).default({});

/** What stands in for a blank cell; the note tells readers of the record about it. */
const defaultSchema = z.strictObject({
  constant: scalar.optional(),
  column: z.string().optional(),
  /** Date some days after that of another column. */
  daysAfter: z.strictObject({ column: z.string(), days: z.int() }).optional(),
  /** Cell of another table: `take` of the row whose `where` column equals this row's `equals` column. */
  lookup: z
    .strictObject({ table: z.string(), where: z.string(), equals: z.string(), take: z.string() })
    .optional(),
  when: conditionSchema.optional(),
  note: z.string().optional(),
});

const fieldSchema = z.strictObject({
  /** Columns to take the value from; the first that is not blank. */
  column: columnList.optional(),
  constant: scalar.optional(),
  /** Text with columns in braces: `{product} for {account}`. */
  template: z.string().optional(),
  /** A value of the run itself. Never compared: it does not make a record different. */
  system: z.enum(['sourceRow', 'batch']).optional(),
  /** The field is set only where this holds. */
  when: conditionSchema.optional(),
  parse: z.enum(PARSE_KINDS).default('text'),
  multiply: z.number().optional(),
  /** Value map, keys compared without regard to case. */
  values: z.record(z.string(), scalar).optional(),
  /** What happens to a value that the map does not hold. */
  otherValues: z.enum(['keep', 'reject', 'blank']).default('keep'),
  /** The field points to a record of a step; the field name is then the relationship's (`Account`). */
  reference: z
    .strictObject({
      step: z.string(),
      missing: z.enum(['reject', 'blank']).default('reject'),
      /** Columns of the other step's table that the text may stand in; without them it is read as the key. */
      matching: z.array(z.string()).default([]),
    })
    .optional(),
  /** The field names a user, found by name, e-mail or user name. */
  user: z.strictObject({ missing: z.enum(['reject', 'running-user']).default('running-user') }).optional(),
  default: z.array(defaultSchema).default([]),
  /** Longer text is cut to this many characters. */
  truncate: z.int().positive().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  onInvalid: z.enum(['reject', 'blank']).default('reject'),
  /** Sent only with new records: audit fields such as CreatedDate. */
  createOnly: z.boolean().default(false),
  /** Left out, with a warning, where the org has no such field or the user may not set it. */
  optional: z.boolean().default(false),
  /** A blank value rejects the row with this reason. */
  required: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  reasons: reasonsSchema,
});

const keySchema = z.strictObject({
  /** External id field of the object. */
  field: z.string(),
  /** Makes the keys of this list recognisable in the org; reconciliation counts by it. */
  prefix: z.string().min(2),
  from: columnList,
  form: z.enum(KEY_FORMS).default('verbatim'),
});

const stepSchema = z.strictObject({
  name: z.string(),
  object: z.string(),
  table: z.string(),
  key: keySchema,
  /** Several rows may name the same record; blanks of the first are filled from the others. */
  distinct: z.boolean().default(false),
  /** Only rows in which this column is filled make a record; the others are passed over. */
  onlyWith: z.string().optional(),
  /** Field that receives the notes of the defaults that were used. */
  notesField: z.string().optional(),
  fields: z.record(z.string(), fieldSchema),
  /** Of each group at least one field must have a value. */
  requireOneOf: z
    .array(z.strictObject({ fields: z.array(z.string()).min(2), code: z.string(), message: z.string() }))
    .default([]),
  /** Own names for `KEY_MISSING`, `KEY_REPEATED` (same values) and `KEY_CONFLICT` (other values). */
  reasons: reasonsSchema,
  /** What is added up, and by which field, when the org is compared with the source. */
  reconcile: z
    .strictObject({ sum: z.array(z.string()).default([]), groupBy: z.string().optional() })
    .default({ sum: [] }),
});

const tableSchema = z.strictObject({
  /** Own name of a column -> headings it is found under (spaces, case and punctuation do not matter). */
  columns: z.record(z.string(), z.array(z.string()).min(1)),
  /** Columns that a sheet must have to be this table. */
  identifiedBy: z.array(z.string()).min(1),
  /** How cells are tidied before anything looks at them. */
  clean: z.record(z.string(), z.enum(CLEANERS)).default({}),
  /** Known misspellings by column: wrong -> right, compared without regard to case. */
  replace: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Columns that are left out on purpose, with the reason. */
  waived: z.record(z.string(), z.string()).default({}),
  /** `load`: its rows become records; `lookup`: it only serves other rows. */
  role: z.enum(['load', 'lookup']).default('load'),
  optional: z.boolean().default(false),
});

/** The shape of a mapping file. */
export const mappingSchema = z.strictObject({
  $comment: z.string().optional(),
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('dmy'),
  /** Hidden sheets are only reported unless this is set. */
  includeHiddenSheets: z.boolean().default(false),
  /** Sheets that hold no list, with the reason. */
  ignoredSheets: z.record(z.string(), z.string()).default({}),
  tables: z.record(z.string(), tableSchema),
  /** Parents stand before their children. */
  steps: z.array(stepSchema).min(1),
});

/** How a list becomes records: tables, columns, value maps, rules, and the order of loading. */
export type Mapping = z.infer<typeof mappingSchema>;
export type MappingStep = z.infer<typeof stepSchema>;
export type MappingTable = z.infer<typeof tableSchema>;
export type FieldRule = z.infer<typeof fieldSchema>;
export type DefaultRule = z.infer<typeof defaultSchema>;
