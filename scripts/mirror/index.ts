export { MIRROR_FOLDER, mirrorFiles, type MirrorFile } from './mirror-files';
export { PackageSource, type SourceFile } from './package-source';
export { staleFiles, writeMirror } from './stale-files';
