import { textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** A certificate that has been deployed. */
export interface CertificateDefinition {
  readonly name: string;
  readonly label: string;
  /** PEM text. */
  readonly pem: string;
}

/**
 * All certificates.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_certificate.htm
 */
export function certificates(store: ComponentStore): CertificateDefinition[] {
  return store.all('Certificate').map(({ content, fullName, files }) => ({
    name: fullName,
    label: textOf(content, 'masterLabel') ?? fullName,
    pem: files[0] ? new TextDecoder().decode(files[0].bytes) : '',
  }));
}
