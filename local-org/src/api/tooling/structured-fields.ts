/** Fields whose values are objects, which are held as their texts. */
const STRUCTURED_FIELD = /("(?:Coverage|DeployDetails|Metadata)"):("(?:[^"\\]|\\.)*")/g;

/** Puts the objects into the JSON of records for the texts that hold them. */
export function withStructuredFields(json: string): string {
  return json.replace(
    STRUCTURED_FIELD,
    (_whole, name: string, held: string) => `${name}:${JSON.parse(held) as string}`,
  );
}
