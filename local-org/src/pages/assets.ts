/** Where the design system is served: base components look for its icons below `/assets/icons`. */
export const DESIGN_SYSTEM_PATH = '/assets/';
/** Where components of orgs look for the design system: `/_slds/icons/utility-sprite/svg/symbols.svg`. */
export const PLATFORM_DESIGN_SYSTEM_PATH = '/_slds/';
/** The design system's stylesheet. */
export const STYLESHEET = `${DESIGN_SYSTEM_PATH}styles/salesforce-lightning-design-system.min.css`;
/** Where the bundle of engine, base components and shell is served. */
export const VENDOR_PATH = '/local-org/vendor/';
/** Where the shell's own stylesheet and logo are served. */
export const STATIC_PATH = '/local-org/static/';
