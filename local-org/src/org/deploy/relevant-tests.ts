import type { ApexService, ApexSource } from '../../apex';
import type { PackageComponent } from '../../metadata';

const WORD = /\w+/g;

/**
 * The test classes that a deploy concerns: those in it, and those that use what is in it, also by way of other classes.
 *
 * DEVIATION: what code uses is told by the words in it, so that more tests run than the platform may choose.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm
 */
export function relevantTests(apex: ApexService, changed: readonly PackageComponent[]): string[] {
  const sources = apex.engine.code().sources;
  const tests = new Set(
    apex.tests.find({ level: 'all' }).map(({ testClass }) => testClass.name.toLowerCase()),
  );
  const concerned = new Set(changed.flatMap(({ fullName }) => fullName.toLowerCase().split('.')));
  const words = new Map(sources.map((source) => [source, wordsOf(source)]));
  for (let size = -1; size !== concerned.size;) {
    size = concerned.size;
    for (const [source, used] of words) {
      if ([...used].some((word) => concerned.has(word))) concerned.add(source.name.toLowerCase());
    }
  }
  return sources
    .map(({ name }) => name)
    .filter((name) => tests.has(name.toLowerCase()) && concerned.has(name.toLowerCase()));
}

function wordsOf({ body }: ApexSource): ReadonlySet<string> {
  return new Set([...body.matchAll(WORD)].map(([word]) => word.toLowerCase()));
}
