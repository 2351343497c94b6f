/** A capability of a mobile device, which a browser does not have. */
export interface MobileCapability {
  isAvailable(): boolean;
}

const UNAVAILABLE: MobileCapability = { isAvailable: () => false };

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-mobilecapabilities.html */
export const getBarcodeScanner = (): MobileCapability => UNAVAILABLE;
/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-mobilecapabilities.html */
export const getLocationService = (): MobileCapability => UNAVAILABLE;
