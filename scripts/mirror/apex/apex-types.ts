import type { PackageSource, SourceFile } from '../package-source';
import type { Problems } from '../problems';
import type { ApexType, TypeReference } from './declarations';
import { parseType } from './parse-type';

const CLASS_FILE = /\/([^/]+)\.cls$/;

/** The classes of a package by name, without regard to case. A file is parsed when its class is first asked for. */
export class ApexTypes {
  private readonly files: ReadonlyMap<string, SourceFile>;
  private readonly parsed = new Map<string, ApexType | null>();

  constructor(
    source: PackageSource,
    private readonly problems: Problems,
  ) {
    this.files = new Map(
      source.matching(CLASS_FILE).map((file) => [CLASS_FILE.exec(file.path)?.[1]?.toLowerCase() ?? '', file]),
    );
  }

  /** The types whose source has what a pattern says, by path. */
  mentioning(pattern: RegExp): readonly ApexType[] {
    return [...this.files]
      .filter(([, { text }]) => pattern.test(text))
      .flatMap(([name]) => this.topLevel(name) ?? []);
  }

  /** The type that a name means inside another type: an inner type of it, of its superclasses, of those around it. */
  resolve({ names }: TypeReference, scope: ApexType): ApexType | null {
    const [first = '', ...rest] = names;
    const found = this.visibleFrom(scope, first) ?? this.topLevel(first);
    return rest.reduce<ApexType | null>((type, name) => type && this.innerOf(type, name), found);
  }

  /** The superclass, null when there is none or the package does not hold it. */
  superclassOf(type: ApexType): ApexType | null {
    // The superclass is looked up from outside the class, or its own lookup would never end.
    return (
      type.superclass && this.resolve(type.superclass, type.outer ?? { ...type, superclass: null, inner: [] })
    );
  }

  private topLevel(name: string): ApexType | null {
    const key = name.toLowerCase();
    const file = this.files.get(key);
    if (!file) return null;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const type = parseType(file, this.problems);
    this.parsed.set(key, type);
    return type;
  }

  private visibleFrom(scope: ApexType, name: string): ApexType | null {
    for (let around: ApexType | null = scope; around; around = around.outer) {
      if (around.outer === null && around.name.toLowerCase() === name.toLowerCase()) return around;
      const inner = this.innerOf(around, name);
      if (inner) return inner;
    }
    return null;
  }

  private innerOf(type: ApexType, name: string): ApexType | null {
    const own = type.inner.find((inner) => inner.name.toLowerCase() === name.toLowerCase());
    if (own) return own;
    const superclass = this.superclassOf(type);
    return superclass && this.innerOf(superclass, name);
  }
}
