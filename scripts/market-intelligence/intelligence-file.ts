import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SourceError } from '../shared';

const percent = z.number().min(0).max(100);
const key = z.string().min(1).max(80);

const linkSchema = z
  .strictObject({
    externalId: key,
    /** External id of an account, or of an opportunity. */
    account: key.optional(),
    opportunity: key.optional(),
    confidence: percent.optional(),
    reason: z.string().max(255).optional(),
    evidence: z.string().max(4000).optional(),
    matchMethod: z
      .enum(['External Id', 'LEI', 'Ticker', 'Domain', 'Name', 'Alias', 'Competitor', 'Industry', 'Manual'])
      .optional(),
    status: z.enum(['Suggested', 'Confirmed', 'Dismissed']).default('Suggested'),
  })
  .refine((link) => (link.account === undefined) !== (link.opportunity === undefined), {
    error: 'a link names either an account or an opportunity',
  });

const reportSchema = z.strictObject({
  externalId: key,
  kind: z.enum(['Industry Trend', 'Competitor', 'Market Opportunity', 'Regulatory']),
  headline: z.string().min(1).max(255),
  summary: z.string().max(32_768).optional(),
  evidence: z.string().max(32_768).optional(),
  source: z.strictObject({ name: z.string().max(120), url: z.url().max(255).optional() }),
  publishedAt: z.iso.datetime().optional(),
  retrievedAt: z.iso.datetime().optional(),
  /** Reports of the same story share it. */
  cluster: z.string().max(80).optional(),
  confidence: percent.optional(),
  severity: z.enum(['Low', 'Medium', 'High', 'Critical']).optional(),
  industry: z.string().max(80).optional(),
  region: z.string().max(80).optional(),
  expiresOn: z.iso.date().optional(),
  actionDueOn: z.iso.date().optional(),
  /** External id of a competitor. */
  competitor: key.optional(),
  links: z.array(linkSchema).default([]),
});

/** One finding of market intelligence with the records it concerns. */
export type IntelligenceReport = z.infer<typeof reportSchema>;
export type IntelligenceLink = z.infer<typeof linkSchema>;

/** A report that does not have the right shape. */
export interface InvalidReport {
  /** External id, or the position in the file when it has none. */
  readonly key: string;
  readonly message: string;
}

/** The reports of a file, sorted into usable and not. */
export interface IntelligenceFile {
  readonly reports: readonly IntelligenceReport[];
  readonly invalid: readonly InvalidReport[];
}

/**
 * Reads a file of reports: `{ "reports": [...] }` or a plain list. One wrong report does not stop the others.
 * @throws SourceError `INTELLIGENCE_MISSING`, `INTELLIGENCE_INVALID` when the file as a whole cannot be used
 */
export function readIntelligenceFile(path: string): IntelligenceFile {
  const json = readJson(path);
  const list = Array.isArray(json) ? (json as unknown[]) : (json as { reports?: unknown } | null)?.reports;
  if (!Array.isArray(list)) {
    throw new SourceError('INTELLIGENCE_INVALID', `${path} holds no list of reports`, {
      actions: ['Give the file the shape { "reports": [...] }'],
    });
  }
  const reports: IntelligenceReport[] = [];
  const invalid: InvalidReport[] = [];
  const seen = new Set<string>();
  list.forEach((item: unknown, index) => {
    const parsed = reportSchema.safeParse(item);
    const name = (item as { externalId?: unknown } | null)?.externalId;
    const label = typeof name === 'string' ? name : `report ${index + 1}`;
    if (!parsed.success) invalid.push({ key: label, message: z.prettifyError(parsed.error) });
    else if (seen.has(parsed.data.externalId))
      invalid.push({ key: label, message: 'the external id stands twice in the file' });
    else reports.push(parsed.data);
    seen.add(label);
  });
  return { reports, invalid };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SourceError(
      missing ? 'INTELLIGENCE_MISSING' : 'INTELLIGENCE_INVALID',
      `${path} ${missing ? 'does not exist' : 'is not JSON'}`,
      {
        cause,
        actions: ['Check the path after push'],
      },
    );
  }
}
