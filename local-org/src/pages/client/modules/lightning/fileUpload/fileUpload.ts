import { LightningElement, api } from 'lwc';
import { API, messageOf, request } from 'shell/http';
import { literal, queryRecords } from 'shell/queries';

/** A file that has been stored. */
interface UploadedFile {
  readonly name: string;
  readonly documentId: string;
  readonly contentVersionId: string;
  readonly contentBodyId: string;
  readonly mimeType: string;
}

/**
 * Stores files, and joins them to a record.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-file-upload.html
 */
export default class FileUpload extends LightningElement {
  @api label = '';
  @api name = '';
  @api accept: string | readonly string[] | undefined;
  @api multiple = false;
  @api disabled = false;
  /** Record to which the files belong. */
  @api recordId: string | undefined;
  isUploading = false;
  errorText: string | undefined;

  get isDisabled(): boolean {
    return this.disabled || this.isUploading;
  }

  async handleChange(event: CustomEvent<{ readonly files: FileList }>): Promise<void> {
    event.stopPropagation();
    this.isUploading = true;
    this.errorText = undefined;
    try {
      const files = await Promise.all([...event.detail.files].map((file) => this.store(file)));
      this.dispatchEvent(new CustomEvent('uploadfinished', { detail: { files } }));
    } catch (error) {
      this.errorText = messageOf(error);
    }
    this.isUploading = false;
  }

  private async store(file: File): Promise<UploadedFile> {
    const { id } = await request<{ readonly id: string }>(`${API}/sobjects/ContentVersion`, {
      method: 'POST',
      body: {
        Title: file.name.replace(/\.[^.]*$/, ''),
        PathOnClient: file.name,
        VersionData: await base64Of(file),
        ...(this.recordId && { FirstPublishLocationId: this.recordId }),
      },
    });
    const [version] = await queryRecords(
      `SELECT ContentDocumentId FROM ContentVersion WHERE Id = ${literal(id)}`,
    );
    const documentId = String(version?.['ContentDocumentId'] ?? '');
    return { name: file.name, documentId, contentVersionId: id, contentBodyId: id, mimeType: file.type };
  }
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });
  const url = String(reader.result);
  return url.slice(url.indexOf(',') + 1);
}
