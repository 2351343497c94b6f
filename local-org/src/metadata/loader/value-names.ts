/**
 * Decodes a picklist value's name as record types and processes write it: `Proposal%2FPrice Quote`. A stray percent
 * sign stands for itself.
 */
export function decodeValueName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
