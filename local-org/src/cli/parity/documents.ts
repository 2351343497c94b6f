import type { LocalOrg } from '../../org';
import { analyticsParity } from './analytics-parity';
import { apexParity } from './apex-parity';
import { apiParity } from './api-parity';
import { automationParity } from './automation-parity';
import { differences } from './differences';
import { formulaParity } from './formula-parity';
import { metadataParity } from './metadata-parity';
import { orderOfExecution } from './order-of-execution';
import { pageParity } from './page-parity';
import type { ParityDocument } from './parity-row';
import { queryParity } from './query-parity';
import { saveParity } from './save-parity';
import { standardObjectParity } from './standard-object-parity';

/**
 * Every generated document of `docs`.
 * @param root folder of the repository
 */
export async function generatedDocuments(org: LocalOrg, root: string): Promise<readonly ParityDocument[]> {
  return [
    metadataParity(),
    formulaParity(),
    queryParity(),
    saveParity(),
    automationParity(),
    apexParity(),
    analyticsParity(),
    standardObjectParity(),
    pageParity(),
    await apiParity(org),
    orderOfExecution(),
    differences(root),
  ];
}
