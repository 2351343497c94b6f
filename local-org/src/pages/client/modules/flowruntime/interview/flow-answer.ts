/** What a user, or a component on the screen, can ask for. */
export type FlowNavigation = 'NEXT' | 'BACK' | 'FINISH' | 'PAUSE';

/** A choice of a field on a screen. */
export interface FlowChoice {
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
}

/** A field or component of a screen, as the org answers it. */
export interface FlowField {
  readonly name: string;
  readonly fieldType: string;
  readonly dataType: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly isVisible: boolean;
  readonly choices: readonly FlowChoice[];
  readonly error: string | null;
  /** A component with the attributes to set on it; null for fields of the flow's own. */
  readonly component: {
    /** `flowruntime:address`, `c:shelf` */
    readonly name: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  } | null;
}

/** Where an interview stands. */
export interface FlowAnswer {
  readonly status: 'STARTED' | 'FINISHED' | 'ERROR';
  /** To be sent back with the next step; null at the end. */
  readonly state: string | null;
  readonly screen: {
    readonly name: string;
    readonly label: string;
    /** Null where the screen hides its heading. */
    readonly heading: string | null;
    readonly helpText: string | null;
    /** In the order in which they stand. */
    readonly buttons: readonly { readonly action: FlowNavigation; readonly label: string }[];
    readonly showsButtons: boolean;
    readonly fields: readonly FlowField[];
  } | null;
  readonly error: string | null;
  /** Output variables of the flow, by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
}
