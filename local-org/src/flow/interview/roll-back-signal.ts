/** Thrown to leave the transaction of a screen flow, which then goes on in a new one. */
export class RollBackSignal extends Error {}
