import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseXml, type XmlElement } from '../../shared';

/** One component in source format. */
export interface SourceComponent {
  /** File name up to the suffix: `Opportunity_Notifications`, `Stage_Gate.Proposal_Sent`. */
  readonly name: string;
  readonly content: XmlElement;
}

/** A package folder in source format: `force-app/main/default`. */
export class SourceFolder {
  constructor(private readonly path: string) {}

  /** Components of one folder, by name: `read('flows', 'flow')`. */
  read(folder: string, suffix: string): readonly SourceComponent[] {
    const directory = join(this.path, folder);
    const ending = `.${suffix}-meta.xml`;
    if (!existsSync(directory)) return [];
    return readdirSync(directory)
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => ({
        name: basename(file, ending),
        content: parseXml(readFileSync(join(directory, file), 'utf8')),
      }));
  }
}
