import { errorText, isAccessError } from 'c/errorText';

/** What a part of a page can be: its data on the way, there, missing, refused or failed. */
export interface FrameState {
  readonly kind: 'loading' | 'ready' | 'empty' | 'denied' | 'failed';
  /** What went wrong, when it failed. */
  readonly text: string;
}

/** What a wire provides; GraphQL calls its errors `errors`. */
export interface Provided<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly errors?: unknown;
}

/** The state before a wire has provided anything. */
export const LOADING: FrameState = { kind: 'loading', text: '' };

/** The state of what a wire provided; `isEmpty` says whether there is nothing to show. */
export function frameState<Data>(
  provided: Provided<Data> | undefined,
  isEmpty: (data: NonNullable<Data>) => boolean = () => false,
): FrameState {
  const error = provided?.error ?? provided?.errors;
  if (error !== undefined) {
    return isAccessError(error) ? { kind: 'denied', text: '' } : { kind: 'failed', text: errorText(error) };
  }
  if (provided?.data === undefined) return LOADING;
  const data = provided.data ?? undefined;
  return { kind: data === undefined || isEmpty(data) ? 'empty' : 'ready', text: '' };
}

/** The worst of several states: what a part shows that needs them all. */
export function combineStates(...states: readonly FrameState[]): FrameState {
  const order = ['denied', 'failed', 'loading', 'ready', 'empty'] as const;
  const first = order.flatMap((kind) => states.filter((state) => state.kind === kind))[0];
  return first ?? LOADING;
}
