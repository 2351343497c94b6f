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
    readonly allowBack: boolean;
    readonly allowFinish: boolean;
    readonly fields: readonly FlowField[];
  } | null;
  readonly error: string | null;
  /** Output variables of the flow, by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
}
