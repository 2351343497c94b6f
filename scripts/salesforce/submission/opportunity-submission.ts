import { z } from 'zod';
import type { SaveError } from '../../shared';

/** Says what to do when a value is missing, and another thing when it is there but wrong. */
const say =
  (missing: string, wrong: string) =>
  (issue: { readonly input?: unknown }): string =>
    issue.input === undefined || issue.input === null || issue.input === '' ? missing : wrong;

/** Text that must be there. */
const required = (length: number, missing: string) => {
  const error = say(missing, `must be text of 1 to ${length} characters`);
  return z.string({ error }).trim().min(1, { error }).max(length, { error });
};

const optional = (length: number) => z.string().trim().min(1).max(length).optional();
const KEY_LENGTH = 80;
const key = (of: string) => required(KEY_LENGTH, `give the external id of the ${of}`);

const accountSchema = z.strictObject(
  {
    externalId: key('account'),
    /** Used when the account is not there yet; an account that is there stays as it is. */
    name: required(255, 'give the name of the account, for the case that it is not there yet'),
    website: optional(255),
    phone: optional(40),
    industry: optional(255),
  },
  { error: say('name the account: { "externalId": ..., "name": ... }', 'must be an object') },
);

const contactSchema = z
  .strictObject({
    externalId: key('contact'),
    firstName: optional(40),
    lastName: required(80, 'give the last name of the contact'),
    email: z.email({ error: 'must be an e-mail address' }).max(80).optional(),
    phone: optional(40),
    /** Role in the deal: `Decision Maker`. */
    role: optional(40),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
    error: 'give an e-mail address or a phone number of the contact',
  });

const AMOUNT_MAX = 1e15;

const submissionSchema = z.strictObject(
  {
    externalId: required(KEY_LENGTH, 'give the key of the opportunity in the system that submits it'),
    account: accountSchema,
    name: required(120, 'give the opportunity a name'),
    stage: required(255, 'give the stage; a new opportunity starts in Qualification'),
    closeDate: z.iso.date({ error: say('give the expected close date', 'must be a date like 2026-12-31') }),
    amount: z
      .number({ error: say('give the amount; the best estimate will do', 'must be a number') })
      .nonnegative({ error: 'must not be negative' })
      .lt(AMOUNT_MAX, { error: 'has too many digits' }),
    probability: z
      .number({ error: say('give the probability in percent', 'must be a number of percent') })
      .min(0, { error: 'must be from 0 to 100' })
      .max(100, { error: 'must be from 0 to 100' }),
    /** External id of the user. */
    owner: required(KEY_LENGTH, 'give the external id of the user who owns the opportunity'),
    /** Needed when the probability is not the usual one of the stage. */
    probabilityReason: optional(255),
    nextStep: optional(255),
    description: optional(32_000),
    leadSource: optional(255),
    type: optional(255),
    /** `Internal Database`, `Web Form`, ... */
    sourceSystem: z.string().trim().min(1).max(255).default('Internal Database'),
    primaryContact: contactSchema.optional(),
  },
  { error: 'must be an object' },
);

/** An opportunity as an internal system submits it. */
export type OpportunitySubmission = z.input<typeof submissionSchema>;
/** A submission that was checked. */
export type CheckedSubmission = z.output<typeof submissionSchema>;

/**
 * Checks the shape of a submission: the seven fields that every opportunity has (account, name, stage, close date,
 * amount, probability, owner), its external id, and whatever else is given. All faults are found at once.
 * @returns the submission, or one error for each fault: `amount: give the amount; the best estimate will do`
 */
export function checkSubmission(
  submission: unknown,
): { readonly submission: CheckedSubmission } | { readonly errors: readonly SaveError[] } {
  const parsed = submissionSchema.safeParse(submission);
  if (parsed.success) return { submission: parsed.data };
  const errors = parsed.error.issues.map((issue) => {
    const place = issue.path.join('.') || 'submission';
    return { code: 'INVALID_SUBMISSION', message: `${place}: ${issue.message}`, fields: [place] };
  });
  return { errors };
}
