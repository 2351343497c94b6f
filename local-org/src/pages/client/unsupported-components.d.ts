/**
 * Standard components of the platform that the local org does not have, by their name in FlexiPages, with the reason.
 * Pages show a placeholder in their place. Data only, so that the parity table can be written from it.
 */
export declare const UNSUPPORTED_COMPONENTS: Readonly<Record<string, string>>;
