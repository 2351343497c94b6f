/** File types that are not called like the extension. */
const NAMED_TYPES: Readonly<Record<string, string>> = {
  doc: 'WORD',
  docx: 'WORD_X',
  htm: 'HTML',
  ppt: 'POWER_POINT',
  pptx: 'POWER_POINT_X',
  txt: 'TEXT',
  xls: 'EXCEL',
  xlsx: 'EXCEL_X',
};

/** Extensions that are also names of file types. */
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    'ai avi bmp csv css eps flv gif gz html ics jpeg jpg js json key m4a m4v mov mp3 mp4 mpeg mpg odp ods odt pages pdf ' +
    'png psd rtf snote svg swf tif tiff vcf vsd wav webm wma wmv xml zip'
  ).split(' '),
);

/** The extension of a file's name, without dot, in lower case; null when it has none. */
export function fileExtensionOf(path: string): string | null {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? null;
}

/**
 * The type of a file by its extension: `WORD_X` for `docx`, `UNKNOWN` for what the platform has no viewer for.
 * UNVERIFIED: which extensions the platform knows; its documentation lists only some.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm
 */
export function fileTypeOf(extension: string | null): string {
  if (extension === null) return 'UNKNOWN';
  return NAMED_TYPES[extension] ?? (KNOWN_EXTENSIONS.has(extension) ? extension.toUpperCase() : 'UNKNOWN');
}
