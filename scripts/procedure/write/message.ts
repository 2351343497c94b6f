/** Words for the parts of a message that the org fills in, by the name of the merge field. */
const MERGE_FIELD = /\{!([^}]+)\}/g;

/**
 * A message of a flow as people read it: `stays in {!$Record__Prior.StageName}` becomes `stays in {stage name}`, or
 * what `known` says for `StageName`.
 */
export function readableMessage(message: string, known: Readonly<Record<string, string>> = {}): string {
  return message.replace(MERGE_FIELD, (_, reference: string) => {
    const name = reference.slice(reference.lastIndexOf('.') + 1);
    return known[name] ?? `{${inWords(name)}}`;
  });
}

function inWords(name: string): string {
  return name
    .replace(/__c$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** The description of a flow without when it runs: `Before save. Refuses a move` becomes `Refuses a move`. */
export function withoutMoment(description: string): string {
  return description.replace(/^(?:Before|After) (?:save|delete)\. |^Daily at \S+ /, '');
}
