/** How esbuild reads TypeScript of components: types go, decorators stay for the LWC compiler. */
export const TYPESCRIPT_SETTINGS = {
  compilerOptions: {
    experimentalDecorators: false,
    useDefineForClassFields: true,
    verbatimModuleSyntax: true,
    target: 'ESNext',
  },
} as const;

/** What templates may use, as on the platform. */
export const LWC_SETTINGS = { enableDynamicComponents: true, enableLwcOn: true } as const;
