import type { CompileProblem } from './file-compiler';

/**
 * A module that stands for a component which does not compile: it shows what is wrong, where, in the component's place.
 * @param component as it is written in a page: `c-dealHealth`
 */
export function componentErrorModule(component: string, problems: readonly CompileProblem[]): string {
  const lines = problems.map(
    ({ file, line, column, message }) =>
      `${file}${line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`}: ${message}`,
  );
  return [
    "import { failedComponent } from 'shell/componentError';",
    `export default failedComponent(${JSON.stringify(component)}, ${JSON.stringify(lines)});`,
    '',
  ].join('\n');
}
