import { unwrap, type WireAdapterConstructor } from 'lwc';

/** What most wires give: neither at first, then one of them. */
export interface WireResult<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

/** A configuration as a component gives it: values it does not have yet are undefined. */
export type WireConfig = object;

/** How a wire gets its value. */
export interface WireDefinition<Config extends WireConfig, Data, Value = WireResult<Data>> {
  /** Whether everything that must be there is; a wire that is not ready stays silent. */
  ready(config: Config): boolean;
  load(config: Config): Promise<Data>;
  /** What the page has already; it is given at once instead of being loaded. */
  known?(config: Config): Data | undefined;
  /** What is given for data, an error, or (at first) neither. */
  shape?(data: Data | undefined, error: unknown): Value;
  /** Names under which {@link refreshTopic} finds this wire: `record:006...`. */
  topics?(config: Config): readonly string[];
}

/** A wire in use that can be asked for its value anew. */
interface LiveWire {
  refresh(): Promise<void>;
  hasTopic(topic: string): boolean;
}

/** Wires in use. */
const live = new Set<LiveWire>();
/** Which wire gave a value, for `refreshApex(value)` and its kin. */
const givers = new WeakMap<object, LiveWire>();

/**
 * Makes a wire adapter that loads its value when its configuration changes.
 *
 * `defineWire({ ready: ({ id }) => !!id, load: ({ id }) => request(`/x/${id}`) })`
 */
export function defineWire<Config extends WireConfig, Data, Value = WireResult<Data>>(
  definition: WireDefinition<Config, Data, Value>,
): WireAdapterConstructor<Config, Value> {
  const shape =
    definition.shape ?? ((data: Data | undefined, error: unknown) => ({ data, error }) as unknown as Value);

  class LoadingWire implements LiveWire {
    private config: Config | undefined;
    private loadedKey: string | undefined;
    private turn = 0;
    private connected = false;

    constructor(private readonly give: (value: Value) => void) {
      this.emit(shape(undefined, undefined));
    }

    connect(): void {
      this.connected = true;
      live.add(this);
      if (this.config) void this.run(false);
    }

    disconnect(): void {
      this.connected = false;
      live.delete(this);
      this.loadedKey = undefined;
      this.turn++;
    }

    update(config: Config): void {
      this.config = config;
      if (this.connected) void this.run(false);
    }

    refresh(): Promise<void> {
      return this.run(true);
    }

    hasTopic(topic: string): boolean {
      return this.config !== undefined && (definition.topics?.(this.config).includes(topic) ?? false);
    }

    /** What comes back after the configuration has changed once more is too late and dropped. */
    private async run(again: boolean): Promise<void> {
      const { config } = this;
      if (!config || !definition.ready(config)) return;
      const key = stableJson(config);
      if (!again && key === this.loadedKey) return;
      this.loadedKey = key;
      const turn = ++this.turn;
      const known = again ? undefined : definition.known?.(config);
      if (known !== undefined) {
        this.emit(shape(known, undefined));
        return;
      }
      const value = await definition.load(config).then(
        (data) => shape(data, undefined),
        (error: unknown) => shape(undefined, error),
      );
      if (turn !== this.turn) return;
      try {
        this.emit(value);
      } catch (error) {
        // A component that fails to take its value is not the problem of who asked for the refresh.
        reportError(error);
      }
    }

    private emit(value: Value): void {
      if (typeof value === 'object' && value !== null) givers.set(value, this);
      this.give(value);
    }
  }
  return LoadingWire as unknown as WireAdapterConstructor<Config, Value>;
}

/** Asks the wire that gave a value for it anew; for a value of no wire nothing happens. */
export async function refreshGiven(value: unknown): Promise<void> {
  const given: unknown = unwrap(value);
  if (typeof given === 'object' && given !== null) await givers.get(given)?.refresh();
}

/** Asks all wires of a topic for their values anew. */
export async function refreshTopic(topic: string): Promise<void> {
  await Promise.all([...live].filter((wire) => wire.hasTopic(topic)).map((wire) => wire.refresh()));
}

/** Asks every wire in use for its value anew. */
export async function refreshAllWires(): Promise<void> {
  await Promise.all([...live].map((wire) => wire.refresh()));
}

/** JSON that is the same for the same content, whatever the order of names. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
