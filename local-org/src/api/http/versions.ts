import { MAX_API_VERSION, MIN_API_VERSION } from '../../core';

/** An entry of `/services/data`. */
export interface ApiVersion {
  /** The release's name: `Winter '26`. */
  readonly label: string;
  readonly url: string;
  /** `65.0` */
  readonly version: string;
}

const SEASONS = ["Winter '", "Spring '", "Summer '"];
/** Version 50 is Winter '21; three releases a year follow. */
const FIRST_NAMED_VERSION = 50;
const FIRST_NAMED_YEAR = 21;

/**
 * The versions the org answers, oldest first.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_versions.htm
 */
export function apiVersions(): ApiVersion[] {
  const versions: ApiVersion[] = [];
  for (let number = MIN_API_VERSION; number <= MAX_API_VERSION; number++) {
    const release = number - FIRST_NAMED_VERSION;
    const label = `${SEASONS[release % 3]}${FIRST_NAMED_YEAR + Math.floor(release / 3)}`;
    versions.push({ label, url: `/services/data/v${number}.0`, version: `${number}.0` });
  }
  return versions;
}

/** Reads the version segment of a path (`v67.0` is 67); undefined when the org does not answer it. */
export function parseVersion(segment: string): number | undefined {
  const number = Number(/^v(\d{2,3})\.0$/.exec(segment)?.[1]);
  return number >= MIN_API_VERSION && number <= MAX_API_VERSION ? number : undefined;
}
